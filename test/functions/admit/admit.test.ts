import { describe, expect, it } from 'vitest';
import { type AdmitParts, admit } from '../../../functions/admit/admit.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { aCase, aMatch } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { osei } from '../../support/people.ts';
import { aSourceOfItsOwn, createPipelineParts } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();
const noon = new Date('2026-11-22T12:05:00.000Z');

/** A team of its own with these many places a day, at a time. */
function aDesk({ placesPerDay, now = noon }: { placesPerDay: number; now?: Date }) {
  const { match, queues } = createPipelineParts(aws, aSourceOfItsOwn());
  const parts: AdmitParts = {
    cases: match.cases,
    audit: match.audit,
    reviewQueue: match.reviewQueue,
    team: match.team,
    placesPerDay,
    now: () => now,
  };
  async function waiting(name: string, bits: number, given: Partial<Case> = {}): Promise<void> {
    const told = { id: `${match.team}-${name}`, team: match.team, state: 'waiting' as const, openedAt: noon.toISOString() };
    await match.cases.open(aCase({ ...told, match: aMatch({ bits, evidenceKind: 'description' }), ...given }));
  }
  async function inState(state: Case['state']): Promise<string[]> {
    const { cases } = await match.cases.queue({ team: match.team, state, limit: 100 });
    return cases.map(({ id }) => id.slice(match.team.length + 1));
  }
  return {
    parts,
    waiting,
    inState,
    asked: () => queues.reviewQueue.sent.map(({ body }) => ('caseId' in body ? String(body.caseId).slice(match.team.length + 1) : '')),
  };
}

describe('admitting', () => {
  it('opens the best that wait while the day has places, and asks for their evidence', async () => {
    const desk = aDesk({ placesPerDay: 4 });
    for (const [name, bits] of [
      ['poor', -3],
      ['best', 2],
      ['fair', -1],
      ['good', 1],
    ] as const)
      await desk.waiting(name, bits);
    expect(await admit(desk.parts)).toBe(3);
    expect(await desk.inState('opened')).toEqual(['best', 'good', 'fair']);
    expect(await desk.inState('waiting')).toEqual(['poor']);
    expect(desk.asked()).toEqual(['best', 'good', 'fair']);
  });

  it('gives no place twice, whoever runs beside it', async () => {
    const desk = aDesk({ placesPerDay: 4 });
    for (let index = 0; index < 8; index += 1) await desk.waiting(`w${index}`, index);
    const admitted = await Promise.all([admit(desk.parts), admit(desk.parts)]);
    expect(admitted.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(3);
    expect((await desk.inState('opened')).length).toBeLessThanOrEqual(3);
    expect(await admit(desk.parts)).toBe(0);
  });

  it('opens nothing for a team that looks at no descriptions', async () => {
    const desk = aDesk({ placesPerDay: 0 });
    await desk.waiting('best', 9);
    expect(await admit(desk.parts)).toBe(0);
  });

  it('asks again for evidence that a crash kept from being asked for', async () => {
    const desk = aDesk({ placesPerDay: 0, now: new Date('2026-11-22T12:30:00.000Z') });
    await desk.waiting('stuck', 3, { state: 'opened' });
    await admit(desk.parts);
    expect(desk.asked()).toEqual(['stuck']);
  });

  it('puts a case back into the queue when its hold has run out, and not before', async () => {
    const desk = aDesk({ placesPerDay: 0 });
    const holdUntil = (at: string) => ({
      version: 1,
      opened: [],
      decisions: [
        {
          by: osei,
          at: '2026-11-20T12:00:00.000Z',
          stage: 'first' as const,
          code: 'needs-information' as const,
          holdUntil: at,
          revision: 2,
        },
      ],
    });
    await desk.waiting('due', 1, { state: 'on-hold', work: holdUntil('2026-11-22T12:05:00.000Z') });
    await desk.waiting('later', 2, { state: 'on-hold', work: holdUntil('2026-11-22T12:05:00.001Z') });
    await admit(desk.parts);
    expect([await desk.inState('ready'), await desk.inState('on-hold')]).toEqual([['due'], ['later']]);
  });
});
