/**
 * Listings that offer again what a notice had removed, in the `cases` table: a row at each end.
 *
 * | pk               | sk                      | item         | answers |
 * | ---------------- | ----------------------- | ------------ | --- |
 * | `CASE#9c1…`      | `EARLIER#N-7f3a…#7f3a…` | OfferedAgain | which notices went before this Case? |
 * | `NOTICE#N-7f3a…` | `AGAIN#7f3a…#9c1…`      | OfferedAgain | what was put up again since this notice? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { OfferedAgain } from '../domain/offered-again.ts';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';

export type OfferedAgainStore = ReturnType<typeof createOfferedAgainStore>;

export function createOfferedAgainStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** As it stands afterwards: what was kept first is not replaced. The end at the Case is written last, so that both are there when it is. */
  async function keep(found: OfferedAgain): Promise<OfferedAgain> {
    await put(atNotice(found), found);
    if (await put(atCase(found), found)) return found;
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: atCase(found), ConsistentRead: true }));
    return Item === undefined ? found : nounOf<OfferedAgain>(Item);
  }

  async function put(key: ItemKey, found: OfferedAgain): Promise<boolean> {
    const Item = itemOf(key, found);
    return conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  }

  /** Of a Case, those that went before it, longest ago first. */
  async function earlierOf(caseId: string): Promise<OfferedAgain[]> {
    const found = await rows(`CASE#${caseId}`, 'EARLIER#');
    return found.sort((a, b) => a.earlier.askedAt.localeCompare(b.earlier.askedAt));
  }

  /** Since a notice, those that were put up again, first found first. */
  async function since(noticeId: string): Promise<OfferedAgain[]> {
    const found = await rows(`NOTICE#${noticeId}`, 'AGAIN#');
    return found.sort((a, b) => a.foundAt.localeCompare(b.foundAt));
  }

  async function rows(pk: string, prefix: string): Promise<OfferedAgain[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
      },
    );
    const found: OfferedAgain[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<OfferedAgain>(item)));
    return found;
  }

  return { keep, earlierOf, since };
}

function atCase({ caseId, earlier }: OfferedAgain): ItemKey {
  return { pk: `CASE#${caseId}`, sk: `EARLIER#${earlier.noticeId}#${earlier.caseId}` };
}

function atNotice({ caseId, earlier }: OfferedAgain): ItemKey {
  return { pk: `NOTICE#${earlier.noticeId}`, sk: `AGAIN#${earlier.caseId}#${caseId}` };
}
