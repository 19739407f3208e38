import { type PriceContext, parsePrice } from '../price.ts';
import { attributesOf } from './attribute-names.ts';
import { shortTitle } from './declared-listing.ts';
import { labelledLines } from './labelled-lines.ts';
import type { ListingFields } from './listing-fields.ts';
import { isoMoment } from './moment-text.ts';
import { type HintRole, lineMark, type PageFacts, textOf } from './page-facts.ts';
import { isSiteName, type Subject } from './subject.ts';
import { lines, oneLine, plainText } from './text.ts';

/** OpenGraph and its relatives: https://ogp.me, and the product namespace that Facebook's catalogue reads. */
export function openGraphListing(facts: PageFacts, context: PriceContext, subject: Subject | undefined): ListingFields {
  const meta = (name: string) => facts.metas.get(name)?.find((content) => content.trim() !== '');
  const title = meta('og:title') ?? meta('twitter:title');
  const description = meta('og:description') ?? meta('description') ?? meta('twitter:description');
  const amount = meta('product:price:amount') ?? meta('og:price:amount') ?? meta('product:price');
  const currency = meta('product:price:currency') ?? meta('og:price:currency') ?? context.currency;
  const price = amount === undefined ? undefined : parsePrice(amount, { ...context, currency });
  const images = facts.metas.get('og:image') ?? [];
  const postedAt = isoMoment(meta('article:published_time') ?? meta('og:published_time'));
  const location = meta('og:locality');
  return {
    ...(title !== undefined && { title: headTitle(oneLine(title), facts, subject) }),
    ...(description !== undefined && { description: plainText(description) }),
    ...(price && { price }),
    ...(images.length > 0 && { images: [...images] }),
    ...(location !== undefined && { location: oneLine(location) }),
    ...(postedAt !== undefined && { postedAt }),
  };
}

/** What headings and the names of elements say: the last resort, for pages nobody has looked at. */
export function semanticListing(facts: PageFacts, context: PriceContext, subject: Subject | undefined): ListingFields {
  const description = longestHint(facts, 'description', 20_000);
  const title = subject?.title ?? headingTitle(facts) ?? titleOfText(facts, description) ?? headTitle(oneLine(facts.title), facts, subject);
  const price = (subject && parseSigned(subject.beside, context)) ?? hintPrice(facts, context);
  const attributes = attributesOf(labelledLines(linesFrom(facts, facts.headings[0]?.start ?? 0)));
  const seller = sellerHint(facts);
  const location = shortHint(facts, 'location') ?? (subject && placeIn(subject.beside));
  return {
    ...(title !== '' && { title }),
    ...(price && { price }),
    ...(attributes && { attributes }),
    ...(description !== undefined && { description }),
    ...(seller !== undefined && { seller: { name: seller } }),
    ...(location !== undefined && { location }),
  };
}

function headTitle(title: string, facts: PageFacts, subject: Subject | undefined): string {
  if (subject !== undefined && (title.startsWith(subject.title) || subject.title.startsWith(title))) return subject.title;
  return withoutSiteName(title, facts.metas.get('og:site_name')?.[0]);
}

function headingTitle(facts: PageFacts): string | undefined {
  return facts.headings.map((span) => oneLine(textOf(facts, span))).find((text) => text !== '' && !isSiteName(text, facts));
}

/** Platforms whose adverts have no title of their own (SS.COM) head the page with category, price and the text's beginning. */
function titleOfText(facts: PageFacts, description: string | undefined): string | undefined {
  const isNamed = facts.metas.has('og:title') || facts.headings.length === 0;
  const isOfAdvert = facts.hints.some(({ ofAdvert }) => ofAdvert);
  return isNamed || !isOfAdvert || description === undefined ? undefined : shortTitle(oneLine(description));
}

/** Only a price that names its currency: numbers stand in titles too. */
function parseSigned(text: string, context: PriceContext) {
  if (!/\d/.test(text)) return undefined;
  return parsePrice(text, { language: context.language })?.currency === undefined ? undefined : parsePrice(text, context);
}

/** `… - $5800 (N.Miami/ Hialeah)` → `N.Miami/ Hialeah`. */
function placeIn(beside: string): string | undefined {
  const place = /\(([^()]{2,60})\)\s*$/.exec(beside)?.[1];
  return place === undefined ? undefined : oneLine(place);
}

/** The lines of a page that a visitor sees, from its heading on. */
function linesFrom(facts: PageFacts, start: number): string[] {
  const found: string[] = [];
  for (const line of facts.text.slice(start).split(lineMark)) {
    const plain = oneLine(line);
    if (plain !== '') found.push(plain);
  }
  return found;
}

/** `iPhone 13 | Gumtree` → `iPhone 13`: the site's own name at the end goes, as does what follows a bar or a dash before it. */
function withoutSiteName(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—·]\s+|\s+-\s+(?=[^-]*$)/);
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const isSite = site !== undefined && last.toLowerCase().includes(site.toLowerCase());
  return isSite || (title.includes('|') && last.length < 30) ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·-]+$/, '') : title;
}

/** The first price behind the heading, else the first of the page: prices in the page's chrome stand before it. */
function hintPrice(facts: PageFacts, context: PriceContext) {
  const from = facts.headings[0]?.start ?? 0;
  const hints = facts.hints.filter(({ role }) => role === 'price');
  for (const hint of [...hints.filter(({ start }) => start >= from), ...hints]) {
    const text = oneLine(textOf(facts, hint));
    const price = text.length <= 80 ? parsePrice(text, context) : undefined;
    if (price !== undefined) return price;
  }
  return undefined;
}

function longestHint(facts: PageFacts, role: HintRole, longest: number): string | undefined {
  const texts = facts.hints.filter((hint) => hint.role === role).map((hint) => lines(textOf(facts, hint)));
  return texts.filter((text) => text.length > 20 && text.length <= longest).sort((a, b) => b.length - a.length)[0];
}

/** Words of labels and buttons beside a seller's name, in the languages of the platforms we know. */
const sellerLabel =
  /^(?:seller|verkäufer|vendeur|vendedor|venditore|sprzedawca|about|über|contact|kontakt|profile?|user|member|information|details?|more|view|mehr|anbieter|anzeige)\b/i;

/** A name stands on a line of its own; labels, buttons and what lies around it stand on others. */
function sellerHint(facts: PageFacts): string | undefined {
  return facts.hints
    .filter(({ role }) => role === 'seller')
    .flatMap((hint) => lines(textOf(facts, hint)).split('\n'))
    .find((text) => text.length >= 2 && text.length <= 50 && !sellerLabel.test(text) && /\p{L}/u.test(text));
}

function shortHint(facts: PageFacts, role: HintRole): string | undefined {
  return facts.hints
    .filter((hint) => hint.role === role)
    .map((hint) => oneLine(textOf(facts, hint)))
    .find((text) => text.length >= 2 && text.length <= 80);
}
