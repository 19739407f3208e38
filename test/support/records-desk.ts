/** The records desk over an embedded DynamoDB and S3, with a match queue that remembers what it was sent. */

import { importFile } from '../../functions/records/import.ts';
import type { RecordsParts } from '../../functions/records/parts.ts';
import type { EmbeddedAws } from '../../local/embedded/aws.ts';
import { startEmbeddedAws } from '../../local/embedded/aws.ts';
import { openStores } from '../../local/stores.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import type { OutgoingMessage } from '../../shared/aws/queue.ts';
import { withShipped } from '../../shared/domain/tac/shipped-tacs.ts';

export async function openRecordsDesk() {
  const aws: EmbeddedAws = await startEmbeddedAws();
  const stores = openStores({ ...aws.environment, TEAM: 'test', IDENTIFIER_KEY: 'a key for tests, of thirty-two characters or more' });
  const sent: string[] = [];
  const parts: RecordsParts = {
    uploads: stores.uploads,
    records: stores.records,
    photos: createPhotoIndex({ client: stores.dynamo, table: aws.environment['IDENTIFIERS_TABLE'] ?? '' }),
    audit: stores.audit,
    tacs: { current: async () => withShipped(undefined) },
    matchQueue: {
      send: async (messages: readonly OutgoingMessage[]) => void sent.push(...messages.map(({ body }) => JSON.stringify(body))),
    },
    now: () => new Date('2026-11-22T12:00:00Z'),
  };

  /** What matching was asked to look at since the last call, sorted. */
  function announced(): string[] {
    return sent
      .splice(0)
      .flatMap((body) => JSON.parse(body).references)
      .sort();
  }

  async function upload(batchId: string, content: string): Promise<void> {
    await stores.uploads.put(`imports/${batchId}.csv`, Buffer.from(content), 'text/csv');
  }

  /** One delivery of an import's message; `broken` stands in for parts that fail. */
  async function deliver(
    batchId: string,
    { broken = {}, lastAttempt = false }: { broken?: Partial<RecordsParts>; lastAttempt?: boolean } = {},
  ) {
    const request = { type: 'import-file', batchId, key: `imports/${batchId}.csv`, format: 'csv', fileName: 'stolen.csv' } as const;
    await importFile(request, { ...parts, ...broken }, { lastAttempt });
  }

  async function rejectsOf(batchId: string): Promise<string[]> {
    const { rejects } = await stores.records.rejects(batchId, { limit: 100 });
    return rejects.map(({ row, field, expected, found }) => `${row} ${field}: ${expected} | ${found}`);
  }

  return { stores, parts, sent, announced, upload, deliver, rejectsOf, stop: () => aws.stop() };
}

export type RecordsDesk = Awaited<ReturnType<typeof openRecordsDesk>>;

/** A CSV file of `count` records `R-1`, `R-2`, …; `area` is the cell in which files may differ. */
export function recordsCsv(count: number, area = 'Hackney'): string {
  const rows = Array.from({ length: count }, (_, index) => `R-${index + 1},police-verified,2026-11-20,${area}`);
  return ['reference,grade,stolen_at,area', ...rows, ''].join('\n');
}
