/** The health of a Scan: what it saw, against what this Source usually shows. */

import { isTooFew, isTooMany } from './improbable.ts';
import { addTallies, type ReadingTally, visitsOf, watchedFields } from './reading-tally.ts';
import { countScan, type Scan, type ScanCounts, type ScanHealth, type SearchPageResult } from './scan.ts';

/** One thing that speaks against a Scan, in a sentence without its full stop. */
interface Finding {
  health: Exclude<ScanHealth, 'healthy'>;
  sentence: string;
}

export interface ScanToJudge {
  pages: readonly SearchPageResult[];
  /** Of the listing pages read for this Scan and the one before. */
  readings: ReadingTally;
  /** Healthy Scans of the same definition, any order: see `historyOf`. */
  history: readonly Pick<Scan, 'counts' | 'readings'>[];
}

/** Worst first: being turned away explains all the rest. */
const severities: readonly ScanHealth[] = ['blocked', 'blind', 'degraded', 'healthy'];

/** So many healthy Scans are "usual", none older than `historyDays`: a market that shrank for good is judged afresh after that. */
const historyScans = 10;
const historyDays = 30;

/** What a Scan is compared with: the newest healthy Scans before it whose Source was searched in the same way. */
export function historyOf(scan: Pick<Scan, 'id' | 'openedAt' | 'definition'>, before: readonly Scan[]): Scan[] {
  const oldest = Date.parse(scan.openedAt) - historyDays * 86_400_000;
  return before
    .filter(({ id, health, definition, openedAt }) => {
      const isSame = definition === undefined || scan.definition === undefined || definition === scan.definition;
      return id < scan.id && health === 'healthy' && isSame && Date.parse(openedAt) >= oldest;
    })
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, historyScans);
}

/** The health of a finished Scan and why, in one message for a person. */
export function judgeScan(scan: ScanToJudge): { health: ScanHealth; summary: string } {
  const counts = countScan(scan.pages);
  const read = scan.pages.filter((page) => page.isProbe !== true && isRead(page)).length;
  const findings = [
    ...judgePages(scan.pages),
    ...judgeCounts(counts, scan),
    ...judgeCards(counts, scan),
    ...judgeReadings(scan),
    ...judgeProbe(scan.pages),
  ];
  const health = severities.find((severity) => findings.some((finding) => finding.health === severity)) ?? 'healthy';
  const sentences = findings.map(({ sentence }) => ` ${sentence}.`);
  return { health, summary: `${counted(read, 'search page')} read, ${counted(counts.listingsSeen, 'listing')} seen.${sentences.join('')}` };
}

function isRead({ outcome }: SearchPageResult): boolean {
  return outcome === 'read' || outcome === 'empty';
}

function judgePages(all: readonly SearchPageResult[]): Finding[] {
  const pages = all.filter(({ isProbe }) => isProbe !== true);
  const unread = pages.filter((page) => !isRead(page));
  const findings: Finding[] = [];
  if (unread.length > 0) {
    const reasons = [...new Set(unread.map((page) => page.reason ?? page.outcome))].join('; ');
    const isBlocked = unread.some((page) => page.outcome === 'blocked');
    const health = isBlocked ? 'blocked' : unread.length === pages.length ? 'blind' : 'degraded';
    findings.push({ health, sentence: `${counted(unread.length, 'search page')} not read (${reasons})` });
  } else if (pages.length === 0) findings.push({ health: 'blind', sentence: 'No search page was visited' });
  const cut = pages.filter(({ isCut }) => isCut === true);
  if (cut.length > 0) {
    const most = Math.max(...cut.map(({ itemIds }) => itemIds.length)).toLocaleString('en-GB');
    findings.push({
      health: 'degraded',
      sentence: `${counted(cut.length, 'search page')} held more than the ${most} offers that were read of it`,
    });
  }
  const foreign = pages.filter(({ otherLanguage }) => otherLanguage !== undefined);
  if (foreign.length * 2 > pages.length) {
    findings.push({ health: 'degraded', sentence: `The pages came in another language (${foreign[0]?.otherLanguage})` });
  }
  return findings;
}

/** Thin searches vary by chance: so many listings fewer than half of what is usual are no surprise. */
const slack = 3;

/**
 * Listings seen, search by search, against the usual number. Fewer than half is suspicious unless it was so before; none at all is blindness
 * unless there were none before either, or the known-answer probe proves that we would have seen some. Far more is suspicious too: a
 * filter that a platform dropped shows everything.
 */
function judgeCounts(counts: Omit<ScanCounts, 'missing'>, { pages, history }: ScanToJudge): Finding[] {
  if (pages.some((page) => page.isProbe !== true && !isRead(page))) return [];
  const probeSeen = pages.some((page) => page.isProbe === true && isRead(page));
  const before = history.flatMap(({ counts: known }) => (known === undefined ? [] : [known]));
  const whole = judgeCount(
    counts.listingsSeen,
    before.map(({ listingsSeen }) => listingsSeen),
    '',
  );
  if (whole !== undefined && counts.listingsSeen === 0) return [{ ...whole, health: probeSeen ? 'degraded' : 'blind' }];
  const parts = (counts.bySearch ?? []).flatMap((seen, index) => {
    const usual = before.flatMap(({ bySearch }) => bySearch?.[index] ?? []);
    return judgeCount(seen, usual, ` by search ${index + 1}`) ?? [];
  });
  return parts.length > 0 ? parts : whole === undefined ? [] : [whole];
}

function judgeCount(seen: number, before: readonly number[], where: string): Finding | undefined {
  if (before.length === 0) return undefined;
  const usual = median(before);
  const isLow = seen < usual / 2 - slack && seen < Math.min(...before);
  const isHigh = seen > usual * 4 + 40 && seen > Math.max(...before) * 2;
  if (!isLow && !isHigh) return undefined;
  return { health: 'degraded', sentence: `${counted(seen, 'listing')} seen${where}, where ${usual.toLocaleString('en-GB')} are usual` };
}

function judgeCards({ listingsSeen, cardFields }: Omit<ScanCounts, 'missing'>, { history }: ScanToJudge): Finding[] {
  const before = history.flatMap(({ counts }) => (counts?.cardFields === undefined ? [] : [counts]));
  const cards = before.reduce((sum, counts) => sum + counts.listingsSeen, 0);
  if (cards === 0 || cardFields === undefined || listingsSeen === 0) return [];
  return (['title', 'price'] as const).flatMap((field) => {
    const usual = Math.min(1, before.reduce((sum, counts) => sum + (counts.cardFields?.[field] ?? 0), 0) / cards);
    const count = Math.min(listingsSeen, cardFields[field]);
    return coverage({ field, where: 'offers of the search pages', share: { count, of: listingsSeen }, usual });
  });
}

/** Fewer visits than this say nothing about a share. */
const fewestVisits = 5;

function judgeReadings({ readings, history }: ScanToJudge): Finding[] {
  const of = visitsOf(readings);
  const before = addTallies(history.flatMap((scan) => scan.readings ?? []));
  const visitsBefore = visitsOf(before);
  const { live = 0, gone = 0, unknown = 0, failed = 0, blocked = 0 } = readings.outcomes;
  const usualShare = (count: number) => (visitsBefore === 0 ? 0 : count / visitsBefore);
  const findings: Finding[] = [];
  if (of >= fewestVisits && isTooMany({ count: blocked, of }, 0)) {
    findings.push({
      health: blocked * 5 >= of ? 'blocked' : 'degraded',
      sentence: `Turned away on ${blocked} of ${counted(of, 'listing page')}`,
    });
  }
  const unread = unknown + failed;
  if (of >= fewestVisits && isTooMany({ count: unread, of }, usualShare((before.outcomes.unknown ?? 0) + (before.outcomes.failed ?? 0)))) {
    findings.push({
      health: unread * 5 >= of * 4 ? 'blind' : 'degraded',
      sentence: `${unread} of ${counted(of, 'listing page')} could not be read`,
    });
  }
  if (gone * 2 > of && isTooMany({ count: gone, of }, Math.max(0.1, usualShare(before.outcomes.gone ?? 0)))) {
    findings.push({
      health: 'degraded',
      sentence: `${gone} of ${counted(of, 'listing page')} answered that the offer is gone, which is not usual`,
    });
  }
  if (readings.otherLanguage * 2 > live) findings.push({ health: 'degraded', sentence: 'Listing pages came in another language' });
  const liveBefore = before.outcomes.live ?? 0;
  if (liveBefore === 0 || live === 0) return findings;
  const { contradicted = 0 } = readings;
  if (isTooMany({ count: contradicted, of: live }, (before.contradicted ?? 0) / liveBefore)) {
    findings.push({
      health: 'degraded',
      sentence: `${contradicted} of ${counted(live, 'listing page')} contradict themselves in title or price, which is not usual`,
    });
  }
  return [
    ...findings,
    ...watchedFields.flatMap((field) =>
      coverage({
        field: field === 'postedAt' ? 'date' : field,
        where: 'listing pages',
        share: { count: readings.fields[field] ?? 0, of: live },
        usual: (before.fields[field] ?? 0) / liveBefore,
      }),
    ),
  ];
}

/** A field is missed only where it was there on most pages. */
const mostPages = 0.5;

function coverage({
  field,
  where,
  share,
  usual,
}: {
  field: string;
  where: string;
  share: { count: number; of: number };
  usual: number;
}): Finding[] {
  if (usual < mostPages || !isTooFew(share, usual)) return [];
  const percent = Math.round(usual * 100);
  return [{ health: 'degraded', sentence: `The ${field} stands on ${share.count} of ${share.of} ${where}, where ${percent} % are usual` }];
}

function judgeProbe(pages: readonly SearchPageResult[]): Finding[] {
  const probe = pages.find(({ isProbe }) => isProbe === true);
  if (probe === undefined || isRead(probe)) return [];
  return [
    {
      health: probe.outcome === 'blocked' ? 'blocked' : 'degraded',
      sentence: `The known answer was not there (${probe.reason ?? probe.outcome})`,
    },
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** `1 listing`, `2,010 listings`. */
function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
