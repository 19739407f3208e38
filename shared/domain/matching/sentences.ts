/** Each line of evidence as a plain sentence that an officer can read aloud. Reports facts, never conclusions about people. */

import type { Evidence } from '../match.ts';
import type { Finding } from './finding.ts';

/** The same line with its sentence. */
export function inWords(finding: Finding): Evidence {
  const { byChance: _, ...line } = finding;
  return { ...line, sentence: sentenceOf(finding) };
}

function sentenceOf(finding: Finding): string {
  const fixed = fixedSentences[finding.field];
  if (fixed) return fixed(finding);
  const [advert, report] = [quoted(finding.listingSays), quoted(finding.recordSays)];
  if (finding.field.startsWith('mark: ')) return markSentence(finding, advert, report);
  const subject = finding.field.replace('-', ' ');
  return `The advert's ${subject} is ${advert}, the report's ${report}: ${chance(finding)}.`;
}

const fixedSentences: Record<string, (finding: Finding) => string> = {
  prior: ({ level }) => `Before looking, few offers are a listed phone, and this one could be any: ${level}.`,
  offer: ({ listingSays, bits }) =>
    `Signs of the offer itself (${listingSays ?? ''}) make a stolen phone ${bits >= 0 ? 'more' : 'less'} likely, whichever it is.`,
  identifier: identifierSentence,
  model: (finding) => {
    const { level, listingSays, recordSays } = finding;
    const pair = `The advert is for ${listingSays ?? 'an unnamed model'}, the report for ${recordSays ?? 'an unnamed model'}`;
    if (level === 'make') return `${pair}: one of them names only the make, and it agrees; ${chance(finding)}.`;
    return level === 'family' ? `${pair}: one step apart, which sellers and reports confuse.` : `${pair}: ${chance(finding)}.`;
  },
  'stolen-time': ({ listingSays, recordSays, level }) => `The phone was taken on ${recordSays} and offered on ${listingSays}: ${level}.`,
  place: ({ listingSays, recordSays, level }) => `Place of the offer ${quoted(listingSays)}, of the theft ${quoted(recordSays)}: ${level}.`,
  photo: ({ level }) =>
    level === 'near'
      ? "A photo in the advert is nearly the owner's own photo."
      : 'A photo agrees, but it is a stock picture that many adverts show.',
  tac: ({ listingSays, recordSays }) =>
    `The first eight digits of the reported number belong to ${recordSays}, and the advert is for ${listingSays}: this speaks against.`,
  'other-listings': ({ level }) =>
    `The number stands in other adverts of what seems another phone (${level}): it can be right in one at most.`,
  'other-records': ({ level }) => `Other reports hold the same number (${level}): it can be right in one at most.`,
  'other-candidates': ({ level }) => `The advert can be only one of the records; of the others, ${level}.`,
  calibration: () => 'Corrects the sum by how often such sums have proved right.',
  cap: ({ level }) => `Evidence of this kind counts for ${level} before a person has looked.`,
};

function identifierSentence(finding: Finding): string {
  const { level, identifier, listingSays = '', recordSays = '' } = finding;
  const kind = (identifier?.kind === 'partial' ? 'IMEI' : (identifier?.kind ?? 'identifier')).toUpperCase();
  const [advert, report] = [`The ${kind} in the advert (${shown(listingSays)})`, `the one in the report (${recordSays})`];
  switch (level) {
    case 'equal':
      // An IMEISV ends in a software version where an IMEI has its check digit: to call the two the same would look like a mistake.
      return listingSays.length === recordSays.length
        ? `${advert} is ${report}.`
        : `${advert} names the same phone as ${report}: their first fourteen digits agree, and the others do not tell phones apart.`;
    case 'equal, in doubt':
      return `${advert} is ${report}, but it stands where the page speaks of others, so it may be no number of this offer.`;
    case 'one slip apart':
      return `${advert} is one slip of the finger away from ${report}, and one of the two fails its check digit.`;
    case 'other slot':
      return `${advert} is what the other SIM slot of the reported phone would carry beside ${report}.`;
    case 'known digits agree':
      return `All digits of the IMEI that the advert shows (${shown(listingSays)}) agree with ${report}: ${chance(finding)}.`;
    case 'one known digit differs':
      return `All digits of the IMEI that the advert shows (${shown(listingSays)}) but one agree with ${report}.`;
    default:
      return `${advert} is not ${report}.`;
  }
}

/** `???????????3809` is "ending in 3809". */
function shown(number: string): string {
  const tail = /^\?+(\d+)$/.exec(number)?.[1];
  const head = /^(\d+)\?+$/.exec(number)?.[1];
  if (tail !== undefined) return `ending in ${tail}`;
  return head === undefined ? number : `beginning ${head}`;
}

function markSentence(finding: Finding, advert: string, report: string): string {
  const { field, level } = finding;
  const mark = field.slice('mark: '.length);
  switch (level) {
    case 'listing only':
      return `The advert mentions ${advert} (${mark}), the report does not.`;
    case 'record only':
      return `The report mentions ${report} (${mark}), the advert does not: sellers hide marks, so this weighs little.`;
    default:
      return `The report says ${report}; the advert says ${advert}: ${chance(finding)}.`;
  }
}

/** `about 1 phone in 9,000 would agree by chance` for agreement, words for the rest. */
function chance({ bits, byChance }: Finding): string {
  if (byChance !== undefined)
    return byChance > 0.5 ? 'most phones would agree by chance' : `about 1 phone in ${rounded(1 / byChance)} would agree by chance`;
  if (bits <= -2) return 'this speaks against';
  if (bits <= -0.5) return 'this speaks softly against';
  return bits < 0.5 ? 'this says little' : `${rounded(2 ** bits)} times likelier for the same phone than by chance`;
}

function rounded(ratio: number): string {
  return (ratio < 10 ? Math.round(ratio) : Number(ratio.toPrecision(2))).toLocaleString('en-GB');
}

function quoted(said: string | undefined): string {
  return said === undefined ? 'nothing' : `“${said}”`;
}
