/** Text that a style sheet puts beside an element: `.n1::before{content:"IMEI 35"}`. */

import { CssBlocks } from './css-blocks.ts';

/** What is shown before and after an element's own text. */
export interface Generated {
  before: readonly Part[];
  after: readonly Part[];
}

/** A string, or the name of an attribute whose value is shown: `content: "IMEI " attr(data-no)`. */
export type Part = { text: string } | { attribute: string };

const property = /(?<![\w-])content\s*:/gi;
const value = /\s*(?:"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|attr\(\s*([\w-]{1,40})\s*\))/y;
/** Icon fonts fill style sheets with content of one character, which is no digit. */
const worthKeeping = /\d|mei/i;
const MOST_PARTS = 20;

/** Calls `found` with the simple selector, `.n1` or `#k`, of each rule in `css` that shows digits or names an attribute to show. */
export function findGenerated(css: string, found: (selector: string, side: keyof Generated, parts: readonly Part[]) => void): void {
  const blocks = new CssBlocks(css);
  for (const match of css.matchAll(property)) {
    const block = blocks.around(match.index);
    const parts = block === undefined ? [] : partsFrom(css, match.index + match[0].length);
    if (block === undefined || !parts.some((part) => 'attribute' in part || worthKeeping.test(part.text))) continue;
    for (const selector of block.selectors.split(',')) {
      const [, simple, side] = /([.#][\w-]+)\s*::?(before|after)\s*$/i.exec(selector.slice(-80)) ?? [];
      if (simple !== undefined && side !== undefined) found(simple, side.toLowerCase() === 'before' ? 'before' : 'after', parts);
    }
  }
}

function partsFrom(css: string, at: number): Part[] {
  const parts: Part[] = [];
  value.lastIndex = at;
  for (let match = value.exec(css); match !== null && parts.length < MOST_PARTS; match = value.exec(css)) {
    const [, double, single, attribute] = match;
    parts.push(attribute === undefined ? { text: unescaped(double ?? single ?? '') } : { attribute: attribute.toLowerCase() });
  }
  return parts;
}

/** `\33 ` is 3: one blank behind a number belongs to it (CSS Syntax 3, 4.3.7). */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, code: string | undefined, character: string | undefined) => {
    const codePoint = Number.parseInt(code ?? '', 16);
    return code === undefined ? (character ?? '').trim() : codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : ' ';
  });
}

/** Whether a style sheet shows such text beside any element. */
export function generatesText(css: string): boolean {
  let generates = false;
  if (css.includes('content')) {
    findGenerated(css, () => {
      generates = true;
    });
  }
  return generates;
}

/** What is shown for an element with this start tag; the name of an attribute stands for its value. */
export function generatedText(parts: readonly Part[], tag: string): string {
  return parts.map((part) => ('text' in part ? part.text : attributeIn(part.attribute, tag))).join('');
}

function attributeIn(attribute: string, tag: string): string {
  return new RegExp(`[\\s"']${attribute}\\s*=\\s*["']?([^"'>]{1,200})`, 'i').exec(tag)?.[1] ?? '';
}
