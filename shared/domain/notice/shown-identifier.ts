import { type Identifier, type IdentifierKind, maskIdentifier } from '../identifier.ts';
import { findIdentifiersInText } from '../identifiers/in-text.ts';

/** A number as a notice shows it: masked, and the advert's own. */
export interface ShownIdentifier {
  kind: IdentifierKind;
  /** `35693803*****09`; of a partial number the digits that the advert shows of its first eight and last two: `35??????*****??`. */
  masked: string;
}

/** Only from a find in the advert: what a record holds has no way in here. */
export function shownIdentifier({ kind, value, pattern = '' }: Identifier): ShownIdentifier {
  return { kind, masked: maskIdentifier(value ?? pattern) };
}

/**
 * Words of an advert with every number in them masked that may be an identifier: a title may name other devices than the one meant. What the
 * reader of identifiers finds, however it is written, and beyond that every long number and every long word with digits in it.
 */
export function withoutNumbers(text: string): string {
  let shown = text.slice(0, longestTitle).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  for (const { span } of findIdentifiersInText(shown, { least: 0 })) {
    if (span !== undefined) shown = shown.slice(0, span.start) + masked(shown.slice(span.start, span.end)) + shown.slice(span.end);
  }
  return shown
    .replace(longNumber, masked)
    .replace(longWord, (word) => (countDigits(word) >= 4 ? masked(word) : word))
    .trim();
}

/** Of a platform's title; what is longer is cut. */
const longestTitle = 200;
const longNumber = /\p{N}(?:[ ./:_-]{0,2}\p{N}){7,}/gu;
const longWord = /[\p{L}\p{N}]{10,}/gu;

function countDigits(word: string): number {
  return word.match(/\p{N}/gu)?.length ?? 0;
}

/** Digits of other scripts and words for digits write numbers as well. The length stays, so that places found before still hold. */
function masked(run: string): string {
  return run.replace(/\S/g, '*');
}
