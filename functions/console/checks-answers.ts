/** The page of the check API, and the act by which a person lifts a hold. */

import * as z from 'zod';
import { holdsOneOf, type Person } from '../../shared/domain/person.ts';
import type { Fault } from '../../shared/pages/fields.ts';
import { type ConsoleContext, deciders } from './access.ts';
import { leaveRow } from './leave-row.ts';
import { checksPage, reasonFieldOf } from './pages/checks-page.ts';
import type { ConsoleParts } from './parts.ts';
import { heldViews, hitView } from './present-checks.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';

const HITS_SHOWN = 100;
/** As long as hits are kept. */
const MONTHS_SHOWN = 14;

export async function showChecks(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return drawChecks(context, parts, person);
}

async function drawChecks(context: ConsoleContext, parts: ConsoleParts, person: Person, faults: readonly Fault[] = []): Promise<Response> {
  const months = lastMonths(parts.now());
  const asked = context.req.query('month') ?? '';
  const month = months.includes(asked) ? asked : (months[0] ?? '');
  const clients = await parts.checkClients.list();
  const client = clients.find(({ id }) => id === context.req.query('client'))?.id;
  const detail = { month, ...(client !== undefined && { client }) };
  await leaveRow(parts, person, { act: 'checks-viewed', subject: { kind: 'page', id: '/checks' }, outcome: 'done', detail });
  const hits = await parts.checkHits.ofMonth(month, { limit: HITS_SHOWN + 1, client });
  const content = checksPage({
    month,
    months,
    client: client ?? '',
    clients,
    hits: hits.slice(0, HITS_SHOWN).map((hit) => hitView(hit, clients)),
    more: hits.length > HITS_SHOWN,
    held: heldViews(clients),
    mayLift: holdsOneOf(person, deciders),
    faults,
  });
  return print(context, parts, { title: 'Checks', under: '/checks', content }, faults.length === 0 ? 200 : 422);
}

const LONGEST_REASON = 500;
const reasonSchema = z.string().trim().min(1).max(LONGEST_REASON);

export async function liftHold(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const field = reasonFieldOf(id);
  const reason = reasonSchema.safeParse((await context.req.parseBody())[field]);
  const subject = { kind: 'check-client', id: id.slice(0, 40) };
  if (!reason.success) {
    await leaveRow(parts, person, { act: 'check-client-lifted', subject, outcome: 'refused', detail: { because: 'no reason was given' } });
    const sentence = `Say what you found, in at most ${LONGEST_REASON} characters. Nothing was lifted.`;
    return drawChecks(context, parts, person, [{ field, sentence }]);
  }
  const isLifted = await parts.checkClients.lift(id);
  const outcome = isLifted ? 'done' : 'refused';
  await leaveRow(parts, person, { act: 'check-client-lifted', subject, outcome, detail: { reason: reason.data } });
  return isLifted ? context.redirect('/checks', 303) : notFound(context, parts);
}

/** `2026-11`, `2026-10`, … */
function lastMonths(now: Date): string[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)).toISOString().slice(0, 7),
  );
}
