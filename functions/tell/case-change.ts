/** What other systems are told when a Case changes its state: its id and nothing of what it is about. Whoever may know more asks the console's API. */

import * as z from 'zod';
import { caseStates } from '../../shared/domain/case.ts';
import { type DecisionStage, decisionCodes, decisionStages, takesEffectAt } from '../../shared/domain/decision.ts';

export interface CaseChange {
  /** The same when it is told twice. */
  changeId: string;
  caseId: string;
  team: string;
  /** Absent when the Case is new. */
  from?: string;
  to: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Of a change that a person's decision made: nothing follows from it before it takes effect, and it may be taken back until then. */
  decision?: { stage: DecisionStage; code: string; takesEffectAt: string };
}

/** As DynamoDB writes attributes into its stream: `{ "state": { "S": "ready" } }`. */
const text = z.object({ S: z.string() });
const decisionSchema = z.object({
  M: z.object({ at: text, stage: z.object({ S: z.enum(decisionStages) }), code: z.object({ S: z.enum(decisionCodes) }) }),
});
const imageSchema = z.object({
  id: text,
  team: text,
  state: z.object({ S: z.enum(caseStates) }),
  check: z.unknown().optional(),
  work: z.object({ M: z.object({ decisions: z.object({ L: z.array(decisionSchema) }) }) }).optional(),
});
export const streamRecordSchema = z.object({
  eventID: z.string().min(1),
  dynamodb: z.object({ ApproximateCreationDateTime: z.number(), NewImage: imageSchema, OldImage: imageSchema.optional() }),
});
export type StreamRecord = z.infer<typeof streamRecordSchema>;

/** Undefined when the state stayed as it was; and of a check, which is nobody's case and would not be blind any more. */
export function changeIn({
  eventID,
  dynamodb: { ApproximateCreationDateTime: second, NewImage: after, OldImage: before },
}: StreamRecord): CaseChange | undefined {
  if (after.check !== undefined || after.state.S === before?.state.S) return undefined;
  const decisions = after.work?.M.decisions.L ?? [];
  const isNew = decisions.length > (before?.work?.M.decisions.L.length ?? 0);
  const made = isNew ? decisions.at(-1)?.M : undefined;
  return {
    changeId: eventID,
    caseId: after.id.S,
    team: after.team.S,
    ...(before && { from: before.state.S }),
    to: after.state.S,
    at: new Date(second * 1000).toISOString(),
    ...(made && {
      decision: { stage: made.stage.S, code: made.code.S, takesEffectAt: takesEffectAt({ at: made.at.S, stage: made.stage.S }) },
    }),
  };
}
