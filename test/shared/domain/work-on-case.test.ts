import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import { confirmationOf } from '../../../shared/domain/confirmation.ts';
import type { DecisionCode } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type Act, type DecideAct, endHold, refuseUnclaimed, seenOf, workOn } from '../../../shared/domain/work-on-case.ts';
import { aCase } from '../../support/console-data.ts';
import { bello, lindt, novak, osei, stranger } from '../../support/people.ts';

const start = Date.parse('2026-11-22T14:05:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1000);
const minutes = (count: number) => count * 60;

type Step = [person: Person, act: Act | ((item: Case) => Act), seconds: number];

/** Does the steps, each of which must succeed. */
function having(item: Case, ...steps: Step[]): Case {
  return steps.reduce((before, [by, act, seconds]) => {
    const worked = workOn(before, typeof act === 'function' ? act(before) : act, { by, at: at(seconds) });
    if (worked.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(worked.obstacle)}`);
    return worked.item;
  }, item);
}

function why(item: Case, [by, act, seconds]: Step): string {
  const worked = workOn(item, typeof act === 'function' ? act(item) : act, { by, at: at(seconds) });
  return worked.outcome === 'refused' ? worked.obstacle.why : 'done';
}

const claim: Act = { act: 'claim' };
const open: Act = { act: 'open-evidence' };
const undo: Act = { act: 'undo' };
const decide =
  (code: DecisionCode, more: Partial<DecideAct> = {}) =>
  (item: Case): Act => ({ act: 'decide', code, seen: seenOf(item), ...more });
const confirm = decide('confirmed-stolen');

const claimed = having(aCase(), [osei, claim, 0]);
const confirmedOnce = having(claimed, [osei, open, 1], [osei, confirm, 10]);
const withSecond = having(confirmedOnce, [novak, claim, 100], [novak, open, 101]);
const confirmed = having(withSecond, [novak, confirm, 110]);

describe('a claim', () => {
  test('keeps everybody else out until it runs out', () => {
    expect(why(claimed, [novak, claim, minutes(14)])).toBe('claimed-by-another');
    expect(why(claimed, [novak, claim, minutes(15)])).toBe('done');
    expect(why(claimed, [novak, decide('not-the-device'), 5])).toBe('claimed-by-another');
  });

  test('lasts longer when it is renewed, and ends when it is released', () => {
    const renewed = having(claimed, [osei, { act: 'renew' }, minutes(10)]);
    expect(why(renewed, [novak, claim, minutes(20)])).toBe('claimed-by-another');
    expect(why(having(renewed, [osei, { act: 'release' }, minutes(11)]), [novak, claim, minutes(11)])).toBe('done');
  });

  test('is handed over to a colleague whose turn it may be, with a note, for a day', () => {
    const handed = having(claimed, [osei, { act: 'hand-over', to: novak, note: 'My shift ends' }, 5]);
    expect(handed.work?.claim).toMatchObject({ by: { id: 'novak' }, from: { id: 'osei' }, note: 'My shift ends' });
    expect(why(handed, [osei, claim, minutes(600)])).toBe('claimed-by-another');
    for (const to of [osei, bello, lindt, stranger]) expect(why(claimed, [osei, { act: 'hand-over', to }, 5])).toBe('cannot-take-over');
    expect(why(withSecond, [novak, { act: 'hand-over', to: { ...osei, roles: ['second-reviewer'] } }, 105])).toBe('cannot-take-over');
  });

  test('is for those whose turn it is', () => {
    expect(why(aCase(), [bello, claim, 0])).toBe('role-missing');
    expect(why(aCase(), [lindt, claim, 0])).toBe('role-missing');
    expect(why(aCase(), [stranger, claim, 0])).toBe('other-team');
    expect(why(aCase({ state: 'held' }), [osei, claim, 0])).toBe('wrong-state');
  });
});

describe('a decision', () => {
  test('needs a claim that stands', () => {
    expect(why(aCase(), [osei, decide('not-the-device'), 0])).toBe('not-claimed');
    expect(why(claimed, [osei, decide('not-the-device'), minutes(15)])).toBe('not-claimed');
  });

  test('that confirms needs the evidence opened, as it is now', () => {
    expect(why(claimed, [osei, confirm, 5])).toBe('evidence-not-opened');
    const changed = { ...having(claimed, [osei, open, 1]), listing: { ...claimed.listing, revision: 3 } };
    expect(why(changed, [osei, confirm, 5])).toBe('evidence-not-opened');
    const capturedAgain = { ...having(claimed, [osei, open, 1]), page: { capturedAt: at(2).toISOString(), outcome: 'listing' } };
    expect(why(capturedAgain, [osei, confirm, 5])).toBe('evidence-not-opened');
  });

  test('is refused when the comparison changed under the eyes of its maker', () => {
    const stale: Act = { act: 'decide', code: 'not-the-device', seen: seenOf(claimed) };
    expect(why({ ...claimed, basis: 'bases/newer.json' }, [osei, stale, 5])).toBe('changed-since-seen');
  });

  test.each<[DecisionCode, Partial<DecideAct>, string]>([
    ['record-wrong', {}, 'note-missing'],
    ['record-wrong', { note: '  no  ' }, 'note-missing'],
    ['record-wrong', { note: 'IMEI of the spare phone' }, 'done'],
    ['cannot-tell', {}, 'done'],
    ['needs-information', { holdDays: 7 }, 'note-missing'],
    ['needs-information', { note: 'Ask the owner for the box' }, 'hold-days-missing'],
    ['deconfliction-hold', { note: 'Operation Heron', holdDays: 91 }, 'hold-days-missing'],
    ['deconfliction-hold', { note: 'Operation Heron', holdDays: 0.5 }, 'hold-days-missing'],
    ['deconfliction-hold', { note: 'Operation Heron', holdDays: 30 }, 'done'],
  ])('of %s with %j is %s', (code, more, expected) => {
    expect(why(claimed, [osei, decide(code, more), 5])).toBe(expected);
  });

  test('that refuses closes the case with a refusal that remembers the pair', () => {
    const closed = having(claimed, [osei, decide('legitimate-sale'), 5]);
    expect(closed).toMatchObject({
      state: 'closed',
      closedAt: at(5).toISOString(),
      closedBecause: 'Refused by Ama Osei: legitimate-sale.',
    });
    expect(closed.refusal).toMatchObject({ reason: 'legitimate-sale', by: 'osei' });
  });

  test('about a flood is never a confirmation', () => {
    const flood = having(aCase({ kind: 'flood', floodOf: 'record' }), [osei, claim, 0], [osei, open, 1]);
    expect(why(flood, [osei, confirm, 2])).toBe('not-about-one-pair');
  });

  test('that holds names its end, and the case is ready again from then on', () => {
    const held = having(claimed, [osei, decide('needs-information', { note: 'Ask the owner', holdDays: 2 }), 5]);
    expect(held.state).toBe('on-hold');
    expect(endHold(held, at(2 * 86_400))).toBeUndefined();
    expect(endHold(held, at(2 * 86_400 + 5))?.state).toBe('ready');
    expect(having(held, [novak, { act: 'resume' }, 100])).toMatchObject({ state: 'ready', work: { claim: { by: { id: 'novak' } } } });
    expect(why(held, [bello, { act: 'resume' }, 100])).toBe('role-missing');
  });
});

describe('a second person', () => {
  test('is another person, with the role for it, who opens the evidence too', () => {
    expect(confirmedOnce.state).toBe('second-check');
    expect(why(confirmedOnce, [{ ...osei, roles: ['reviewer', 'second-reviewer'] }, claim, 100])).toBe('decided-by-you');
    expect(why(confirmedOnce, [{ ...stranger, team: 'default', roles: ['reviewer'] }, claim, 100])).toBe('role-missing');
    expect(why(having(confirmedOnce, [novak, claim, 100]), [novak, confirm, 101])).toBe('evidence-not-opened');
    expect(confirmed.state).toBe('confirmed');
  });

  test('sends it back with a reason, and it can be decided anew', () => {
    expect(why(withSecond, [novak, decide('not-the-device'), 110])).toBe('note-missing');
    const back = having(withSecond, [novak, decide('not-the-device', { note: 'The engraving differs' }), 110]);
    expect(back).toMatchObject({
      state: 'ready',
      work: { decisions: [{ stage: 'first' }, { stage: 'second', note: 'The engraving differs' }] },
    });
    expect(back.refusal).toBeUndefined();
    expect(having(back, [osei, claim, 200], [osei, decide('not-the-device'), 201]).state).toBe('closed');
  });
});

describe('the undo window', () => {
  test('keeps everybody out, and lets the decider take it back', () => {
    expect(why(confirmedOnce, [novak, claim, 69])).toBe('may-be-taken-back');
    expect(why(confirmedOnce, [novak, undo, 20])).toBe('nothing-to-take-back');
    expect(why(confirmedOnce, [osei, undo, 70])).toBe('nothing-to-take-back');
    const back = having(confirmedOnce, [osei, undo, 69]);
    expect(back).toMatchObject({
      state: 'ready',
      work: { claim: { by: { id: 'osei' } }, decisions: [{ undoneAt: at(69).toISOString() }] },
    });
  });

  test('gives back what a refusal had replaced', () => {
    const refusedBefore = { ...claimed, refusal: { reason: 'cannot-tell', by: 'bello', at: '', until: '', points: [] } } satisfies Case;
    const undone = having(refusedBefore, [osei, decide('not-the-device'), 5], [osei, undo, 6]);
    expect([undone.state, undone.refusal, undone.closedAt, undone.closedBecause]).toEqual([
      'ready',
      refusedBefore.refusal,
      undefined,
      undefined,
    ]);
    expect(having(claimed, [osei, decide('not-the-device'), 5], [osei, undo, 6]).refusal).toBeUndefined();
  });

  test('is over when the record went meanwhile', () => {
    const closed = having(claimed, [osei, decide('not-the-device'), 5]);
    expect(why({ ...closed, closedAt: at(20).toISOString() }, [osei, undo, 30])).toBe('nothing-to-take-back');
    expect(why({ ...confirmedOnce, state: 'closed' }, [osei, undo, 30])).toBe('nothing-to-take-back');
  });

  test('must be over before a notice may start', () => {
    expect(confirmationOf(confirmed, at(169))).toBeUndefined();
    expect(confirmationOf(confirmed, at(170))).toMatchObject({
      first: { by: osei.id && { id: 'osei' } },
      second: { by: { id: 'novak' } },
      since: at(170).toISOString(),
    });
    expect(confirmationOf(confirmedOnce, at(1000))).toBeUndefined();
    expect(confirmationOf({ ...confirmed, state: 'closed' }, at(1000))).toBeUndefined();
  });
});

test('a pair is refused without a claim only where no person has it in hand', () => {
  const word = { code: 'not-the-device', by: osei, at: at(5) } as const;
  expect(refuseUnclaimed(aCase({ state: 'held' }), { ...word, withFlood: 'f' })).toMatchObject({
    state: 'closed',
    work: { decisions: [{ withFlood: 'f' }] },
  });
  expect(refuseUnclaimed(claimed, word)).toBeUndefined();
  expect(refuseUnclaimed(confirmedOnce, word)).toBeUndefined();
  expect(refuseUnclaimed(confirmed, word)).toBeUndefined();
});
