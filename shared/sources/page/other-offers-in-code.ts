/** Where the code of a page, JSON-LD or the state of a framework, speaks of other offers, or repeats what other people said. */

import type { Span } from '../../domain/identifier.ts';
import type { PageOfFinds } from './belonging.ts';

/** `isRelatedTo`, `isSimilarTo` and `review` of schema.org; `similarItems`, `relatedAds`, `recommendations`, `comments` of states. */
const ofOthers = /^(?:is)?(?:related|similar|recommend)|^(?:reviews?|comments?|suggestedanswer|acceptedanswer)$/i;
/** What names the offer that an object describes. */
const addressKeys = new Set(['url', '@id', 'href']);
const idKeys = new Set(['id', 'itemId', 'listingId', 'adId', 'offerId', 'sku', 'item_id', 'listing_id', 'ad_id']);
/** An object with an id and one of these describes an offer; sellers, categories and pictures have ids too. */
const offerKeys = new Set(['price', 'title', 'subject']);

/** `data-related="…"`, `data-similar-items="…"`: the platform's, whatever stands in it. */
export function isOthersAttribute(name: string): boolean {
  return /^data-(?:\w+-)?(?:related|similar|recommend|other-)/.test(name);
}

export interface OthersInCode {
  /** Said of others. */
  others: Span[];
  /** Said of something with another id. */
  doubtful: Span[];
}

interface Open {
  start: number;
  /** The key under which it stands: `similarItems`. */
  under: string;
  /** The key that was read last inside. */
  key: string;
  isOthers: boolean;
  hasOtherId: boolean;
  hasOwnId: boolean;
  isOffer: boolean;
}

type Told = Pick<PageOfFinds, 'leadsToOther' | 'isOtherId'>;

/** How a text begins and ends, outermost first: in a script, in an attribute, as JSON in a text of JSON, as JSON in that. */
const quotes = ['"', '&quot;', '\\"', '\\\\\\"'] as const;

/**
 * The objects and lists in `html.slice(start, end)` that are said of others: those under a key that says so, and the objects that have the
 * address of another offer (`{"url":"/item/8","description":"…"}`); doubtful are those of an offer that has another id. A text under such a
 * key is no such value: a seller's remark may be called `comment`. One pass for each way of quoting; code that is no JSON may hide others'
 * spans, and what is never closed is nobody's.
 */
export function otherOffersInCode(html: string, span: Span, told: Told): OthersInCode {
  const found: OthersInCode = { others: [], doubtful: [] };
  const code = html.slice(span.start, span.end);
  for (const quote of quotes) if (code.includes(quote)) new CodeReader(code, quote, told).read(found, span.start);
  return found;
}

class CodeReader {
  private readonly code: string;
  private readonly quote: string;
  private readonly told: Told;
  private readonly open: Open[] = [];
  private text = '';
  /** How many strokes stand before the quote. */
  private readonly strokes: number;

  constructor(code: string, quote: string, told: Told) {
    this.code = code;
    this.quote = quote;
    this.told = told;
    this.strokes = quote.lastIndexOf('\\') + 1;
  }

  read(found: OthersInCode, offset: number): void {
    const { code, open, quote } = this;
    for (let at = 0; at < code.length; at++) {
      const sign = code.charAt(at);
      const inside = open.at(-1);
      if (sign === '\\') {
        const end = this.endOfStrokes(at);
        if (this.isQuote(at, end)) at = this.takeText(at + quote.length, found, offset);
        else at = end - 1;
      } else if (this.strokes === 0 && code.startsWith(quote, at)) at = this.takeText(at + quote.length, found, offset);
      else if (sign === ':' && inside !== undefined) this.takeKey(inside, at + 1);
      else if (sign === ',' && inside !== undefined) inside.key = '';
      else if (sign === '{' || sign === '[') this.push(at, inside?.key ?? '');
      else if (sign === '}' || sign === ']') note(found, open.pop(), offset, at + 1);
    }
  }

  private push(start: number, under: string): void {
    this.open.push({ start, under, key: '', isOthers: ofOthers.test(under), hasOtherId: false, hasOwnId: false, isOffer: false });
  }

  private takeKey(inside: Open, at: number): void {
    inside.key = this.text;
    if (offerKeys.has(inside.key)) inside.isOffer = true;
    // `"id":8`
    if (idKeys.has(inside.key)) this.noteId(inside, /^\s?(\d{1,30})/.exec(this.code.slice(at, at + 32))?.[1]);
  }

  /** Reads a text that begins at `from` and returns the last place of its closing quote. */
  private takeText(from: number, found: OthersInCode, offset: number): number {
    const end = this.endOfText(from);
    const text = this.code.slice(from, Math.min(end, from + longestText));
    this.text = text;
    const inside = this.open.at(-1);
    if (inside !== undefined && addressKeys.has(inside.key) && this.isAddressOfOther(text)) inside.isOthers = true;
    else if (inside !== undefined && idKeys.has(inside.key)) this.noteId(inside, text);
    // JSON as a text: `"similarItems":"[{…}]"`.
    if (inside !== undefined && ofOthers.test(inside.key) && /^[[{]/.test(text))
      found.others.push({ start: offset + from, end: offset + end });
    return end + this.quote.length - 1;
  }

  private noteId(inside: Open, id: string | undefined): void {
    if (id === undefined || this.told.isOtherId === undefined) return;
    if (this.told.isOtherId(id)) inside.hasOtherId = true;
    else inside.hasOwnId = true;
  }

  /** The next quote that is not escaped. Inside JSON that is itself a text, the one behind more strokes is. */
  private endOfText(from: number): number {
    const { code, quote } = this;
    for (let at = from; at < code.length; at++) {
      if (code.charCodeAt(at) === STROKE) {
        if (this.strokes === 0) at++;
        else {
          const end = this.endOfStrokes(at);
          if (this.isQuote(at, end)) return at;
          at = end;
        }
      } else if (this.strokes === 0 && code.startsWith(quote, at)) return at;
    }
    return code.length;
  }

  private endOfStrokes(from: number): number {
    let at = from;
    while (this.code.charCodeAt(at) === STROKE) at++;
    return at;
  }

  private isQuote(start: number, end: number): boolean {
    return end - start === this.strokes && this.code.charAt(end) === '"';
  }

  /** `"url":"iphone-13"` is the name of an address, not one. */
  private isAddressOfOther(value: string): boolean {
    const address = value.replace(/\\+\//g, '/');
    return /^(?:\/|https?:)/i.test(address) && this.told.leadsToOther(address);
  }
}

function note(found: OthersInCode, closed: Open | undefined, offset: number, end: number): void {
  if (closed === undefined) return;
  const span = { start: offset + closed.start, end: offset + end };
  if (closed.isOthers) found.others.push(span);
  else if (closed.hasOtherId && !closed.hasOwnId && closed.isOffer) found.doubtful.push(span);
}

const STROKE = 92;
/** Addresses and keys are shorter. */
const longestText = 2000;
