/** What other systems are told when a victim is owed news: the record's reference, the days, and the words, field by field. */

import * as z from 'zod';
import { type UpdateWords, updateWords } from '../../shared/domain/victims/update-words.ts';

export interface VictimUpdateTold {
  /** The same when it is told twice. */
  updateId: string;
  event: string;
  /** Of the stolen record. The force's own system knows whose it is; Fencewatch does not. */
  reference: string;
  at: string;
  dueOn: string;
  dueOnEnhanced: string;
  /** Named as a template of GOV.UK Notify may name its fields (`personalisation`). */
  words: UpdateWords;
}

/** As DynamoDB writes attributes into its stream. */
const text = z.object({ S: z.string() });
const events = ['listing-confirmed', 'removal-verified', 'device-recovered'] as const;
const imageSchema = z.object({
  id: text,
  event: z.object({ S: z.enum(events) }),
  reference: text,
  at: text,
  dueOn: text,
  dueOnEnhanced: text,
  state: text,
});
export const victimStreamSchema = z.object({ dynamodb: z.object({ NewImage: imageSchema, OldImage: z.unknown().optional() }) });
export type VictimStreamRecord = z.infer<typeof victimStreamSchema>;

/** Undefined for one that only was marked as told. */
export function updateIn({ dynamodb: { NewImage: after, OldImage: before } }: VictimStreamRecord): VictimUpdateTold | undefined {
  if (before !== undefined) return undefined;
  const { id, event, reference, at, dueOn, dueOnEnhanced } = after;
  const days = { dueOn: dueOn.S, dueOnEnhanced: dueOnEnhanced.S };
  return { updateId: id.S, event: event.S, reference: reference.S, at: at.S, ...days, words: updateWords({ event: event.S }) };
}
