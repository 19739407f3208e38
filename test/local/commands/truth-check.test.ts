import { describe, expect, it } from 'vitest';
import { checkTruth, truthText } from '../../../local/commands/truth-check.ts';
import type { TruthEntry } from '../../../local/marketplace/truth.ts';
import { aCase, aMatch } from '../../support/console-data.ts';

const entry: TruthEntry = {
  site: 'pennyfield',
  itemId: '1',
  reference: 'A-1',
  identifier: '356938035643817',
  written: 'plain-spaces',
  shown: '…',
  expectCase: true,
};
const marketplace = { truth: () => [entry], stands: (_site: string, itemId: string) => itemId !== 'ended' };
const caseOf = (itemId: string, evidenceKind: 'imei' | 'description' = 'imei') =>
  aCase({
    listing: { source: 'pennyfield', itemId, url: 'https://x.example', title: 'x', revision: 1 },
    match: { ...aMatch(), evidenceKind, recordReference: 'A-1' },
  });

describe('the demo’s truth', () => {
  it('counts a listing that carries a stolen number and became a case', () => {
    expect(checkTruth(marketplace, [caseOf('1')])).toMatchObject({ plain: { expected: 1, found: 1 }, wronglyQueued: [] });
  });

  it('calls a case wrong whose listing carries no number, as long as it can be looked at', () => {
    const check = checkTruth(marketplace, [caseOf('1'), caseOf('2'), caseOf('3', 'description'), caseOf('ended')]);
    expect(check.wronglyQueued).toEqual(['pennyfield/2: carries no number']);
    expect(truthText(check)).toContain('wrongly pennyfield/2');
  });
});
