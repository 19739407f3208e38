import { type MatchRequest, recordsPerMessage } from '../../shared/messages.ts';
import type { RecordsParts } from './parts.ts';

/** Has matching look at these records: what fits them now, and, where they have changed, what no longer may rest on them. */
export async function announce(
  references: readonly string[],
  why: 'new' | 'changed',
  { matchQueue }: Pick<RecordsParts, 'matchQueue'>,
): Promise<void> {
  const messages: { body: MatchRequest }[] = [];
  for (let start = 0; start < references.length; start += recordsPerMessage) {
    messages.push({ body: { type: 'records-changed', why, references: references.slice(start, start + recordsPerMessage) } });
  }
  await matchQueue.send(messages);
}
