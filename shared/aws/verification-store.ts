/**
 * Verifications, in the `cases` table: the looks at listings that a delivered Notice asks to be removed.
 *
 * | pk               | sk                    | item         | index and its key | answers |
 * | ---------------- | --------------------- | ------------ | ----------------- | --- |
 * | `NOTICE#N-7f3a…` | `VERIFICATION#7f3a…`  | Verification | `by-queue`: `VERIFICATIONS#met#due`, `2026-11-22T11:00:00Z` | what was seen since this notice? what is to be looked at now? |
 */

import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Verification } from '../domain/verification.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type VerificationStore = ReturnType<typeof createVerificationStore>;

export function createVerificationStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Begins to look; one that has begun stays as it is. */
  async function open(verification: Verification, nextLookAt: string): Promise<void> {
    await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(keyOf(verification), { ...verification, ...queueKeys(verification, nextLookAt) }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  /**
   * Saves a Verification with one look more than it had. `nextLookAt` undefined ends the ladder. False when somebody else has looked meanwhile, whose
   * look stands, or the notice was taken back.
   */
  async function saveLook(verification: Verification, nextLookAt: string | undefined): Promise<boolean> {
    return conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(keyOf(verification), { ...verification, ...queueKeys(verification, nextLookAt) }),
          ConditionExpression: 'size(looks) = :before AND attribute_not_exists(recalledAt)',
          ExpressionAttributeValues: { ':before': verification.looks.length - 1 },
        }),
      ),
    );
  }

  /** Ends the looks of a notice that was taken back; what was seen stays. */
  async function recall({ noticeId, caseId }: Pick<Verification, 'noticeId' | 'caseId'>, at: string): Promise<void> {
    const standing = (await ofNotice(noticeId)).find((each) => each.caseId === caseId);
    if (standing === undefined) return;
    const { queuePk, queueSk } = queueKeys(standing, undefined);
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(standing),
        UpdateExpression: 'SET recalledAt = if_not_exists(recalledAt, :at), queuePk = :queue, queueSk = :place',
        ExpressionAttributeValues: { ':at': at, ':queue': queuePk, ':place': queueSk },
      }),
    );
  }

  /** Begins the ladder anew for one that was climbed; one that is still looked at, or was taken back, stays as it is. */
  async function reopen(verification: Pick<Verification, 'noticeId' | 'caseId' | 'team'>, at: string): Promise<boolean> {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(verification),
          UpdateExpression: 'SET reopenedAt = :at, queuePk = :due, queueSk = :at',
          ConditionExpression: 'queuePk = :done AND attribute_not_exists(recalledAt)',
          ExpressionAttributeValues: { ':at': at, ':due': queueOf(verification, 'due'), ':done': queueOf(verification, 'done') },
        }),
      ),
    );
  }

  /** Those whose next look is due, longest due first. Read from an index, so one of the last second may be missing. */
  async function due(team: string, at: Date, limit: number): Promise<Verification[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queuePk = :due AND queueSk <= :now',
        ExpressionAttributeValues: { ':due': queueOf({ team }, 'due'), ':now': at.toISOString() },
        Limit: limit,
      }),
    );
    return Items.map(verificationOf);
  }

  /** One for each listing of a notice that was delivered. */
  async function ofNotice(noticeId: string): Promise<Verification[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :verifications)',
        ExpressionAttributeValues: { ':pk': `NOTICE#${noticeId}`, ':verifications': 'VERIFICATION#' },
        ConsistentRead: true,
      },
    );
    const found: Verification[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(verificationOf));
    return found;
  }

  return { open, saveLook, recall, reopen, due, ofNotice };
}

function keyOf({ noticeId, caseId }: Pick<Verification, 'noticeId' | 'caseId'>) {
  return { pk: `NOTICE#${noticeId}`, sk: `VERIFICATION#${caseId}` };
}

function queueOf({ team }: Pick<Verification, 'team'>, state: 'due' | 'done'): string {
  return `VERIFICATIONS#${team}#${state}`;
}

function queueKeys({ team, looks, since }: Verification, nextLookAt: string | undefined) {
  if (nextLookAt !== undefined) return { queuePk: queueOf({ team }, 'due'), queueSk: nextLookAt };
  return { queuePk: queueOf({ team }, 'done'), queueSk: looks.at(-1)?.at ?? since };
}

function verificationOf(item: Record<string, unknown>): Verification {
  return nounOf<Verification>(item, ['queuePk', 'queueSk']);
}
