/** What a question costs a client, and when it is asked too much: counted before anything is looked up. */

import type { ClientDay } from '../../shared/aws/check-counter.ts';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { mostOfOneSeries, neighboursOf, type Suspicion, seriesOf, suspicionOf } from '../../shared/domain/check/enumeration.ts';
import type { CheckParts } from './parts.ts';

/** `first`: this device was not asked about today before. */
export type Charge = 'first' | 'again' | 'budget-used-up' | { suspicion: Suspicion };

/**
 * Takes a device of the day's budget and of its model's share; the same device asked about again that day is paid already. A question stands as
 * asked only once it is paid in full: of the same question sent twice at once, none is answered that is not paid.
 */
export async function chargeDevice(
  key: string,
  client: CheckClient,
  day: ClientDay,
  { counter }: Pick<CheckParts, 'counter'>,
): Promise<Charge> {
  if ((await counter.countAsked(day, [key])) > 0) return 'again';
  if (!(await counter.takeDevice(day, client.dailyBudget))) return 'budget-used-up';
  const series = seriesOf(key);
  if (!(await counter.takeOfSeries(day, series, mostOfOneSeries(client.dailyBudget)))) return { suspicion: 'one-model' };
  const neighbours = (await counter.countAsked(day, neighboursOf(key))) > 0 ? 1 : 0;
  if (await counter.remember(day, key)) {
    const suspicion = suspicionOf(await counter.count(day, { asked: 1, neighbours }), client.dailyBudget);
    return suspicion === undefined ? 'first' : { suspicion };
  }
  await counter.giveDeviceBack(day);
  await counter.giveSeriesBack(day, series);
  return 'again';
}

/** A number with a wrong check digit costs nothing, but many different ones are guesses: nine random numbers in ten have one. */
export async function chargeFault(
  text: string,
  client: CheckClient,
  day: ClientDay,
  { counter }: Pick<CheckParts, 'counter'>,
): Promise<Charge> {
  if (!(await counter.remember(day, `fault:${text.replace(/\D/g, '')}`))) return 'again';
  const suspicion = suspicionOf(await counter.count(day, { faults: 1 }), client.dailyBudget);
  return suspicion === undefined ? 'first' : { suspicion };
}
