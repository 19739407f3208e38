import { describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import type { MatchRequest } from '../../../shared/messages.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aRecord, createMatchingDesk, type ToldRecord } from '../../support/matching-desk.ts';

/** Made up, with right check digits; nobody's devices. */
const imeis = ['356938035643817', '861234050012344', '359001120000008'];
const aws = useEmbeddedAws();

describe('records that come in one message', () => {
  it('each open the cases that fit', async () => {
    const { desk, references } = await listedAndKept(imeis.map((imei) => ({ imei })));
    await desk.tell({ type: 'records-changed', why: 'new', references });
    expect(await desk.open()).toEqual(['0', '1', '2']);
  });

  it('are matched although one of them is not there yet', async () => {
    const { desk, references } = await listedAndKept([{ imei: '356938035643817' }]);
    const told = desk.tell({ type: 'records-changed', why: 'new', references: ['nobody', ...references] });
    await expect(told).rejects.toThrow(RetryLater);
    expect(await desk.open()).toEqual(['0']);
  });

  it('are matched although one of them fails, which brings the message again', async () => {
    const { desk, references } = await listedAndKept(imeis.map((imei) => ({ imei })));
    const { cases } = desk.parts;
    let first = true;
    const failingOnce = async (found: Parameters<typeof cases.open>[0]) => {
      if (!first) return cases.open(found);
      first = false;
      throw new Error('The table is out of reach');
    };
    const request: MatchRequest = { type: 'records-changed', why: 'new', references };
    const told = match(request, { ...desk.parts, cases: { ...cases, open: failingOnce } });
    await expect(told).rejects.toThrow('1 of 3 records could not be matched');
    expect(await desk.open()).toHaveLength(2);
    await desk.tell(request);
    expect(await desk.open()).toEqual(['0', '1', '2']);
  });

  /** Listings 0, 1, 2 that show the numbers, told; records that nobody was told of. */
  async function listedAndKept(records: ToldRecord[]) {
    const desk = createMatchingDesk(aws);
    const references: string[] = [];
    for (const [index, told] of records.entries()) {
      await desk.listing(String(index), { imei: told.imei ?? '' });
      const record = aRecord(told);
      await desk.keep(record);
      references.push(record.reference);
    }
    return { desk, references };
  }
});
