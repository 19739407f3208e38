/** Character references in a stretch of a page (`&#51;`, `&nbsp;`), decoded by the same tables as the parser's, keeping their places. */

import { Tokenizer } from 'htmlparser2';
import type { Piece } from './passage.ts';

/** Splits `[start, end)` of the page into plain pieces and one piece for each reference. Costs nothing where there is no `&`. */
export function decodedPieces(html: string, start: number, end: number, hidden: boolean): Piece[] {
  const source = html.slice(start, end);
  if (!source.includes('&')) return [{ text: source, start, end, hidden }];
  const pieces: Piece[] = [];
  let at = 0;
  const take = (from: number, to: number) => {
    // A "<" in here is text, but the tokenizer may see a tag: what it skips is kept as it stands.
    if (from > at) pieces.push({ text: source.slice(at, from), start: start + at, end: start + from, hidden });
    if (to > from) pieces.push({ text: source.slice(from, to), start: start + from, end: start + to, hidden });
    at = Math.max(at, to);
  };
  decoder.read(source, take, (codePoint, entityEnd) => {
    const from = source.lastIndexOf('&', entityEnd - 1);
    if (from < at) return;
    take(from, from);
    pieces.push({ text: String.fromCodePoint(codePoint), start: start + from, end: start + entityEnd, hidden });
    at = entityEnd;
  });
  take(source.length, source.length);
  return source.includes('&amp;') ? decodedTwice(pieces) : pieces;
}

const escapedReference = /^(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,31});/i;

/** `&amp;#51;` has been escaped once too often: the screen shows `&#51;`, and who wrote it meant 3. */
function decodedTwice(pieces: readonly Piece[]): Piece[] {
  const twice: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [piece, next] = [pieces[i], pieces[i + 1]];
    if (piece === undefined) break;
    const name = piece.text === '&' && piece.end - piece.start > 1 ? escapedReference.exec(next?.text ?? '')?.[1] : undefined;
    const meant = name === undefined ? undefined : meaningOf(name);
    if (next === undefined || name === undefined || meant === undefined) {
      twice.push(piece);
      continue;
    }
    const length = name.length + 1;
    twice.push({ ...piece, text: meant, end: next.start + length });
    if (next.text.length > length) twice.push({ ...next, text: next.text.slice(length), start: next.start + length });
    i++;
  }
  return twice;
}

function meaningOf(name: string): string | undefined {
  let meant: string | undefined;
  decoder.read(
    `&${name};`,
    () => {},
    (codePoint) => {
      meant = (meant ?? '') + String.fromCodePoint(codePoint);
    },
  );
  return meant;
}

/** One tokenizer for all: building its tables for each stretch would cost more than the decoding. */
class Decoder {
  private ontext: (start: number, end: number) => void = () => {};
  private onentity: (codePoint: number, end: number) => void = () => {};
  private readonly tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => this.ontext(start, end),
      ontextentity: (codePoint, end) => this.onentity(codePoint, end),
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      oncdata() {},
      onclosetag() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onopentagend() {},
      onopentagname() {},
      onprocessinginstruction() {},
      onselfclosingtag() {},
    },
  );

  read(source: string, ontext: (start: number, end: number) => void, onentity: (codePoint: number, end: number) => void): void {
    this.ontext = ontext;
    this.onentity = onentity;
    this.tokenizer.reset();
    this.tokenizer.write(source.replaceAll('<', ' '));
    this.tokenizer.end();
  }
}

const decoder = new Decoder();
