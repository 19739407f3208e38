/** What the API tells of a Case: fields that are named here and no others. */

import * as z from 'zod';
import { type Case, caseKinds, caseStates } from '../../../shared/domain/case.ts';
import { claimAt, noWork } from '../../../shared/domain/case-work.ts';
import { decisionCodes, decisionStages } from '../../../shared/domain/decision.ts';
import { dueAt } from '../../../shared/domain/due.ts';
import { seenOf } from '../../../shared/domain/work-on-case.ts';

const moment = z.string().describe('ISO 8601 in UTC');
const personName = z.object({ id: z.string(), name: z.string() });

export const caseSchema = z
  .object({
    id: z.string(),
    kind: z.enum(caseKinds),
    state: z.enum(caseStates),
    listing: z.object({
      source: z.string(),
      itemId: z.string(),
      url: z.string(),
      title: z.string().describe('Written by a stranger: escape it wherever it is shown.'),
      revision: z.int(),
    }),
    record: z.string().describe('Reference of the stolen record.'),
    about: z.object({ model: z.string().optional(), area: z.string().optional() }),
    evidence: z.object({
      kind: z.enum(['imei', 'partial-imei', 'description']),
      bits: z.number().describe('Sum of the lines; positive speaks for, negative against.'),
      probability: z.number().describe('An estimate, for a person to weigh and never to send on.'),
      flags: z.array(z.string()).describe('Contradictions to look at first.'),
      lines: z.array(z.object({ field: z.string(), level: z.string(), bits: z.number(), sentence: z.string() })),
    }),
    openedAt: moment,
    readyAt: moment.optional(),
    dueAt: moment.optional(),
    closedAt: moment.optional(),
    closedBecause: z.string().optional(),
    claim: personName.extend({ until: moment }).optional().describe('Who has it in hand.'),
    decisions: z.array(
      z.object({
        by: personName,
        at: moment,
        stage: z.enum(decisionStages),
        code: z.enum(decisionCodes),
        note: z.string().optional(),
        undoneAt: moment.optional(),
      }),
    ),
    seen: z.string().describe('Given back with a decision, it says what the decision was made on.'),
  })
  .meta({ id: 'Case' });

export function caseOut(item: Case, now: Date): z.input<typeof caseSchema> {
  const { listing, match, work = noWork, about } = item;
  const claim = claimAt(work, now);
  const { source, itemId, url, title, revision } = listing;
  return {
    ...{ id: item.id, kind: item.kind, state: item.state, record: match.recordReference },
    listing: { source, itemId, url, title, revision },
    about: { model: about?.model, area: about?.area },
    evidence: {
      kind: match.evidenceKind,
      bits: match.bits,
      probability: match.probability,
      flags: match.flags,
      lines: match.evidence.map(({ field, level, bits, sentence }) => ({ field, level, bits, sentence })),
    },
    openedAt: item.openedAt,
    readyAt: item.readyAt,
    dueAt: dueAt(item),
    closedAt: item.closedAt,
    closedBecause: item.closedBecause,
    claim: claim && { id: claim.by.id, name: claim.by.name, until: claim.until },
    decisions: work.decisions.map(({ by, at, stage, code, note, undoneAt }) => ({
      ...{ by: { id: by.id, name: by.name }, at, stage, code, note, undoneAt },
    })),
    seen: seenOf(item),
  };
}
