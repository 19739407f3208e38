/** The queue of cases: one row a case, and what can honestly be said when there is none. */

import type { Case, CaseState } from '../../shared/domain/case.ts';
import { undoableAt } from '../../shared/domain/case-obstacles.ts';
import { claimAt, noWork } from '../../shared/domain/case-work.ts';
import { dueAt } from '../../shared/domain/due.ts';
import type { Pause } from '../../shared/domain/pause.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import { ago, clockOf, counted, type Moment, momentOf, percentWords, within } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { Source } from '../../shared/sources/source.ts';
import { evidenceKindWords, flagSentence, healthLabel, healthMeaning, neverScanned, strengthLabel } from './present.ts';
import { closingWords, untilWords } from './work-words.ts';

/** A Source with its scans, newest first. */
export interface WatchedSource {
  source: Source;
  scans: readonly Scan[];
  /** In force now. */
  pause?: Pause;
}

export interface CaseRow {
  id: string;
  href: string;
  title: string;
  source: string;
  reference: string;
  why: string;
  /** The strongest line in favour, as the matcher wrote it. */
  because: string;
  cautions: string[];
  strength: Label;
  estimate: string;
  opened: Moment;
  age: string;
  health: Label;
  /** Whose hands it is in, so that nobody opens it in vain: `In the hands of Ama Osei until 22 Nov 2026, 14:20`; of a closed one why it is closed; else empty. */
  hands: string;
  /** By when somebody should have looked; absent while nobody is waited for. */
  due?: Label;
  /** As filters know them. */
  model: string;
  area: string;
  /** Named where Cases of several states stand in one list. */
  state?: string;
}

export function caseRow(item: Case, watched: readonly WatchedSource[], now: Date): CaseRow {
  const { match, listing } = item;
  const [strongest] = match.evidence.filter(({ bits }) => bits > 0).toSorted((a, b) => b.bits - a.bits);
  const due = dueAt(item);
  const home = watched.find(({ source }) => source.id === listing.source);
  return {
    id: item.id,
    href: `/cases/${encodeURIComponent(item.id)}`,
    title: listing.title,
    source: home?.source.name ?? listing.source,
    reference: match.recordReference,
    why: evidenceKindWords(match.evidenceKind),
    because: strongest?.sentence ?? '',
    cautions: match.flags.map(flagSentence),
    strength: strengthLabel(match.probability),
    estimate: percentWords(match.probability),
    opened: momentOf(item.openedAt),
    age: ago(item.openedAt, now),
    health: lastHealth(home?.scans ?? []),
    hands: handsWords(item, now),
    model: item.about?.model ?? '',
    area: item.about?.area ?? '',
    ...(due !== undefined && { due: dueLabel(due, now) }),
  };
}

function handsWords(item: Case, now: Date): string {
  const undoable = undoableAt(item, now);
  if (undoable) return `${undoable.name} may take the decision back until ${clockOf(undoable.until)}`;
  const claim = claimAt(item.work ?? noWork, now);
  return claim === undefined ? closingWords(item) : `In the hands of ${claim.by.name} ${untilWords(claim.until)}`;
}

/** Red says that it is late; the words say so too. */
function dueLabel(due: string, now: Date): Label {
  const late = new Date(due).getTime() <= now.getTime();
  return late ? { text: `Was due ${ago(due, now)}`, colour: 'red' } : { text: `Due ${within(due, now)}`, colour: 'grey' };
}

/** The health that any claim about a Source rests on now: that of its last finished scan. */
export function lastFinished(scans: readonly Scan[]): Scan | undefined {
  return scans.find(({ health }) => health !== undefined);
}

export function lastHealth(scans: readonly Scan[]): Label {
  const finished = lastFinished(scans);
  if (finished !== undefined) return healthLabel(finished.health);
  return scans.length > 0 ? healthLabel(undefined) : neverScanned;
}

export interface Sight {
  /** What the scans behind the queue saw: `2 of 2 sources seen, 2,010 listings at the last scans`. */
  sentence: string;
  /** One sentence for each Source that could not be seen in full. An empty queue says nothing about these. */
  gaps: string[];
}

/** What the last scans saw, so that neither a queue nor an empty queue claims more than was looked at (product rule 2). */
export function sightOf(watched: readonly WatchedSource[]): Sight {
  const enabled = watched.filter(({ source }) => source.enabled);
  if (enabled.length === 0) return { sentence: 'No source is being watched.', gaps: [] };
  const seen = enabled.filter(({ scans, pause }) => pause === undefined && lastFinished(scans)?.health === 'healthy');
  const listings = enabled.reduce((sum, { scans }) => sum + (lastFinished(scans)?.counts?.listingsSeen ?? 0), 0);
  const gaps = enabled.flatMap(({ source, scans, pause }) => {
    if (pause !== undefined) return [`${source.name}: paused by ${pause.by}, nothing is scanned there.`];
    const finished = lastFinished(scans);
    if (finished === undefined) return [`${source.name}: no scan has finished yet.`];
    if (finished.health === undefined || finished.health === 'healthy') return [];
    return [`${source.name}: the last scan ${healthMeaning(finished.health)}.`];
  });
  return {
    sentence: `${seen.length} of ${counted(enabled.length, 'watched source')} seen in full at the last scan, ${counted(listings, 'listing')} looked at.`,
    gaps,
  };
}

const emptyHeadings: Record<CaseState, string> = {
  ready: 'No case is waiting for review',
  waiting: 'No case is waiting for a place in the queue',
  held: 'No case is held back',
  opened: 'No case is being prepared',
  'on-hold': 'No case is on hold',
  'second-check': 'No case is waiting for a second person',
  confirmed: 'No case is confirmed',
  closed: 'No case has been closed',
};

export interface EmptyQueue {
  heading: string;
  sight: Sight;
  /** What the reader can do now, each a sentence, with the command that does it where there is one. */
  next: { text: string; command?: string }[];
}

export function emptyQueue(state: CaseState, watched: readonly WatchedSource[]): EmptyQueue {
  const enabled = watched.filter(({ source }) => source.enabled);
  const scanned = enabled.some(({ scans }) => lastFinished(scans) !== undefined);
  const next: EmptyQueue['next'] = [];
  if (enabled.length === 0) next.push({ text: 'Enable a source: each says on the page Scans why it is not watched.' });
  else if (!scanned)
    next.push({ text: 'Wait for the first scheduled scan, or start one now:', command: 'npm run -s fencewatch -- scan --once' });
  // The other queues are empty for want of what persons or clocks do.
  if (state === 'ready')
    next.push({
      text: 'Import stolen records, so that there is something to look for:',
      command: 'npm run -s fencewatch -- records import FILE',
    });
  return { heading: emptyHeadings[state], sight: sightOf(watched), next };
}
