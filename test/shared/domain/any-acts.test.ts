import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import { undoableAt } from '../../../shared/domain/case-obstacles.ts';
import { claimAt, noWork, standingDecisions } from '../../../shared/domain/case-work.ts';
import { confirmationOf } from '../../../shared/domain/confirmation.ts';
import { decisionCodes, isRefusalReason, takesEffectAt } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { refusalReasons } from '../../../shared/domain/refusal.ts';
import { type Act, endHold, seenOf, workOn } from '../../../shared/domain/work-on-case.ts';
import { aCase } from '../../support/console-data.ts';
import { bello, evans, lindt, novak, osei, stranger } from '../../support/people.ts';

const people: Person[] = [osei, novak, bello, evans, { ...lindt, roles: ['reviewer', 'second-reviewer'] }, stranger];
const start = Date.parse('2026-11-22T14:05:00.000Z');

/** Mostly acts that get somewhere: a walk that is refused all the time proves nothing. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ act: 'claim' } as const) },
  { weight: 3, arbitrary: fc.constant({ act: 'open-evidence' } as const) },
  { weight: 2, arbitrary: fc.constantFrom({ act: 'renew' } as const, { act: 'release' } as const, { act: 'resume' } as const) },
  { weight: 2, arbitrary: fc.constant({ act: 'undo' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('revoke' as const),
      code: fc.constantFrom(...refusalReasons),
      note: fc.constantFrom(undefined, 'Another box'),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(...people).map((to) => ({ act: 'hand-over', to }) as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      code: fc.oneof(fc.constant('confirmed-stolen' as const), fc.constantFrom(...decisionCodes)),
      note: fc.constantFrom(undefined, 'Seen by both'),
      holdDays: fc.constantFrom(undefined, 1),
      stale: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
    }),
  },
);
const machineMove = fc.constantFrom('revised' as const, 'record-went' as const, 'reopened' as const, 'clock' as const);
const step = fc.record({
  what: fc.oneof({ weight: 12, arbitrary: act }, { weight: 1, arbitrary: machineMove }),
  /** Undefined goes on with the person before: somebody must get as far as a decision. */
  turnTo: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
  pauseSeconds: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.constantFrom(61, 61, 901, 90_000)),
});

function byMachine(item: Case, what: 'revised' | 'record-went' | 'reopened' | 'clock', at: Date): Case {
  const settled = item.state === 'confirmed' || item.state === 'closed';
  if (what === 'revised' && !settled) return { ...item, listing: { ...item.listing, revision: item.listing.revision + 1 } };
  if (what === 'record-went' && item.state !== 'closed')
    return { ...item, state: 'closed', closedAt: at.toISOString(), closedBecause: 'gone' };
  if (what === 'reopened' && item.state === 'closed') return { ...item, state: 'ready' };
  return what === 'clock' ? (endHold(item, at) ?? item) : item;
}

test('no order of acts by whomever breaks a rule', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), (steps) => {
      let item = aCase();
      let now = start;
      let by: Person = osei;
      for (const { what, turnTo, pauseSeconds } of steps) {
        by = turnTo ?? by;
        now += pauseSeconds * 1000;
        const at = new Date(now);
        if (typeof what === 'string') {
          item = byMachine(item, what, at);
          continue;
        }
        const asked: Act = what.act === 'decide' ? { ...what, seen: what.stale ? 'another' : seenOf(item) } : what;
        const worked = workOn(item, asked, { by, at });
        if (worked.outcome === 'refused') continue;
        keepsTheRules(item, worked.item, { asked, by, at });
        item = worked.item;
        reached.add(item.state);
        if (asked.act === 'revoke') reached.add('revocation');
        if (confirmationOf(item, new Date(now + 60_000))) reached.add('confirmation');
      }
    }),
    { numRuns: 3000 },
  );
  expect([...reached].sort()).toEqual(['closed', 'confirmation', 'confirmed', 'on-hold', 'ready', 'revocation', 'second-check']);
});

function keepsTheRules(before: Case, after: Case, { asked, by, at }: { asked: Act; by: Person; at: Date }): void {
  const work = after.work ?? noWork;
  const workBefore = before.work ?? noWork;

  expect(by.team).toBe(after.team);
  expect(work.version).toBe(workBefore.version + 1);
  // Nothing that was decided is ever forgotten.
  expect(work.decisions.length).toBeGreaterThanOrEqual(workBefore.decisions.length);
  for (const [index, { undoneAt: _, ...decision }] of workBefore.decisions.entries()) expect(work.decisions[index]).toMatchObject(decision);
  // A case in one person's hands is changed by nobody else, but that colleagues may look at the evidence.
  const holder = claimAt(workBefore, at);
  if (holder && asked.act !== 'open-evidence') expect(holder.by.id).toBe(by.id);
  // A decision that may still be taken back is touched by its maker alone, and only so.
  const undoable = undoableAt(before, at);
  if (undoable) expect([asked.act, by.id]).toEqual(['undo', undoable.by]);
  if (asked.act === 'undo') expect(undoable).toBeDefined();

  const decision = work.decisions.length > workBefore.decisions.length ? work.decisions.at(-1) : undefined;
  expect(decision !== undefined).toBe(asked.act === 'decide' || asked.act === 'revoke');
  if (asked.act === 'revoke') {
    // Only what both had confirmed for good, by whom notices are entrusted to, with the reason kept; and it stays so until the machine opens it again.
    expect(confirmationOf(before, at)).toBeDefined();
    expect(by.roles.some((role) => role === 'second-reviewer' || role === 'notice-officer')).toBe(true);
    expect(decision).toMatchObject({ stage: 'revocation', code: asked.code, note: 'Another box', by: { id: by.id } });
    expect([after.state, after.refusal?.reason, confirmationOf(after, at)]).toEqual(['closed', asked.code, undefined]);
    expect([workOn(after, asked, { by, at }).outcome, workOn(after, { act: 'undo' }, { by, at }).outcome]).toEqual(['refused', 'refused']);
  } else if (decision) {
    expect(holder?.by.id).toBe(decision.by.id);
    expect(work.claim).toBeUndefined();
    if (decision.code === 'confirmed-stolen')
      expect(workBefore.opened).toContainEqual(expect.objectContaining({ revision: before.listing.revision, by: decision.by }));
    if (decision.stage === 'second' && decision.code !== 'confirmed-stolen')
      expect([after.state, decision.note]).toEqual(['ready', 'Seen by both']);
  }
  if (after.state === 'closed')
    expect(isRefusalReason(standingDecisions(work).at(-1)?.code ?? 'confirmed-stolen') && after.refusal?.at).toBe(decision?.at);
  if (after.state === 'confirmed') {
    const [first, second] = standingDecisions(work).slice(-2);
    expect([first?.stage, first?.code, second?.stage, second?.code]).toEqual(['first', 'confirmed-stolen', 'second', 'confirmed-stolen']);
    expect(first?.by.id).not.toBe(second?.by.id);
    if (second) expect(confirmationOf(after, new Date(Date.parse(takesEffectAt(second)) - 1))).toBeUndefined();
  }
  // Without a decision, an undo or a resumption the state stays as it was.
  if (!['decide', 'undo', 'resume', 'revoke'].includes(asked.act)) expect(after.state).toBe(before.state);
}
