import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { actOnCase } from './act-on-case.ts';
import { capturedEvidence } from './captured-evidence.ts';
import { caseIdOf } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import { evidencePage } from './pages/evidence-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentEvidence } from './present-evidence.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';
import { printCase } from './show-case.ts';
import { troubleOf } from './work-words.ts';

/** Notes that this person had the evidence open, where that counts for a decision, and leads to it; what is damaged counts for nothing. */
export async function openEvidence(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const id = caseIdOf(context);
  const item = await parts.cases.get(id);
  if (item === undefined || item.team !== person.team) return notFound(context, parts);
  const { state } = await capturedEvidence(item, parts);
  if (state === 'damaged') return printCase(context, parts, { person, trouble: troubleOf({ why: 'evidence-damaged' }) });
  // Whoever may read the Case may look; whether it counts is the domain's to say.
  await actOnCase(id, { act: 'open-evidence' }, { person, parts });
  return context.redirect(`/cases/${encodeURIComponent(id)}/evidence`, 303);
}

export async function showEvidence(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const id = caseIdOf(context);
  const item = await parts.cases.get(id);
  const ours = item?.team === person.team;
  await leaveRow(parts, person, { act: 'evidence-viewed', subject: { kind: 'case', id }, outcome: ours ? 'done' : 'refused' });
  if (item === undefined || !ours) return notFound(context, parts);
  const [evidence, revisions] = await Promise.all([capturedEvidence(item, parts), parts.listings.revisions(item.listing)]);
  const revision = revisions.find(({ number }) => number === item.listing.revision);
  return print(context, parts, {
    title: `Evidence: ${item.listing.title}`,
    under: '/cases',
    back: { href: `/cases/${encodeURIComponent(id)}`, text: 'Back to the case' },
    content: evidencePage(presentEvidence({ item, revision, evidence })),
  });
}
