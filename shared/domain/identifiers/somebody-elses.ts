/** Sentences that speak of somebody else's device, though they stand in an advert: a warning, a theft told, a call to report, a comparison. */

import { atFirstUse } from '../at-first-use.ts';
import type { PerhapsOf } from './belonging.ts';
import type { Readable } from './readable.ts';
import { type SayingsOfOthers, sayingsOfOthers, wayOfSaying } from './sayings-of-others.ts';

interface Patterns {
  theft: RegExp;
  denied: RegExp;
  alone: RegExp;
  alarm: RegExp;
  crime: RegExp;
}

const languages = atFirstUse(() => sayingsOfOthers.map(patternsOf));

function patternsOf({ unspaced, theft, denied, alone = '', alarm, crime }: SayingsOfOthers): Patterns {
  const [before, behind] = unspaced === true ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})'];
  const pattern = (texts: string, end = behind) => new RegExp(`${before}(?:${texts.split('|').map(wayOfSaying).join('|')})${end}`, 'u');
  const never = /(?!)/;
  return {
    theft: pattern(theft),
    denied: pattern(denied),
    alone: alone === '' ? never : pattern(alone),
    alarm: pattern(alarm),
    // "report", "reported", "reporting".
    crime: pattern(crime, ''),
  };
}

/** Any sign at all, in any language: what has none needs no closer look. */
const anySign = atFirstUse(
  () =>
    new RegExp(
      languages()
        .flatMap(({ theft, alone, alarm }) => [theft.source, alone.source, alarm.source])
        .join('|'),
      'u',
    ),
);

/** How far around a number its sentence is looked at. */
const REACH = { before: 160, behind: 100 };
/** A denial stands so near: "it was never reported as stolen", "çalıntı değil". */
const DENIAL = { before: 26, behind: 10 };

/** Whose number stands from `start` to `end`, where its own sentence speaks of somebody else's. */
export function saidOfSomebodyElse({ folded }: Pick<Readable, 'folded'>, start: number, end: number): PerhapsOf | undefined {
  const before = folded.slice(Math.max(0, start - REACH.before), start);
  const behind = folded.slice(end, end + REACH.behind);
  const sentence = `${before.slice(sentenceStart(before))}#${behind.slice(0, sentenceEnd(behind))}`;
  if (!anySign().test(sentence)) return undefined;
  return languages().some((patterns) => speaksOfOthers(sentence, patterns)) ? 'somebody else' : undefined;
}

function speaksOfOthers(sentence: string, { theft, denied, alone, alarm, crime }: Patterns): boolean {
  if (alone.test(sentence) || isTold(sentence, theft, denied)) return true;
  return alarm.test(sentence) && isTold(sentence, crime, denied);
}

/** Said, and neither denied nor asked. */
function isTold(sentence: string, what: RegExp, denied: RegExp): boolean {
  const told = what.exec(sentence);
  if (told === null) return false;
  const end = told.index + told[0].length;
  const around = `${sentence.slice(Math.max(0, told.index - DENIAL.before), told.index)} ${sentence.slice(end, end + DENIAL.behind)}`;
  return !denied.test(around) && !denied.test(told[0]);
}

const ending = /[!?;。！？।\n]|\.(?=\s)/g;

/** Behind the last sign that ends a sentence; a line that ends with a colon goes on: "Stolen from me:\nIMEI 35…". */
function sentenceStart(text: string): number {
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(ending)) {
    const before = text.slice(Math.max(0, index - 4), index);
    const goesOn = (sign === '\n' && /:\s*$/.test(before)) || (sign === '.' && /(?:no|nr|num)$/.test(before));
    if (!goesOn) start = index + 1;
  }
  return start;
}

function sentenceEnd(text: string): number {
  const end = text.search(ending);
  return end < 0 ? text.length : end;
}
