/** The auditor's answers: the log as a page and as a file. Looking at the log is an act like any other and leaves its row. */

import { type AuditRow, positionOf } from '../../shared/domain/audit-event.ts';
import { type AuditSeal, dayBefore } from '../../shared/domain/audit-seal.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { exportFormats, exportOf } from './audit-export.ts';
import { type AuditAsked, auditAsked, type FieldFault, firstForm, isAskedFor } from './audit-question.ts';
import { leaveRow } from './leave-row.ts';
import { auditPage } from './pages/audit-page.ts';
import type { ConsoleParts } from './parts.ts';
import { auditRowView, sealView } from './present-audit.ts';
import { print } from './print.ts';

const ROWS_ON_A_PAGE = 50;
/** What Lambda may answer at once is six megabytes; a row with its hashes is some 500 bytes. */
const MOST_EXPORTED = 5000;
/** A question for refused attempts alone may pass over as many rows before the page is shown with what was found so far. */
const MOST_READ = 5000;
/** The seal of yesterday is made in the night. */
const SEAL_SOUGHT_DAYS = 4;

export function showAudit(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return answer(context, parts, person, auditAsked(firstForm(parts.now())));
}

export async function askAudit(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return answer(context, parts, person, auditAsked(await context.req.parseBody()));
}

export async function exportAudit(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const sent = await context.req.parseBody();
  const asked = auditAsked(sent);
  if ('faults' in asked) return answer(context, parts, person, asked);
  const format = exportFormats.find((each) => each === sent['format']) ?? 'jsonl';
  const { after: _page, ...question } = asked.question;
  const { rows, more } = await take(parts, { ...asked, question }, MOST_EXPORTED);
  const subject = { kind: 'audit', id: `${question.from}/${question.to}` };
  if (more) {
    await leaveRow(parts, person, { act: 'audit-exported', subject, outcome: 'refused', detail: { because: 'too many rows' } });
    const sentence = `More than ${MOST_EXPORTED.toLocaleString('en-GB')} rows: export a shorter period, or use the command audit export`;
    return answer(context, parts, person, { form: asked.form, faults: [{ field: 'from', sentence }] });
  }
  await leaveRow(parts, person, {
    act: 'audit-exported',
    subject,
    outcome: 'done',
    detail: { ...detailOf(asked), format, rows: rows.length },
  });
  const { body, contentType } = exportOf(rows.reverse(), format);
  return context.body(body, 200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="fencewatch-audit-${question.from}-to-${question.to}.${format}"`,
  });
}

async function answer(context: ConsoleContext, parts: ConsoleParts, person: Person, asked: AuditAsked): Promise<Response> {
  const faults: FieldFault[] = 'faults' in asked ? asked.faults : [];
  let rows: AuditRow[] = [];
  let next: string | undefined;
  if ('question' in asked) {
    const taken = await auditPageOf(parts, person, asked);
    rows = taken.rows;
    next = taken.more;
  }
  const seal = await newestSeal(parts);
  const content = auditPage({
    form: asked.form,
    faults,
    rows: rows.map(auditRowView),
    next,
    onward: 'question' in asked && asked.question.after !== undefined,
    seal: seal && sealView(seal),
  });
  return print(
    context,
    parts,
    { title: faults.length > 0 ? 'Error: Audit' : 'Audit', under: '/audit', content },
    faults.length > 0 ? 422 : 200,
  );
}

/** One page of the answer, on record as seen. */
export async function auditPageOf(
  parts: Pick<ConsoleParts, 'auditLog' | 'audit' | 'now'>,
  person: Person,
  asked: Extract<AuditAsked, { question: unknown }>,
): Promise<{ rows: AuditRow[]; more?: string }> {
  const subject = { kind: 'audit', id: `${asked.form.from}/${asked.form.to}` };
  await leaveRow(parts, person, { act: 'audit-viewed', subject, outcome: 'done', detail: detailOf(asked) });
  return take(parts, asked, ROWS_ON_A_PAGE);
}

/** Newest first; `more` is where the next page begins, where there is one. */
async function take(
  { auditLog }: Pick<ConsoleParts, 'auditLog'>,
  asked: Extract<AuditAsked, { question: unknown }>,
  most: number,
): Promise<{ rows: AuditRow[]; more?: string }> {
  const rows: AuditRow[] = [];
  let read = 0;
  let last: AuditRow | undefined;
  for await (const row of auditLog.rows(asked.question, 'newest-first')) {
    if (last !== undefined && (rows.length === most || read === Math.max(most, MOST_READ))) return { rows, more: positionOf(last) };
    read += 1;
    last = row;
    if (isAskedFor(row, asked)) rows.push(row);
  }
  return { rows };
}

/** Whom and what was asked after; the period is the row's subject. */
function detailOf({ question, refusedOnly }: Extract<AuditAsked, { question: unknown }>): Record<string, unknown> {
  const { actor, subject } = question;
  return { ...(actor !== undefined && { actor }), ...(subject !== undefined && { subject }), ...(refusedOnly && { outcome: 'refused' }) };
}

async function newestSeal({ seals, now }: Pick<ConsoleParts, 'seals' | 'now'>): Promise<AuditSeal | undefined> {
  let day = now().toISOString().slice(0, 10);
  for (let sought = 0; sought < SEAL_SOUGHT_DAYS; sought += 1) {
    day = dayBefore(day);
    const seal = await seals.get(day);
    if (seal !== undefined) return seal;
  }
  return undefined;
}
