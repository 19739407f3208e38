/** What other systems are told of the check API: that a device was asked about which is looked for, and that a client is held. Who may know more asks the console. */

import * as z from 'zod';

export interface CheckHitTold {
  /** The same when it is told twice: one a client, device and day. */
  hitId: string;
  client: string;
  /** ISO 8601 in UTC. */
  at: string;
}

export interface ClientHeldTold {
  client: string;
  at: string;
  why: string;
}

/** As DynamoDB writes attributes into its stream. */
const text = z.object({ S: z.string() });
const hitSchema = z.object({ hitPk: text, id: text, client: text, at: text });
const heldSchema = z.object({ id: text, held: z.object({ M: z.object({ since: text, why: text }) }) });
const oldSchema = z.object({ hitPk: text.optional(), held: z.unknown().optional() });
export const checkStreamSchema = z.object({
  dynamodb: z.object({ NewImage: z.union([hitSchema, heldSchema]), OldImage: oldSchema.optional() }),
});
export type CheckStreamRecord = z.infer<typeof checkStreamSchema>;

/** Nothing where it stood so before: the row of a hit, or of a client that is held, was changed in something else. */
export function checkChangeIn({ dynamodb: { NewImage: after, OldImage: before } }: CheckStreamRecord): {
  hit?: CheckHitTold;
  held?: ClientHeldTold;
} {
  if ('hitPk' in after) {
    return before?.hitPk === undefined ? { hit: { hitId: after.id.S, client: after.client.S, at: after.at.S } } : {};
  }
  const { since, why } = after.held.M;
  return before?.held === undefined ? { held: { client: after.id.S, at: since.S, why: why.S } } : {};
}
