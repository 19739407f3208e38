/** Prices of AWS in US dollars, on demand and without free tier. */

import * as z from 'zod';

const price = z.number().min(0);

export const pricesSchema = z.strictObject({
  region: z.string().min(1),
  asOf: z.iso.date(),
  lambdaGbSecondArm: price,
  lambdaGbSecondX86: price,
  lambdaRequest: price,
  readUnit: price,
  writeUnit: price,
  tableGbMonth: price,
  sqsRequest: price,
  sqsFifoRequest: price,
  objectPut: price,
  objectRead: price,
  objectGbMonth: price,
  scheduleRun: price,
  logGb: price,
  alarmMonth: price,
  metricMonth: price,
  keyMonth: price,
  secretMonth: price,
});

export type Prices = z.infer<typeof pricesSchema>;

const million = 1_000_000;

/** The public list prices of us-east-1; other regions are up to a fifth dearer. `npm run cost -- --prices FILE` takes others, as JSON of this shape. */
export const listPrices: Prices = {
  region: 'us-east-1',
  asOf: '2026-11-01',
  lambdaGbSecondArm: 0.0000133334,
  lambdaGbSecondX86: 0.0000166667,
  lambdaRequest: 0.2 / million,
  readUnit: 0.125 / million,
  writeUnit: 0.625 / million,
  tableGbMonth: 0.25,
  sqsRequest: 0.4 / million,
  sqsFifoRequest: 0.5 / million,
  objectPut: 5 / million,
  objectRead: 0.4 / million,
  objectGbMonth: 0.023,
  scheduleRun: 1 / million,
  logGb: 0.5,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  keyMonth: 1,
  secretMonth: 0.4,
};
