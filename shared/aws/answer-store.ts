/**
 * What platforms answered to Notices, in the `cases` table: appended, never written over.
 *
 * | pk               | sk                     | item         | index and its key | answers |
 * | ---------------- | ---------------------- | ------------ | ----------------- | --- |
 * | `NOTICE#N-7f3a…` | `ANSWER#k3Yb0s…#00001` | StoredAnswer | `by-queue`: `ANSWERS#met`, `2026-11-22T10:00:00Z` | what was answered to this notice? what came in lately? |
 */

import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import {
  type AnswerKind,
  mostAnswers,
  type NoticeAnswer,
  type StoredAnswer,
  saysTheSame,
  standingAnswers,
} from '../domain/notice/answer.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/** `repeated`: it says what the last one about the listing said. `too-many`: nobody has so much to say about one listing. */
export type AppendOutcome = 'kept' | 'repeated' | 'too-many';

export function createAnswerStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /**
   * After the last one about the same listing. Of two at the same moment one comes after the other, and one that says the same is none. `number` is that
   * of the answer that now stands.
   */
  async function append(answer: NoticeAnswer): Promise<{ outcome: AppendOutcome; number: number }> {
    const last = (await ofNotice(answer.noticeId)).findLast(({ caseId }) => caseId === answer.caseId);
    const number = last?.number ?? 0;
    if (last !== undefined && saysTheSame(last, answer)) return { outcome: 'repeated', number };
    if (number >= mostAnswers) return { outcome: 'too-many', number };
    const stored: StoredAnswer = { ...answer, number: number + 1 };
    const Item = itemOf(keyOf(stored), { ...stored, ...queueKeys(stored) });
    const ConditionExpression = 'attribute_not_exists(pk)';
    const isKept = await conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression })));
    return isKept ? { outcome: 'kept', number: stored.number } : append(answer);
  }

  /** Of each listing oldest first. */
  async function ofNotice(noticeId: string): Promise<StoredAnswer[]> {
    return collect({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :answers)',
      ExpressionAttributeValues: { ':pk': `NOTICE#${noticeId}`, ':answers': 'ANSWER#' },
      ConsistentRead: true,
    });
  }

  /** By Case, what the platform said last of the listing. */
  async function standing(noticeId: string): Promise<Map<string, AnswerKind>> {
    return new Map([...standingAnswers(await ofNotice(noticeId))].map(([caseId, { said }]) => [caseId, said.answer]));
  }

  /** All of a team's that came in from this moment on, oldest first. Read from an index, so one of the last second may be missing. */
  async function since(team: string, from: string): Promise<StoredAnswer[]> {
    return collect({
      IndexName: 'by-queue',
      KeyConditionExpression: 'queuePk = :queue AND queueSk >= :from',
      ExpressionAttributeValues: { ':queue': `ANSWERS#${team}`, ':from': from },
    });
  }

  async function collect(asked: object): Promise<StoredAnswer[]> {
    const found: StoredAnswer[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, { TableName: table, ...asked })) found.push(...Items.map(answerOf));
    return found;
  }

  return { append, ofNotice, standing, since };
}

function keyOf({ noticeId, caseId, number }: Pick<StoredAnswer, 'noticeId' | 'caseId' | 'number'>) {
  return { pk: `NOTICE#${noticeId}`, sk: `ANSWER#${caseId}#${String(number).padStart(5, '0')}` };
}

function queueKeys({ team, at }: StoredAnswer) {
  return { queuePk: `ANSWERS#${team}`, queueSk: at };
}

function answerOf(item: Record<string, unknown>): StoredAnswer {
  return nounOf<StoredAnswer>(item, ['queuePk', 'queueSk']);
}
