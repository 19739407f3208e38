/** What is asked of the queue, as it stands in an address: no name, no number, nothing of a case. */

import * as z from 'zod';
import type { CaseFilter } from '../../shared/aws/case-facets.ts';
import { type CaseState, caseStates } from '../../shared/domain/case.ts';
import type { EvidenceKind } from '../../shared/domain/match.ts';
import { lastFinished, type WatchedSource } from './present-cases.ts';

export const evidenceKinds = ['imei', 'partial-imei', 'description'] as const satisfies readonly EvidenceKind[];
export const healths = ['healthy', 'degraded', 'blocked', 'blind', 'none'] as const;

const word = z.string().trim().max(80).catch('');
const questionSchema = z.object({
  state: z.enum(caseStates).catch('ready'),
  source: word,
  evidence: z.enum(['', ...evidenceKinds]).catch(''),
  model: word,
  area: word,
  health: z.enum(['', ...healths]).catch(''),
});

/** Empty texts stand for what is not asked. */
export type QueueQuestion = z.infer<typeof questionSchema>;

/** Whatever cannot be read is not asked: an address may be edited by anyone. */
export function questionOf(query: Record<string, unknown>): QueueQuestion {
  return questionSchema.parse(query);
}

/** `state=ready&source=gumtree`, without what is not asked. */
export function queryOf(question: QueueQuestion): string {
  return new URLSearchParams(Object.entries(question).filter(([, value]) => value !== '')).toString();
}

export function isFiltered({ state: _state, ...filters }: QueueQuestion): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** `watched` tells which Sources had a last scan of the health that is asked for. */
export function filterOf({ source, evidence, model, area, health }: QueueQuestion, watched: readonly WatchedSource[]): CaseFilter {
  const healthy = watched.filter(({ scans }) => (lastFinished(scans)?.health ?? 'none') === health).map((each) => each.source.id);
  const sources = health === '' ? (source === '' ? undefined : [source]) : healthy.filter((id) => source === '' || id === source);
  return {
    ...(sources !== undefined && { sources }),
    ...(evidence !== '' && { evidence }),
    ...(model !== '' && { model }),
    ...(area !== '' && { area }),
  };
}

/** The same question with one thing asked otherwise. */
export function asking(question: QueueQuestion, change: Partial<QueueQuestion>): string {
  return `/cases?${queryOf({ ...question, ...change })}`;
}

/** A state is named in words elsewhere; this is its place in the row of states. */
export const statesInOrder: readonly CaseState[] = ['ready', ...caseStates.filter((state) => state !== 'ready')];
