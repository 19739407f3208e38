import { describe, expect, it } from 'vitest';
import { actOnEscalation, type Call, type Escalation, escalationId, escalationOf } from '../../../shared/domain/escalation.ts';
import { bello, osei } from '../../support/people.ts';

const at = new Date('2026-11-25T12:00:00.000Z');
const call: Call = {
  kind: 'returned',
  team: 'met',
  source: 'gumtree',
  noticeId: 'N-7Kq2',
  caseIds: ['k3Yb'],
  occurrence: '1',
  why: 'The listing was gone and is offered again.',
};
const open = escalationOf(call, { by: 'verify', at });

function taken(by = osei): Escalation {
  const after = actOnEscalation(open, { act: 'take', note: ' ringing them ' }, { by, at });
  if ('hindrance' in after) throw new Error(after.hindrance);
  return after;
}

describe('an escalation', () => {
  it('has one id for one call, and another for the next return, another notice or another reason', () => {
    expect(escalationId({ ...call })).toBe(open.id);
    const others = [{ occurrence: '2' }, { noticeId: 'N-8' }, { kind: 'unseen' as const }, { caseIds: ['other'] }];
    expect(new Set([open.id, ...others.map((change) => escalationId({ ...call, ...change }))]).size).toBe(5);
  });

  it('is taken by a person with a note, by another out of their hands, and closed by whoever has it', () => {
    expect(taken()).toMatchObject({ state: 'taken', taken: { by: { id: osei.id, name: osei.name }, note: 'ringing them' } });
    const other = actOnEscalation(taken(), { act: 'take' }, { by: bello, at });
    expect(other).toMatchObject({ state: 'taken', taken: { by: { id: bello.id } } });
    const closed = actOnEscalation(taken(), { act: 'close', note: 'They took it down.' }, { by: osei, at });
    expect(closed).toMatchObject({ state: 'closed', closed: { by: { name: osei.name }, note: 'They took it down.' } });
  });

  it('is not closed by whoever has not taken it, and nothing is done with a closed one', () => {
    const close = { act: 'close', note: 'Done.' } as const;
    expect(actOnEscalation(open, close, { by: osei, at })).toEqual({ hindrance: 'not-taken' });
    expect(actOnEscalation(taken(), close, { by: bello, at })).toEqual({ hindrance: 'taken-by-another' });
    const closed = actOnEscalation(taken(), close, { by: osei, at });
    if ('hindrance' in closed) throw new Error(closed.hindrance);
    expect(actOnEscalation(closed, { act: 'take' }, { by: osei, at })).toEqual({ hindrance: 'closed-already' });
  });
});
