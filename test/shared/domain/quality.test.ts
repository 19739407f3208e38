import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import type { DecisionCode } from '../../../shared/domain/decision.ts';
import { checkCopyOf, type DecisionRow, qualityOf, secondLookAt, weekOf } from '../../../shared/domain/quality.ts';
import { seenOf, workOn } from '../../../shared/domain/work-on-case.ts';
import { aCase, NOW } from '../../support/console-data.ts';
import { novak, osei } from '../../support/people.ts';

function decided(item: Case, code: DecisionCode, by = osei): Case {
  const acts = [
    { act: 'claim' } as const,
    { act: 'open-evidence' } as const,
    { act: 'decide', code, note: 'As seen', holdDays: 1, seen: seenOf(item) } as const,
  ];
  return acts.reduce((before, act) => {
    const worked = workOn(before, act, { by, at: NOW });
    if (worked.outcome === 'refused') throw new Error(worked.obstacle.why);
    return worked.item;
  }, item);
}

describe('a second look', () => {
  const refused = decided(aCase(), 'not-the-device');

  test('brings one refusal in twenty before another person, looking like any other case', () => {
    const look = secondLookAt(refused, { id: 'copy', draw: 0.049 });
    const { check, ...rest } = look ?? aCase();
    expect(rest).toEqual({ ...aCase(), id: 'copy' });
    expect(check).toEqual({ kind: 'second-look', of: aCase().id, answer: 'not-the-device', notBy: 'osei' });
    expect(secondLookAt(refused, { id: 'copy', draw: 0.05 })).toBeUndefined();
    expect(look && workOn(look, { act: 'claim' }, { by: osei, at: NOW })).toMatchObject({ obstacle: { why: 'decided-by-you' } });
  });

  test('is not taken at what gives nothing to agree with', () => {
    const draw = { id: 'copy', draw: 0 };
    for (const code of ['cannot-tell', 'confirmed-stolen', 'needs-information'] as const)
      expect(secondLookAt(decided(aCase(), code), draw)).toBeUndefined();
    expect(secondLookAt(decided(aCase({ kind: 'flood', floodOf: 'record' }), 'not-the-device'), draw)).toBeUndefined();
    const look = secondLookAt(refused, draw);
    expect(look && secondLookAt(decided(look, 'not-the-device', novak), draw)).toBeUndefined();
  });
});

test.each(['confirmed-stolen', 'not-the-device', 'needs-information'] as const)('nothing follows from a check decided as %s', (code) => {
  const check = { kind: 'golden', of: 'known', answer: 'not-the-device' } as const;
  const answered = decided(checkCopyOf(aCase(), { id: 'copy', check }), code);
  expect([answered.state, answered.refusal, answered.work?.decisions.length]).toEqual(['closed', undefined, 1]);
  expect(workOn(answered, { act: 'undo' }, { by: osei, at: NOW })).toMatchObject({ item: { state: 'ready' } });
});

test('quality counts what was told apart, and neither names nor what was taken back', () => {
  const row = (code: DecisionCode, seconds: number, more: Partial<DecisionRow> = {}): DecisionRow => ({
    team: 't',
    caseId: 'c',
    at: '',
    stage: 'first',
    code,
    seconds,
    ...more,
  });
  const golden = { kind: 'golden', answer: 'confirmed-stolen' } as const;
  const look = { kind: 'second-look', answer: 'not-the-device' } as const;
  expect(
    qualityOf([
      row('not-the-device', 10),
      row('confirmed-stolen', 30, { check: golden }),
      row('legitimate-sale', 20, { check: golden }),
      row('cannot-tell', 90, { check: golden }),
      row('legitimate-sale', 25, { check: look }),
      row('not-the-device', 1, { check: look, undone: true }),
    ]),
  ).toEqual({
    decisions: 5,
    medianSeconds: 25,
    golden: { agreed: 1, disagreed: 1, unsure: 1 },
    secondLooks: { agreed: 1, disagreed: 0, unsure: 0 },
  });
  expect(qualityOf([])).toMatchObject({ decisions: 0, medianSeconds: undefined });
});

test.each([
  ['2026-11-22T23:59:59.000Z', '2026-W47'],
  ['2026-11-23T00:00:00.000Z', '2026-W48'],
  ['2027-01-03T12:00:00.000Z', '2026-W53'],
  ['2027-01-04T00:00:00.000Z', '2027-W01'],
  ['2024-12-30T12:00:00.000Z', '2025-W01'],
])('%s is in week %s', (moment, week) => {
  expect(weekOf(new Date(moment))).toBe(week);
});
