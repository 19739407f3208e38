import { expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createCaseStore } from '../../../shared/aws/case-store.ts';
import { createDecisionLog } from '../../../shared/aws/decision-log.ts';
import { createRoster } from '../../../shared/aws/roster.ts';
import type { DecisionRow } from '../../../shared/domain/quality.ts';
import { aCase } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { novak, osei } from '../../support/people.ts';

const services = useEmbeddedAws();
const row: DecisionRow = { team: 'met', caseId: 'c1', at: '2026-11-22T14:05:00.000Z', stage: 'first', code: 'not-the-device', seconds: 31 };

test('decisions are found by team and week, and one taken back replaces itself', async () => {
  const log = createDecisionLog({ client: services.dynamo, table: tableName('cases') });
  const monday = { ...row, caseId: 'c2', at: '2026-11-23T00:00:00.000Z' };
  for (const each of [row, monday, { ...row, team: 'north' }]) await log.note(each);
  await log.note({ ...row, undone: true });
  expect(await log.ofWeek('met', '2026-W47')).toStrictEqual([{ ...row, undone: true }]);
  expect(await log.ofWeek('met', '2026-W48')).toStrictEqual([monday]);
});

test('a team knows who has taken cases, by name and as they are now', async () => {
  const roster = createRoster({ client: services.dynamo, table: tableName('cases') });
  for (const person of [novak, osei, { ...osei, team: 'north' }]) await roster.note(person, row.at);
  await roster.note({ ...osei, roles: ['second-reviewer'] }, row.at);
  expect(await roster.ofTeam('default')).toStrictEqual([{ ...osei, roles: ['second-reviewer'] }, novak]);
});

test('a copy that checks decisions is in the queue, and beside nothing', async () => {
  const cases = createCaseStore({ client: services.dynamo, table: tableName('cases') });
  await cases.open(aCase({ team: 'checks', id: 'copy', check: { kind: 'golden', of: 'known', answer: 'not-the-device' } }));
  expect((await cases.queue({ team: 'checks', state: 'ready', limit: 5 })).cases).toHaveLength(1);
  expect(await cases.restingOn(aCase().match.recordReference)).toEqual([]);
  expect(await cases.allAbout({ listing: aCase().listing })).toEqual([]);
});
