/**
 * Listing text comes from people who may want to mislead whoever reads it. Markup is the escaping tag's business; this file
 * deals with what survives escaping: characters that show nothing but reorder, hide or bury the text around them.
 */

/** One stretch of what the reader sees: ordinary text, or a note in the place of something that was taken out. */
export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'hidden'; characters: number; codes: string }
  | { kind: 'cut'; characters: number };

/** A title is one line on the page; platforms allow 30 to 120 characters. */
export const TITLE_LIMIT = 200;
/** The longest honest descriptions run to some 5,000 characters. */
export const DESCRIPTION_LIMIT = 20_000;

/**
 * First: runs of characters that draw nothing, which are bidi controls and isolates, zero-width spaces and joiners, tag characters, fillers
 * (Unicode property Default_Ignorable_Code_Point), the empty Braille cell and control codes. Variation selectors stay: they choose between two drawings of an emoji.
 * Second: more than three marks stacked on one letter, which draw over the lines above and below; no living orthography stacks so many.
 */
const suspicious = /[[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029\uFFF9-\uFFFB\u2800]--[\n\t\uFE00-\uFE0F]]+|(?<=\p{M}{3})\p{M}+/gv;

/** The text as it may be shown: nothing invisible left in it, each removal noted where it stood, cut at `limit` UTF-16 code units. */
export function showable(text: string, limit: number): TextPiece[] {
  const kept = text.slice(0, limit).toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const pieces: TextPiece[] = [];
  let position = 0;
  for (const { 0: run, index } of kept.matchAll(suspicious)) {
    if (isNeededJoiner(kept, index, run)) continue;
    pieces.push(...asText(kept.slice(position, index)), hidden(run));
    position = index + run.length;
  }
  pieces.push(...asText(kept.slice(position)));
  if (text.length > limit) pieces.push({ kind: 'cut', characters: text.length - limit });
  return pieces;
}

/** The text without what would be hidden in it, and without a word about it. */
export function withoutUnseen(text: string): string {
  return showable(text, text.length)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');
}

/** The same on one line for headings and lists, with what was hidden counted at the end: notes between the letters would make it unreadable. */
export function showableLine(text: string, limit: number): { text: string; hidden: number; cut: boolean } {
  const pieces = showable(text, limit);
  return {
    text: withoutUnseen(text.slice(0, limit)).replace(/\s+/g, ' ').trim(),
    hidden: pieces.reduce((sum, piece) => sum + (piece.kind === 'hidden' ? piece.characters : 0), 0),
    cut: text.length > limit,
  };
}

function asText(text: string): TextPiece[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** The code points are for whoever looks closer: `U+200B U+202E`. */
function hidden(run: string): TextPiece {
  const characters = [...run];
  const codes = [...new Set(characters)].slice(0, 5).map((character) => `U+${codeOf(character)}`);
  return { kind: 'hidden', characters: characters.length, codes: codes.join(' ') };
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

const drawnTogether = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/v;
const joiningScript = /^[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]]$/v;

/** A single joiner has honest work inside an emoji of several people and between letters of scripts such as Persian and Hindi. */
function isNeededJoiner(text: string, index: number, run: string): boolean {
  if (run !== '\u200D' && run !== '\u200C') return false;
  const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(index + 1) ?? 0);
  return [drawnTogether, joiningScript].some((kind) => kind.test(before) && kind.test(after));
}
