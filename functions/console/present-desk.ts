/** The figures of the desk, each as a picture and as the numbers behind it. */

import { answerCountingRule, type PlatformAnswers, shareRefused } from '../../shared/domain/answer-figures.ts';
import { DAYS_OF_DECISIONS, type DeskFigures, type Precision, shareConfirmed } from '../../shared/domain/desk-figures.ts';
import { declineWords } from '../../shared/domain/notice/answer-words.ts';
import { ago, counted, type Moment, momentOf } from '../../shared/pages/format.ts';
import { evidenceKindWords, stateHeading } from './present.ts';
import { statesInOrder } from './queue-question.ts';

export interface Bar {
  label: string;
  /** From 0 to 1 of the longest bar. */
  share: number;
  /** What the bar stands for, in words: `12 cases`, `83 % of 24`. */
  words: string;
}

export interface Chart {
  id: string;
  heading: string;
  /** Says what the picture shows to whoever does not see it. */
  summary: string;
  bars: Bar[];
  /** How it was counted, where that does not go without saying. */
  rule?: string;
}

export interface DeskView {
  counted: { at: Moment; age: string };
  lines: string[];
  charts: Chart[];
}

export function presentDesk(figures: DeskFigures, sourceNames: ReadonlyMap<string, string>, now: Date): DeskView {
  const name = (id: string) => sourceNames.get(id) ?? id;
  return {
    counted: { at: momentOf(figures.countedAt), age: ago(figures.countedAt, now) },
    lines: linesOf(figures),
    charts: [
      countChart({ id: 'states', heading: 'Cases by state', entries: byState(figures) }),
      countChart({ id: 'age', heading: 'Age of what waits for a person', entries: figures.age.map(({ days, count }) => [days, count]) }),
      countChart({
        id: 'waiting',
        heading: 'What waits, by source',
        entries: figures.waitingBySource.map(({ source, count }) => [name(source), count]),
      }),
      shareChart({ id: 'evidence', heading: 'Confirmed, by kind of evidence', counts: figures.byEvidence, name: evidenceWords }),
      shareChart({ id: 'sources', heading: 'Confirmed, by source', counts: figures.bySource, name }),
      ...(figures.answers === undefined ? [] : answerCharts(figures.answers, name)),
    ],
  };
}

function linesOf({ overdue, hoursToDecision }: DeskFigures): string[] {
  const late = overdue === 0 ? 'No case is overdue.' : `${counted(overdue, 'case')} ${overdue === 1 ? 'is' : 'are'} overdue.`;
  if (hoursToDecision === undefined) return [late, `Nothing was decided in the last ${DAYS_OF_DECISIONS} days.`];
  const { decisions, median, ninetieth } = hoursToDecision;
  return [
    late,
    `Of ${counted(decisions, 'decision')} in the last ${DAYS_OF_DECISIONS} days, half were made within ${hoursWords(median)} and nine in ten within ${hoursWords(ninetieth)} of the case being ready.`,
  ];
}

function hoursWords(hours: number): string {
  if (hours < 1) return counted(Math.max(1, Math.round(hours * 60)), 'minute');
  return hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day');
}

function byState({ byState: counts }: DeskFigures): [string, number][] {
  return statesInOrder.map((state) => [stateHeading(state), counts.find((each) => each.state === state)?.count ?? 0]);
}

function evidenceWords(kind: string): string {
  return kind === 'imei' || kind === 'partial-imei' || kind === 'description' ? evidenceKindWords(kind) : kind;
}

function countChart({
  id,
  heading,
  entries,
  noun = 'case',
}: {
  id: string;
  heading: string;
  entries: readonly [string, number][];
  noun?: string;
}): Chart {
  const most = Math.max(1, ...entries.map(([, count]) => count));
  const bars = entries.map(([label, count]) => ({ label, share: count / most, words: counted(count, noun) }));
  return { id, heading, bars, summary: summaryOf(heading, bars) };
}

/** A share of few is no share: the number behind it stands beside it always. */
function shareChart({
  id,
  heading,
  counts,
  name,
}: {
  id: string;
  heading: string;
  counts: readonly Precision[];
  name: (id: string) => string;
}): Chart {
  const bars = counts.map((count) => {
    const share = shareConfirmed(count);
    const decided = count.confirmed + count.refused;
    const unsure = count.undecided === 0 ? '' : `; ${count.undecided.toLocaleString('en-GB')} could not be told`;
    const words =
      share === undefined ? `none decided${unsure}` : `${Math.round(share * 100)} % of ${decided.toLocaleString('en-GB')} decided${unsure}`;
    return { label: name(count.name), share: share ?? 0, words };
  });
  return { id, heading, bars, summary: summaryOf(heading, bars) };
}

/** How often platforms decline, and why; who does not answer stands beside it, since no answer is no consent. */
function answerCharts(platforms: readonly PlatformAnswers[], name: (id: string) => string): Chart[] {
  const heading = 'Refused by platforms, of the listings that they answered about';
  const bars = platforms.map((platform) => ({
    label: name(platform.source),
    share: shareRefused(platform) ?? 0,
    words: answerWordsOf(platform),
  }));
  const reasons = platforms.flatMap(({ source, reasons: of }) =>
    of.map(({ reason, count }): [string, number] => [`${name(source)}: ${declineWords(reason)}`, count]),
  );
  const why = countChart({ id: 'answers-why', heading: 'Why platforms refuse', entries: reasons, noun: 'listing' });
  return [{ id: 'answers', heading, bars, summary: summaryOf(heading, bars), rule: answerCountingRule }, why];
}

/** `25 % of 8 answered (2 refused, 1 disputed, 1 asked back); of 12 asked about 3 late and 1 still within the time`. */
function answerWordsOf(platform: PlatformAnswers): string {
  const { asked, answered, refused, wrong, needMore, late, open } = platform;
  const share = shareRefused(platform);
  const number = (count: number) => count.toLocaleString('en-GB');
  const of = `of ${number(asked)} asked about ${number(late)} without an answer in time, ${number(open)} still within it`;
  if (share === undefined) return `none answered; ${of}`;
  return `${Math.round(share * 100)} % of ${number(answered)} answered (${number(refused)} refused, ${number(wrong)} disputed, ${number(needMore)} asked back); ${of}`;
}

function summaryOf(heading: string, bars: readonly Bar[]): string {
  return bars.length === 0 ? `${heading}: nothing yet.` : `${heading}: ${bars.map(({ label, words }) => `${label}, ${words}`).join('; ')}.`;
}
