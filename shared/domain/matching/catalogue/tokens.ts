/** Splits what people write about phones into comparable tokens: `iphone13promax` and `i phone 13 Pro-Max` give the same row. */

import { latinised } from './scripts.ts';
import { corrected, isOneSlip, respelled } from './spellings.ts';

/** One comparable word or number of a text. */
export interface Token {
  text: string;
  /** Offset in the text as it is compared (lower case, Latin letters), end exclusive. */
  start: number;
  end: number;
}

// Digits and letters part, because "S22ultra", "s 22 ultra" and "S22 Ultra" are one phone; "+" is a word of its own.
const piece = /\d+|\p{L}+|\+/gu;

/** In the order of the text; a glued word gives several tokens with the span of the whole. */
function tokenise(text: string): Token[] {
  return tokensIn(comparable(text));
}

/** The same without positions. */
export function tokensOf(text: string): string[] {
  return tokenise(text).map((token) => token.text);
}

/** Lower case, in Latin letters and digits where the words of phones are known in other scripts. */
export function comparable(text: string): string {
  return latinised(text.toLowerCase()).replaceAll("'s", '  ').replaceAll('’s', '  ');
}

/** Tokens of a text that is `comparable` already. */
export function tokensIn(lower: string): Token[] {
  const tokens: Token[] = [];
  for (const match of lower.matchAll(piece)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (match[0] === '+' && isAnd(lower, start)) continue;
    for (const word of spelledOut(match[0])) tokens.push({ text: word, start, end });
  }
  return joined(tokens);
}

/** "iPhone 7 + 2 protectors", "S21 + case": a plus that stands alone before so many of something, or a thing, is no part of the name. */
function isAnd(lower: string, at: number): boolean {
  if (lower[at - 1] !== ' ') return false;
  return /^\+\s*(?:\d{1,2}\s+(?!gb|gig|tb)\p{L}|(?:case|cover|box|charger|cable|screen|glass|airpods|watch|buds|ovp|hülle|etui|funda)\b)/u.test(
    lower.slice(at, at + 24),
  );
}

function spelledOut(word: string): string[] {
  const known = respelled.get(word);
  if (known) return known;
  const meant = corrected(word);
  return respelled.get(meant) ?? [meant];
}

/** `i phone` and `i-phone` are one word; "por" is Spanish but before "max", "not" English but after "redmi". */
function joined(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    if (before?.text === 'i' && (token.text === 'phone' || isOneSlip(token.text, 'phone')))
      result[result.length - 1] = { text: 'iphone', start: before.start, end: token.end };
    else result.push(token);
    if (token.text === 'max' && before?.text === 'por') before.text = 'pro';
    if (token.text === 'not' && before?.text === 'redmi') token.text = 'note';
  }
  return result;
}
