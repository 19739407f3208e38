import { describe, expect, it } from 'vitest';
import { differences, replay } from '../../../shared/domain/matching/match-basis.ts';
import { modelOfVersion } from '../../../shared/domain/matching/matching-model.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createMatchingDesk } from '../../support/matching-desk.ts';

/** Made up, with a right check digit; nobody's device. */
const imei = '356938035643817';
const aws = useEmbeddedAws();

describe('the match of a case', () => {
  it('is computed again from what was kept with it, bit for bit, whatever listing and record say by now', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei, model: 'iPhone 13', colour: 'blue', storageGb: 128 });
    await desk.listing('1', { imei, title: 'iPhone 13 128GB blue, back cracked' });
    const [before] = await desk.cases();
    await desk.change({ ...record, colour: 'red', marks: ['letters AM engraved on the back'] });
    const [after] = await desk.cases();
    expect(after?.basis).not.toBe(before?.basis);
    for (const kept of [before, after]) {
      const basis = await desk.parts.bases.get(kept?.basis ?? '');
      if (basis === undefined || kept === undefined) throw new Error('The case names no basis');
      expect(differences(kept.match, replay(basis, modelOfVersion))).toEqual([]);
    }
  });

  it('is kept once for the same message twice', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    await desk.listing('1', { imei });
    const [before] = await desk.cases();
    await desk.tell({ type: 'listing-revised', source: desk.source, itemId: '1', revision: 1 });
    expect((await desk.cases())[0]?.basis).toBe(before?.basis);
  });

  it('is not computed from bytes that were changed', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    await desk.listing('1', { imei });
    const [kept] = await desk.cases();
    const key = kept?.basis ?? '';
    const bytes = new TextEncoder().encode(JSON.stringify({ ...(await desk.parts.bases.get(key)), surveyVersion: 'forged' }));
    await desk.evidence.put(key, bytes, 'application/json');
    await expect(desk.parts.bases.get(key)).rejects.toThrow('does not hold the bytes');
  });
});
