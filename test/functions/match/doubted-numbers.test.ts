import { describe, expect, it } from 'vitest';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createMatchingDesk } from '../../support/matching-desk.ts';

/** Made up, with right check digits; nobody's device. */
const imei = '356938035643817';
const aws = useEmbeddedAws();
const perhapsOf = 'another offer' as const;
const described = { make: 'Apple', model: 'iPhone 13', storageGb: 128, colour: 'Midnight' };
const fitting = { title: 'iPhone 13 128GB Midnight', postedAt: '2026-11-03T00:00:00.000Z' };

describe('a number that may be another advert’s', () => {
  it('makes no case of its own, whichever came first', async () => {
    const desk = createMatchingDesk(aws);
    await desk.listing('1', { imei, perhapsOf });
    await desk.record({ imei });
    await desk.listing('2', { imei, perhapsOf });
    expect(await desk.open()).toEqual([]);
  });

  it('makes none because the model is the same, as a neighbour’s is', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei, make: 'Apple', model: 'iPhone 13' });
    await desk.listing('1', { imei, perhapsOf, title: 'iPhone 13' });
    expect(await desk.open()).toEqual([]);
  });

  it('makes a case of a description’s class with a description that fits, whichever came first', async () => {
    const desk = createMatchingDesk(aws);
    await desk.listing('1', { imei, perhapsOf, ...fitting });
    await desk.record({ imei, ...described });
    await desk.listing('2', { imei, perhapsOf, ...fitting });
    const cases = await desk.cases();
    expect(cases.map(({ listing, state, kind, match }) => [listing.itemId, state, kind, match.evidenceKind]).sort()).toEqual([
      ['1', 'waiting', 'match', 'description'],
      ['2', 'waiting', 'match', 'description'],
    ]);
    expect(cases[0]?.match.evidence.find(({ field }) => field === 'identifier')?.level).toBe('equal, in doubt');
  });

  it('is no contradiction on the case of the listing whose number it is', async () => {
    const desk = createMatchingDesk(aws);
    const { reference } = await desk.record({ imei });
    await desk.listing('1', { imei, title: 'iPhone 13 128GB' });
    await desk.listing('2', { imei, perhapsOf, title: 'iPhone 11 512GB' });
    expect(await desk.flagged()).toEqual([`1 → ${reference}: `]);
  });
});
