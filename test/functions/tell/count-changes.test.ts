import { expect, it } from 'vitest';
import type { CaseChange } from '../../../functions/tell/case-change.ts';
import { countChanges } from '../../../functions/tell/count-changes.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

const change: CaseChange = { changeId: 'e1', caseId: 'c1', team: 'met', to: 'ready', at: '2026-11-22T10:00:00Z' };
const decision = { stage: 'first', code: 'not-the-device', takesEffectAt: '2026-11-22T10:01:00Z' } as const;

it('counts cases that go to a person, that two persons confirmed and that one refused, and no others', () => {
  const { metrics, recorded } = recordedMetrics();
  const withdrawn: CaseChange = { ...change, from: 'ready', to: 'closed' };
  countChanges(
    [
      { ...change, to: 'waiting' },
      { ...change, from: 'waiting', to: 'opened' },
      { ...change, from: 'opened', to: 'ready' },
      { ...change, from: 'second-check', to: 'confirmed', decision: { ...decision, stage: 'second', code: 'confirmed-stolen' } },
      { ...change, from: 'ready', to: 'closed', decision },
      withdrawn,
    ],
    metrics,
  );
  expect(recorded.added).toEqual({ CasesOpened: 1, CasesConfirmed: 1, CasesRefused: 1 });
});
