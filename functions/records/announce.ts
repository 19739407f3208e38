import type { MatchRequest } from '../../shared/messages.ts';
import type { RecordsParts } from './parts.ts';

/** Has matching look at these records again: what fits them now, and what no longer may rest on them. */
export async function announce(references: string[], { matchQueue }: RecordsParts): Promise<void> {
  await matchQueue.send(references.map((reference) => ({ body: { type: 'record-changed', reference } satisfies MatchRequest })));
}
