/**
 * Hits of the check API, in the `checks` table: the row of the question carries them, one a client, device and day.
 *
 * | pk                         | sk            | item | index and its key | answers |
 * | -------------------------- | ------------- | ---- | ----------------- | --- |
 * | `DAY#phone-hub#2026-11-27` | `ASKED#n0Z3…` | CheckHit | `by-hit`: `HITS#2026-11`, `2026-11-27T10:00:00.000Z#phone-hub` | who asked about which record, when? |
 */

import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { CheckAnswer } from '../domain/check/answer.ts';
import { nounOf } from './item.ts';

export type CheckHits = ReturnType<typeof createCheckHits>;

/** Somebody asked about a device that is looked for. */
export interface CheckHit {
  /** Id of the receipt of the first question that was answered, or held back. */
  id: string;
  client: string;
  at: string;
  /** What was answered; `cannot-say` where the record's grade or a dispute does not let us say. */
  answer: CheckAnswer;
  /** The answer was not given: with this question the client was held. Goes when it is asked again and answered. */
  isHeldBack?: true;
  /** Masked: `35693803*****09`. */
  identifier: string;
  /** References of the records. */
  records: string[];
  /** The client's own, as it gave it. */
  reference?: string;
}

export function createCheckHits({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Of a month (`2026-11`), newest first, at most `limit`. Read from an index, so one of the last second may be missing. */
  async function ofMonth(month: string, { limit, client: asker }: { limit: number; client?: string | undefined }): Promise<CheckHit[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: 'by-hit',
        KeyConditionExpression: 'hitPk = :month',
        ExpressionAttributeValues: { ':month': `HITS#${month}`, ...(asker !== undefined && { ':asker': asker }) },
        ...(asker !== undefined && { FilterExpression: '#client = :asker', ExpressionAttributeNames: { '#client': 'client' } }),
        ScanIndexForward: false,
      },
    );
    const found: CheckHit[] = [];
    for await (const { Items = [] } of pages) {
      found.push(...Items.map(hitOf));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  return { ofMonth };
}

/** What a row carries of a hit. */
export function hitAttributes(hit: CheckHit): Record<string, unknown> {
  return { ...hit, hitPk: `HITS#${hit.at.slice(0, 7)}`, hitSk: `${hit.at}#${hit.client}` };
}

function hitOf(item: Record<string, unknown>): CheckHit {
  return nounOf<CheckHit>(item, ['hitPk', 'hitSk', 'answeredAt', 'expiresAt']);
}
