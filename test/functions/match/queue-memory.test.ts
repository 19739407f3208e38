import { describe, expect, it } from 'vitest';
import { heldWith, refuseCase } from '../../../functions/console/refuse-case.ts';
import { releaseHeld } from '../../../functions/console/release-held.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { matchLimits } from '../../../shared/domain/matching/match-limits.ts';
import { mostCasesADay } from '../../../shared/domain/queue-limits.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createMatchingDesk, type ToldListing } from '../../support/matching-desk.ts';

/** Made up, with right check digits; nobody's device. */
const imei = '356938035643817';
const aws = useEmbeddedAws();

type Desk = ReturnType<typeof createMatchingDesk>;

const officer = (id: string) => ({ id, name: id });

async function refuseOnly(desk: Desk, by = officer('officer-1')): Promise<Case> {
  const [only] = await desk.cases();
  if (only === undefined) throw new Error('There is no case to refuse');
  await refuseCase(only, { reason: 'not-the-device', by }, desk.parts);
  return only;
}

describe('a refused pair', () => {
  it('is not queued again by the same listing and record', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await refuseOnly(desk);
    await desk.listing('1', { imei, description: 'In good condition. Price reduced!' });
    await desk.change({ ...record, description: 'Taken on the bus.' });
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'Refused by officer-1: not-the-device.' }]);
    expect(desk.reviewed()).toHaveLength(1);
  });

  it('is queued again when the advert says something new of the phone, with what that is', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei, colour: 'blue' });
    await desk.listing('1', { imei });
    await refuseOnly(desk);
    await desk.listing('1', { imei, title: 'iPhone 13 128GB blue' });
    expect(await desk.cases()).toMatchObject([{ state: 'opened', reopenedBecause: ['Colour is now compared: equal.'] }]);
  });

  it('is refused once by two officers at once', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    await desk.listing('1', { imei });
    const [only] = await desk.cases();
    const word = (by: string) => refuseCase(only as Case, { reason: 'not-the-device', by: officer(by) }, desk.parts);
    const outcomes = await Promise.all([word('officer-1'), word('officer-2')]);
    expect(outcomes.map((closed) => closed.length).sort()).toEqual([0, 1]);
  });
});

describe('a confirmed pair', () => {
  async function confirmed() {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    const [only] = await desk.cases();
    if (only === undefined) throw new Error('There is no case to confirm');
    await desk.parts.cases.saveWork(only, { ...only, state: 'confirmed' });
    return { desk, record, only };
  }

  it('keeps its case and what it was decided on when the seller rewrites the advert', async () => {
    const { desk, only } = await confirmed();
    for (let change = 1; change <= matchLimits.revisions + 1; change += 1)
      await desk.listing('1', { title: `Garden chair ${change}`, description: 'Oak.' });
    const rewritten = { source: desk.source, itemId: '1' };
    await desk.parts.listings.keepForCase(rewritten, 1);
    await desk.tell({ type: 'listing-revised', ...rewritten, revision: matchLimits.revisions + 2 });
    expect(await desk.cases()).toEqual([{ ...only, state: 'confirmed' }]);
  });

  it('is closed when its record goes, or changes and no longer fits', async () => {
    const { desk, record } = await confirmed();
    await desk.status(record, 'recovered');
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record was marked as recovered.' }]);
    const other = await confirmed();
    await other.desk.change({ ...other.record, identifiers: [], make: 'Nokia', model: '3310' });
    expect(await other.desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record changed and no longer fits.' }]);
  });
});

describe('a flood', () => {
  const copies = mostCasesADay + 4;

  async function flood(told: (item: number) => ToldListing): Promise<Desk> {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    for (let item = 1; item <= copies; item += 1) await desk.listing(`${item}`, told(item));
    return desk;
  }

  it('of listings on one record leaves the rest held, with one case for a person', async () => {
    const desk = await flood(() => ({ imei }));
    const cases = await desk.cases();
    expect(count(cases, 'held')).toBe(4);
    expect(cases.filter(({ kind }) => kind === 'flood')).toMatchObject([{ state: 'opened', floodOf: 'record' }]);
    expect(cases.filter(({ state, kind }) => state === 'opened' && kind !== 'flood')).toHaveLength(mostCasesADay);
    expect(desk.reviewed()).toHaveLength(mostCasesADay + 1);
  });

  it('loses none of them: the same messages again change nothing', async () => {
    const desk = await flood(() => ({ imei }));
    const before = await desk.cases();
    for (let item = 1; item <= copies; item += 1)
      await desk.tell({ type: 'listing-revised', source: desk.source, itemId: `${item}`, revision: 1 });
    expect((await desk.cases()).map(({ id, state }) => [id, state])).toEqual(before.map(({ id, state }) => [id, state]));
  });

  it('is refused as a whole with its case', async () => {
    const desk = await flood(() => ({ imei }));
    const flooded = (await desk.cases()).find(({ kind }) => kind === 'flood') as Case;
    const closed = await refuseCase(flooded, { reason: 'record-wrong', by: officer('officer-1') }, desk.parts);
    expect(closed).toHaveLength(5);
    expect(await heldWith(flooded, desk.parts)).toEqual([]);
  });

  it('that a person finds real is put up for review, once, and its case is closed', async () => {
    const desk = await flood(() => ({ imei }));
    const flooded = (await desk.cases()).find(({ kind }) => kind === 'flood') as Case;
    const [first, second] = await Promise.all(['officer-1', 'officer-2'].map((by) => releaseHeld(flooded, officer(by), desk.parts)));
    expect((first?.length ?? 0) + (second?.length ?? 0)).toBe(4);
    const cases = await desk.cases();
    expect(count(cases, 'held')).toBe(0);
    expect(cases.find(({ kind }) => kind === 'flood')).toMatchObject({
      state: 'closed',
      closedBecause: expect.stringMatching(/^Released by officer-/),
    });
    expect(desk.reviewed()).toHaveLength(mostCasesADay + 5);
  });

  it('ends with its record', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    for (let item = 1; item <= copies; item += 1) await desk.listing(`${item}`, { imei });
    await desk.status(record, 'withdrawn');
    expect(new Set((await desk.cases()).map(({ state }) => state))).toEqual(new Set(['closed']));
  });
});

function count(cases: readonly Case[], state: Case['state']): number {
  return cases.filter((each) => each.state === state).length;
}
