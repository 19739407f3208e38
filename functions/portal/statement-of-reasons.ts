/**
 * A DSA statement of reasons (Article 17) in the fields of the Commission's transparency database, so that a platform may send the very one it files
 * there (github.com/digital-services-act/transparency-database, StatementStoreRequest.php). Of its fields those are asked for that say what was done
 * and why; the others are checked where they come, and fields that are not known here are kept.
 */

import * as z from 'zod';
import type { Said } from '../../shared/domain/notice/answer.ts';

const visibilities = [
  'DECISION_VISIBILITY_CONTENT_REMOVED',
  'DECISION_VISIBILITY_CONTENT_DISABLED',
  'DECISION_VISIBILITY_CONTENT_DEMOTED',
  'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED',
  'DECISION_VISIBILITY_CONTENT_LABELLED',
  'DECISION_VISIBILITY_OTHER',
] as const;
const monetaries = ['DECISION_MONETARY_SUSPENSION', 'DECISION_MONETARY_TERMINATION', 'DECISION_MONETARY_OTHER'] as const;
const provisions = [
  'DECISION_PROVISION_PARTIAL_SUSPENSION',
  'DECISION_PROVISION_TOTAL_SUSPENSION',
  'DECISION_PROVISION_PARTIAL_TERMINATION',
  'DECISION_PROVISION_TOTAL_TERMINATION',
] as const;
const accounts = ['DECISION_ACCOUNT_SUSPENDED', 'DECISION_ACCOUNT_TERMINATED'] as const;
const grounds = ['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'] as const;

const decisions = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account'] as const;

function text(most: number) {
  return z.string().trim().min(1).max(most);
}

function named(prefix: string) {
  return z.string().regex(new RegExp(`^${prefix}_[A-Z0-9_]{1,100}$`), { error: `expected a name such as ${prefix}_…` });
}

/** Older versions of the form send one where newer ones send a list. */
function oneOrMore<Entry extends z.ZodType>(entry: Entry) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(entry).min(1).max(50));
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:[- T][\d:.Z-]{1,20})?$/, { error: 'expected a date such as 2026-11-22' });

export const statementSchema = z
  .looseObject({
    decision_visibility: oneOrMore(z.enum(visibilities)).nullish(),
    decision_visibility_other: text(500).nullish(),
    decision_monetary: z.enum(monetaries).nullish(),
    decision_monetary_other: text(500).nullish(),
    decision_provision: z.enum(provisions).nullish(),
    decision_account: z.enum(accounts).nullish(),
    decision_ground: z.enum(grounds),
    illegal_content_legal_ground: text(500).nullish(),
    illegal_content_explanation: text(2000).nullish(),
    incompatible_content_ground: text(500).nullish(),
    incompatible_content_explanation: text(2000).nullish(),
    decision_facts: text(5000),
    content_type: oneOrMore(named('CONTENT_TYPE')).nullish(),
    category: named('STATEMENT_CATEGORY').nullish(),
    category_specification: oneOrMore(named('KEYWORD')).nullish(),
    territorial_scope: oneOrMore(z.string().regex(/^[A-Z]{2,3}$/, { error: 'expected a country such as DE' })).nullish(),
    content_date: day.nullish(),
    application_date: day.nullish(),
    source_type: named('SOURCE').nullish(),
    source_identity: text(500).nullish(),
    automated_detection: z.enum(['Yes', 'No']).nullish(),
    automated_decision: named('AUTOMATED_DECISION').nullish(),
    puid: text(500).nullish(),
  })
  .superRefine((statement, context) => {
    const missing = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (decisions.every((field) => statement[field] === undefined || statement[field] === null))
      missing('decision_visibility', `expected at least one of ${decisions.join(', ')}`);
    const ground = statement.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT' ? illegal : incompatible;
    for (const field of ground)
      if (typeof statement[field] !== 'string') missing(field, `expected words, as the ground is ${statement.decision_ground}`);
  });

const illegal = ['illegal_content_legal_ground', 'illegal_content_explanation'] as const;
const incompatible = ['incompatible_content_ground', 'incompatible_content_explanation'] as const;

export type StatementOfReasons = z.output<typeof statementSchema>;

/** Ways in which nobody can see the offer any more. */
const offline: ReadonlySet<string> = new Set([
  'DECISION_VISIBILITY_CONTENT_REMOVED',
  'DECISION_VISIBILITY_CONTENT_DISABLED',
  'DECISION_PROVISION_TOTAL_SUSPENSION',
  'DECISION_PROVISION_TOTAL_TERMINATION',
  ...accounts,
]);

/** What such a statement answers to a request to take a listing down: that it was done, or that something less was. */
export function answerOfStatement(statement: StatementOfReasons): Said {
  const measures = [
    ...(statement.decision_visibility ?? []),
    ...[statement.decision_monetary, statement.decision_provision, statement.decision_account].filter((each) => typeof each === 'string'),
  ];
  if (measures.some((measure) => offline.has(measure))) return { answer: 'removed' };
  return { answer: 'refused', reason: 'other-measure', words: `Statement of reasons: ${measures.join(', ')}` };
}
