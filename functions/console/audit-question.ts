/** What an auditor asks the log, as the form of the audit page sends it. */

import * as z from 'zod';
import type { AuditQuestion } from '../../shared/aws/audit-log.ts';
import type { AuditRow } from '../../shared/domain/audit-event.ts';
import { dayBefore } from '../../shared/domain/audit-seal.ts';

export const auditFields = ['actor', 'kind', 'id', 'outcome', 'from', 'to'] as const;
/** As it was typed, so that the form can be shown again. */
export type AuditForm = Record<(typeof auditFields)[number], string>;

const anyText = z.string().trim().max(200).catch('');
const formSchema = z.object({ actor: anyText, kind: anyText, id: anyText, outcome: anyText, from: anyText, to: anyText });

/** A position in the log: a moment and the beginning of a hash. */
const positionSchema = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z#[\w-]{22}$/);

export interface FieldFault {
  field: (typeof auditFields)[number];
  sentence: string;
}

export type AuditAsked = { form: AuditForm } & ({ question: AuditQuestion; refusedOnly: boolean } | { faults: FieldFault[] });

const LONGEST_PERIOD_DAYS = 366;

/** The last week, whoever and whatever. */
export function firstForm(now: Date): AuditForm {
  const to = now.toISOString().slice(0, 10);
  let from = to;
  for (let days = 0; days < 6; days += 1) from = dayBefore(from);
  return { actor: '', kind: '', id: '', outcome: '', from, to };
}

export function auditAsked(sent: Record<string, unknown>): AuditAsked {
  const form = formSchema.parse(sent);
  const faults = [...faultsOfPeriod(form), ...faultsOfSubject(form)];
  if (faults.length > 0) return { form, faults };
  const { actor, kind, id, outcome, from, to } = form;
  const after = positionSchema.safeParse(sent['after']);
  const question: AuditQuestion = {
    from,
    to,
    ...(actor !== '' && { actor }),
    ...(id !== '' && { subject: { kind, id } }),
    ...(after.success && { after: after.data }),
  };
  return { form, question, refusedOnly: outcome === 'refused' };
}

export function isAskedFor(row: AuditRow, asked: { refusedOnly: boolean }): boolean {
  return !asked.refusedOnly || row.outcome === 'refused';
}

function faultsOfPeriod({ from, to }: AuditForm): FieldFault[] {
  const faults: FieldFault[] = (['from', 'to'] as const).flatMap((field) =>
    z.iso.date().safeParse({ from, to }[field]).success ? [] : [{ field, sentence: 'Enter a day such as 2026-11-22' }],
  );
  if (faults.length > 0) return faults;
  if (from > to) return [{ field: 'to', sentence: 'The last day must not lie before the first' }];
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days > LONGEST_PERIOD_DAYS ? [{ field: 'from', sentence: 'Choose a period of at most a year' }] : [];
}

function faultsOfSubject({ kind, id }: AuditForm): FieldFault[] {
  if (kind !== '' && id === '') return [{ field: 'id', sentence: 'Enter the id of what was acted on, or choose “anything”' }];
  if (kind === '' && id !== '') return [{ field: 'kind', sentence: 'Choose what kind of thing has this id' }];
  return [];
}
