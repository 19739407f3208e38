/** Where the code of a page, JSON-LD or the state of a framework, speaks of other offers, or repeats what other people said. */

import type { Span } from '../../domain/identifier.ts';

/** `isRelatedTo`, `isSimilarTo` and `review` of schema.org; `similarItems`, `relatedAds`, `recommendations`, `comments` of states. */
const ofOthers = /^(?:is)?(?:related|similar|recommend)|^(?:reviews?|comments?|suggestedanswer|acceptedanswer)$/i;
/** What names the offer that an object describes. */
const addressKeys = new Set(['url', '@id', 'href']);

interface Open {
  start: number;
  /** The key under which it stands: `similarItems`. */
  under: string;
  /** The key that was read last inside. */
  key: string;
  isOthers: boolean;
}

/**
 * The objects and lists in `html.slice(start, end)` that are said of others: those under a key that says so, and the objects that have the
 * address of another offer (`{"url":"/item/8","description":"…"}`). A text under such a key is no such value: a seller's remark may be called
 * `comment`. One pass; code that is no JSON may hide others' spans, and what is never closed is nobody's.
 */
export function otherOffersInCode(html: string, { start, end }: Span, leadsToOther: (href: string) => boolean): Span[] {
  const spans: Span[] = [];
  const open: Open[] = [];
  let text = '';
  for (let at = start; at < end; at++) {
    const sign = html.charAt(at);
    const inside = open.at(-1);
    if (sign === '"') {
      const from = at + 1;
      at = endOfText(html, from, end);
      text = html.slice(from, Math.min(at, from + longestText));
      if (inside !== undefined && addressKeys.has(inside.key) && isAddressOfOther(text)) inside.isOthers = true;
    } else if (sign === ':') {
      if (inside !== undefined) inside.key = text;
    } else if (sign === ',') {
      if (inside !== undefined) inside.key = '';
    } else if (sign === '{' || sign === '[') {
      const under = inside?.key ?? '';
      open.push({ start: at, under, key: '', isOthers: ofOthers.test(under) });
    } else if (sign === '}' || sign === ']') {
      const closed = open.pop();
      if (closed?.isOthers === true) spans.push({ start: closed.start, end: at + 1 });
    }
  }
  return spans;

  /** `"url":"iphone-13"` is the name of an address, not one. */
  function isAddressOfOther(value: string): boolean {
    const address = value.replaceAll('\\/', '/');
    return /^(?:\/|https?:)/i.test(address) && leadsToOther(address);
  }
}

/** Addresses and keys are shorter. */
const longestText = 2000;

function endOfText(html: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const sign = html.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"') return at;
  }
  return end;
}
