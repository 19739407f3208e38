import { expect, it } from 'vitest';
import { count } from '../../../functions/count/count.ts';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createAnswerStore } from '../../../shared/aws/answer-store.ts';
import { createCaseStore } from '../../../shared/aws/case-store.ts';
import { createFigureStore } from '../../../shared/aws/figure-store.ts';
import { createNoticeStore } from '../../../shared/aws/notice-store.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { seenOf, type Worked, workOn } from '../../../shared/domain/work-on-case.ts';
import { aCase, aMatch, NOW } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aNoticeOf, anAnswerTo } from '../../support/notices.ts';
import { osei } from '../../support/people.ts';

const aws = useEmbeddedAws();

it('counts the cases of the team as they stand and were decided, and keeps the figures for the page', async () => {
  const table = tableName('cases');
  const cases = createCaseStore({ client: aws.dynamo, table });
  const figures = createFigureStore({ client: aws.dynamo, table });
  const notices = createNoticeStore({ client: aws.dynamo, table });
  const answers = createAnswerStore({ client: aws.dynamo, table });
  const parts = { cases, figures, notices, answers, team: 'default', now: () => NOW };
  expect(await figures.ofTeam('default')).toBeUndefined();

  await cases.open(aCase({ id: 'waits' }));
  await cases.open(aCase({ id: 'another-team', team: 'another' }));
  const refused = aCase({ id: 'refused', match: aMatch({ evidenceKind: 'description' }) });
  await cases.open(refused);
  const taken = done(workOn(refused, { act: 'claim' }, { by: osei, at: NOW }));
  await cases.saveWork(refused, taken);
  const decided = done(workOn(taken, { act: 'decide', code: 'not-the-device', seen: seenOf(taken) }, { by: osei, at: NOW }));
  expect(await cases.saveWork(taken, decided)).toBe('saved');

  const { notice } = aNoticeOf(aCase());
  await notices.create({ ...notice, state: 'queued' });
  await notices.change(notice.id, { state: 'delivered', deliveredAt: '2026-11-20T12:00:00.000Z' });
  await answers.append(anAnswerTo(notice, { answer: 'refused', reason: 'not-found', words: 'We looked twice.' }));

  const counted = await count(parts);
  expect(counted.answers).toMatchObject([{ asked: 1, answered: 1, refused: 1, reasons: [{ reason: 'not-found', count: 1 }] }]);
  expect(counted.byState).toEqual([
    { state: 'ready', count: 1 },
    { state: 'closed', count: 1 },
  ]);
  expect(counted.waitingBySource).toEqual([{ source: 'marktplein', count: 1 }]);
  expect(counted.byEvidence).toEqual([{ name: 'description', confirmed: 0, refused: 1, undecided: 0 }]);
  expect(counted.hoursToDecision?.decisions).toBe(1);
  expect(await figures.ofTeam('default')).toEqual(counted);
});

function done(worked: Worked): Case {
  if (worked.outcome === 'refused') throw new Error(`not done: ${worked.obstacle.why}`);
  return worked.item;
}
