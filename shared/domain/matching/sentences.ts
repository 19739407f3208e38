/** Each line of evidence as a plain sentence that an officer can read aloud. Reports facts, never conclusions about people. */

import type { Evidence } from '../match.ts';
import type { Finding } from './finding.ts';

/** The same line with its sentence. */
export function inWords(finding: Finding): Evidence {
  return { ...finding, sentence: sentenceOf(finding) };
}

function sentenceOf(finding: Finding): string {
  const fixed = fixedSentences[finding.field];
  if (fixed) return fixed(finding);
  const [advert, report] = [quoted(finding.listingSays), quoted(finding.recordSays)];
  if (finding.field.startsWith('mark: ')) return markSentence(finding, advert, report);
  const subject = finding.field.replace('-', ' ');
  return `The advert's ${subject} is ${advert}, the report's ${report}: ${chance(finding.bits)}.`;
}

const fixedSentences: Record<string, (finding: Finding) => string> = {
  prior: ({ level }) => `Before looking, few offers are a listed phone, and this one could be any: ${level}.`,
  offer: ({ listingSays, bits }) =>
    `Signs of the offer itself (${listingSays ?? ''}) make a stolen phone ${bits >= 0 ? 'more' : 'less'} likely, whichever it is.`,
  identifier: identifierSentence,
  model: ({ level, listingSays, recordSays, bits }) => {
    const pair = `The advert is for ${listingSays ?? 'an unnamed model'}, the report for ${recordSays ?? 'an unnamed model'}`;
    if (level === 'make') return `${pair}: one of them names only the make, and it agrees.`;
    return level === 'family' ? `${pair}: one step apart, which sellers and reports confuse.` : `${pair}: ${chance(bits)}.`;
  },
  'stolen-time': ({ listingSays, recordSays, level }) => `The phone was taken on ${recordSays} and offered on ${listingSays}: ${level}.`,
  place: ({ listingSays, recordSays, level }) => `Place of the offer ${quoted(listingSays)}, of the theft ${quoted(recordSays)}: ${level}.`,
  photo: ({ level }) =>
    level === 'near'
      ? "A photo in the advert is nearly the owner's own photo."
      : 'A photo agrees, but it is a stock picture that many adverts show.',
  'other-candidates': ({ level }) => `The advert can be only one of the records; of the others, ${level}.`,
  calibration: () => 'Corrects the sum by how often such sums have proved right.',
  cap: ({ level }) => `Evidence of this kind counts for ${level} before a person has looked.`,
};

function identifierSentence({ level, identifier }: Finding): string {
  const kind = (identifier?.kind === 'partial' ? 'IMEI' : (identifier?.kind ?? 'identifier')).toUpperCase();
  switch (level) {
    case 'equal':
      return `The ${kind} in the advert is the one in the report.`;
    case 'one slip apart':
      return `The ${kind} in the advert fails its check digit and is one digit away from the one in the report.`;
    case 'other slot':
      return `The ${kind} in the advert is what the other SIM slot of the reported phone would carry.`;
    case 'known digits agree':
      return 'All digits of the IMEI that the advert shows agree with the report.';
    case 'one known digit differs':
      return 'All digits of the IMEI that the advert shows agree with the report but one.';
    default:
      return `The ${kind} in the advert is not in the report.`;
  }
}

function markSentence({ field, level, bits }: Finding, advert: string, report: string): string {
  const mark = field.slice('mark: '.length);
  switch (level) {
    case 'listing only':
      return `The advert mentions ${advert} (${mark}), the report does not.`;
    case 'record only':
      return `The report mentions ${report} (${mark}), the advert does not: sellers hide marks, so this weighs little.`;
    default:
      return `The report says ${report}; the advert says ${advert}: ${chance(bits)}.`;
  }
}

/** `about 1 in 9,000 phones would agree by chance` for agreement, words for the rest. */
function chance(bits: number): string {
  if (bits <= -2) return 'speaks against';
  if (bits <= -0.5) return 'speaks softly against';
  if (bits < 0.5) return 'says little';
  const ratio = 2 ** bits;
  const rounded = ratio < 10 ? Math.round(ratio) : Number(ratio.toPrecision(1));
  return `agreement ${rounded.toLocaleString('en-GB')} times likelier for the same phone than by chance`;
}

function quoted(said: string | undefined): string {
  return said === undefined ? 'nothing' : `“${said}”`;
}
