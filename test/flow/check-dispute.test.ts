import { describe, expect, it } from 'vitest';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { openCheckDesk } from '../support/check-desk.ts';
import { useEmbeddedAws } from '../support/embedded-aws.ts';
import { createMatchingDesk } from '../support/matching-desk.ts';
import { numbersOf } from '../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
const [imei = '', corrected = ''] = numbersOf('35824021', 2, 7919);

/** Records go the way of an import: kept, matched, and then asked about. */
async function openDesks() {
  const matching = createMatchingDesk(aws);
  const { identifiers, records } = matching.parts;
  const check = openCheckDesk(aws, { identifiers, records });
  const { key } = await check.declare();
  const answer = async (number = imei): Promise<string> => (await check.ask(number, { key })).body.answer;
  return { matching, answer };
}

describe('the answer about a device of which a record is disputed', () => {
  it('is cannot-say, and no listing of it opens a case', async () => {
    const { matching, answer } = await openDesks();
    await matching.listing('1', { imei });
    await matching.record({ imei, grade: 'disputed' });
    await matching.listing('2', { imei });
    expect([await answer(), await matching.open()]).toEqual(['cannot-say', []]);
  });

  it.each(['disputed', 'police-verified'] as const)('is cannot-say beside a record that stands, the %s one first', async (first) => {
    const { matching, answer } = await openDesks();
    await matching.record({ imei, grade: first });
    await matching.record({ imei, grade: first === 'disputed' ? 'police-verified' : 'disputed' });
    expect(await answer()).toBe('cannot-say');
    await matching.listing('1', { imei });
    expect(await matching.open()).toEqual(['1']);
  });

  it('is cannot-say while the dispute lasts, whose beginning closes the case and whose end opens it', async () => {
    const { matching, answer } = await openDesks();
    await matching.listing('1', { imei });
    const record = await matching.record({ imei });
    const seen = async () => [await answer(), await matching.open()];
    expect(await seen()).toEqual(['reported', ['1']]);
    await matching.change({ ...record, grade: 'disputed' });
    expect(await seen()).toEqual(['cannot-say', []]);
    await matching.change(record);
    expect(await seen()).toEqual(['reported', ['1']]);
  });

  it.each(['withdrawn', 'recovered', 'lawfully-disposed'] as const)('is not-reported again once the record is %s', async (status) => {
    const { matching, answer } = await openDesks();
    const record = await matching.record({ imei, grade: 'disputed' });
    await matching.status(record, status);
    expect(await answer()).toBe('not-reported');
    await matching.status(record, 'stolen');
    expect(await answer()).toBe('cannot-say');
  });

  it('follows a correction of its number and leaves no trace of the former', async () => {
    const { matching, answer } = await openDesks();
    const record: StolenRecord = await matching.record({ imei, grade: 'disputed' });
    await matching.change({ ...record, identifiers: [{ kind: 'imei', value: corrected }] });
    expect([await answer(), await answer(corrected)]).toEqual(['not-reported', 'cannot-say']);
    const { disputed } = await matching.parts.identifiers.lookUp(`imei:${imei.slice(0, 14)}`);
    expect(disputed).toEqual([]);
  });
});
