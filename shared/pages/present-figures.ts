/** Public figures in words and bars, for the page, the file and the terminal alike. */

import { type Shown, SMALLEST_SHOWN } from '../domain/figures/disclosure.ts';
import { figureWords, suppressionWords, timeWords } from '../domain/figures/figure-words.ts';
import { LEAST_FOR_MEDIAN, type PublicFigure, type PublicFigures, type PublicTime } from '../domain/figures/public-figures.ts';
import { type Moment, momentOf } from './format.ts';

export interface FigureRow {
  /** Names the row in the picture: `A`. */
  letter: string;
  label: string;
  /** `1,204`, `fewer than 5`, `withheld`. */
  count: string;
  /** Of the total, `50 %`; empty where it is not shown. */
  share: string;
  /** From 0 to 1 of the total; absent where the count is not shown. */
  bar?: number;
  /** Whether it stands for what is not known. */
  isMissing: boolean;
}

export interface FigureView {
  id: string;
  heading: string;
  /** `24 cases decided in the period or waiting at its end`. */
  total: string;
  rows: FigureRow[];
  rule: string;
  /** What is not known, in a sentence. */
  missing: string;
}

export interface TimeView {
  heading: string;
  /** `3 hours`, or why it is not shown. */
  value: string;
  rule: string;
  missing: string;
}

export interface FiguresView {
  /** `1 Oct 2026 to 31 Dec 2026`. */
  period: string;
  countedAt: Moment;
  isOver: boolean;
  figures: FigureView[];
  times: TimeView[];
  suppression: string;
}

export function presentFigures({ period, countedAt, figures, times }: PublicFigures): FiguresView {
  return {
    period: `${momentOf(period.from, 'day').text} to ${momentOf(period.to, 'day').text}`,
    countedAt: momentOf(countedAt),
    isOver: countedAt.slice(0, 10) > period.to,
    figures: figures.map(presentFigure),
    times: times.map(presentTime),
    suppression: suppressionWords,
  };
}

function presentFigure({ name, total, parts }: PublicFigure): FigureView {
  const { heading, rule, denominator, parts: labels, missing } = figureWords[name];
  const rows = parts.map((part, at): FigureRow => {
    const share = shareOf(part.count, total);
    return {
      letter: String.fromCharCode('A'.charCodeAt(0) + at),
      label: labels[part.name] ?? part.name,
      count: shownWords(part.count),
      share: share === undefined ? '' : percent(share),
      ...(share !== undefined && { bar: share }),
      isMissing: part.name === missing,
    };
  });
  return {
    id: name,
    heading,
    total: `${capital(shownWords(total))} ${denominator}`,
    rows,
    rule,
    missing: missingSentence({ name, total, parts }),
  };
}

function missingSentence({ name, total, parts }: PublicFigure): string {
  const { missing, missingWords } = figureWords[name];
  if (missing === undefined) return missingWords;
  const count = parts.find((part) => part.name === missing)?.count ?? { shown: 'withheld' };
  const share = shareOf(count, total);
  if (count.shown === 'withheld') return `How many is not shown: ${missingWords}.`;
  return `${capital(shownWords(count))}${share === undefined ? '' : ` (${percent(share)})`} ${missingWords}.`;
}

function presentTime({ name, medianMinutes, missing }: PublicTime): TimeView {
  return {
    ...timeWords[name],
    value:
      medianMinutes === undefined
        ? `Not shown: fewer than ${LEAST_FOR_MEDIAN}, or too few of a part of them`
        : durationWords(medianMinutes),
    missing:
      missing === 'none' ? 'Nothing: the log holds both ends of each.' : 'Of some the log does not hold when it began; they are left out.',
  };
}

function shownWords(shown: Shown): string {
  if (shown.shown === 'count') return shown.count.toLocaleString('en-GB');
  return shown.shown === 'fewer' ? `fewer than ${SMALLEST_SHOWN}` : 'withheld';
}

function shareOf(part: Shown, total: Shown): number | undefined {
  return part.shown === 'count' && total.shown === 'count' && total.count > 0 ? part.count / total.count : undefined;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** In hours or days, so that a median does not say when one listing was looked at. */
function durationWords(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (hours < 1) return 'less than half an hour';
  const [count, unit] = hours < 48 ? [hours, 'hour'] : [Math.round(hours / 24), 'day'];
  return `about ${count} ${unit}${count === 1 ? '' : 's'}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
