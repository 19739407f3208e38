import type { Grade, RecordStatus } from '../../shared/domain/stolen-record.ts';
import { madeUpImei, madeUpSerial, madeUpTacs, secondSlot } from './made-up-imei.ts';
import { type Phone, phones } from './phones.ts';
import { type Random, randomFrom } from './random.ts';
import { drawMarks, storyOf, storyPlace } from './stories.ts';

/** A stolen phone as the sample file tells it; all of it is invented. */
export interface SampleRecord {
  reference: string;
  grade: Grade;
  status: RecordStatus;
  /** ISO 8601, a day or a moment in UTC: reports know one or the other. */
  stolenAt: string;
  reportedAt: string;
  phone: Phone;
  colour: string;
  storageGb: number;
  imeis: readonly string[];
  serial?: string;
  marks: readonly string[];
  description: string;
  area: string;
}

const RECORDS = 500;
const MINUTES_A_DAY = 1440;

/** All thefts lie in the 60 days before this moment, so that they are past on whatever later day the demo runs. */
export const SAMPLE_ENDS_AT = Date.parse('2026-11-01T00:00:00Z');

const gradeShares: Record<Grade, number> = { 'police-verified': 46, 'network-blocked': 25, 'owner-reported': 26, disputed: 3 };
const statusShares: Record<RecordStatus, number> = { stolen: 93, recovered: 3, withdrawn: 3, 'lawfully-disposed': 1 };

/** The 500 records of the sample file: always the same. */
export function sampleRecords(): SampleRecord[] {
  return Array.from({ length: RECORDS }, (_, index) => drawRecord(index));
}

function drawRecord(index: number): SampleRecord {
  const random = randomFrom('sample record', index);
  const phone = random.weighted(phones, (each) => each.share);
  const serial = random.chance(0.3) ? madeUpSerial(phone.make, random) : undefined;
  const place = random.pick(storyPlace);
  const marks = drawMarks(random);
  return {
    reference: `${4000 + index * 3 + random.int(0, 2)}/26-${random.pick(['A', 'C', 'D', 'F'])}`,
    grade: drawByShare(random, gradeShares),
    status: drawByShare(random, statusShares),
    ...drawTimes(random),
    phone,
    colour: random.pick(phone.colours),
    storageGb: random.pick(phone.storages),
    imeis: drawImeis(phone, random),
    ...(serial === undefined ? {} : { serial }),
    marks,
    description: storyOf(random, phone, place),
    area: place.area,
  };
}

/** One in eight owners does not know the number; half of the others know both slots. */
function drawImeis(phone: Phone, random: Random): string[] {
  if (random.chance(0.12)) return [];
  const first = madeUpImei(random.pick(madeUpTacs(phone)), random);
  return random.chance(0.5) ? [first, secondSlot(first)] : [first];
}

function drawTimes(random: Random): Pick<SampleRecord, 'stolenAt' | 'reportedAt'> {
  const stolen = SAMPLE_ENDS_AT - random.int(2 * MINUTES_A_DAY, 60 * MINUTES_A_DAY) * 60_000;
  const reported = Math.min(stolen + random.int(20, 2 * MINUTES_A_DAY) * 60_000, SAMPLE_ENDS_AT - 60_000);
  const moment = (time: number) => new Date(time).toISOString().replace(':00.000Z', ':00Z');
  return { stolenAt: random.chance(0.3) ? moment(stolen).slice(0, 10) : moment(stolen), reportedAt: moment(reported) };
}

function drawByShare<T extends string>(random: Random, shares: Record<T, number>): T {
  const names = Object.keys(shares) as T[]; // the keys of a record over T are T
  return random.weighted(names, (name) => shares[name]);
}
