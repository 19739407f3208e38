import { type PageFacts, type TextSpan, textOf } from './page-facts.ts';
import { oneLine } from './text.ts';

/** What a page is about, said twice: in a heading and in the title of its head. */
export interface Subject {
  title: string;
  /** What the heading says behind it: ` - $5800 (N.Miami)`, often the price and the place. */
  beside: string;
  heading: TextSpan;
}

/** Longer headings hold more than a title. */
const longestHeading = 200;
const separators = /^\s*(?:$|[|–—·•,:;(«"]|-\s|\s-)/;
/** Behind a title in its heading: a price, a place in brackets, or both. */
const priceAndPlace = /^[\s–—·|-]*(?:[^\p{L}()]{0,12}\d[\d.,'\s]*[^\p{L}()]{0,6}(?:[A-Z]{3})?)?\s*(?:\([^()]{2,60}\))?\s*$/u;

/**
 * The title that a heading shares with the head of the page: sites add their name, the place or the category to the one and the price to
 * the other (Craigslist: heading `1950 chrysler - $3000 (wooddale)`, head `1950 chrysler - cars & trucks - by owner`). Undefined where no
 * heading shares its beginning with the head, or the heading is the name of the site.
 */
export function subjectOf(facts: PageFacts): Subject | undefined {
  const heads = [...headTitles(facts)];
  for (const span of [...facts.headings, ...facts.subheadings]) {
    const heading = oneLine(textOf(facts, { start: span.start, end: Math.min(span.end, span.start + longestHeading) }));
    if (heading.length < 3 || isSiteName(heading, facts)) continue;
    for (const head of heads) {
      const title = sharedTitle(heading, head);
      if (title !== undefined) return { title, beside: heading.slice(title.length), heading: span };
    }
  }
  return undefined;
}

/** Whether the words stand at the end of the head's title, or are its `og:site_name`: then they name the site, not the offer. */
export function isSiteName(words: string, facts: PageFacts): boolean {
  const plain = words.toLowerCase();
  if (oneLine(facts.metas.get('og:site_name')?.[0] ?? '').toLowerCase() === plain) return true;
  return headTitles(facts).some(
    (title) =>
      title.length > plain.length && /[|–—·-]\s*$/.test(title.toLowerCase().slice(0, -plain.length)) && title.toLowerCase().endsWith(plain),
  );
}

function headTitles(facts: PageFacts): string[] {
  const written = [facts.metas.get('og:title')?.[0], facts.metas.get('twitter:title')?.[0], facts.title];
  return written.map((title) => oneLine(title ?? '')).filter((title) => title.length >= 3);
}

function sharedTitle(heading: string, head: string): string | undefined {
  let length = 0;
  while (length < heading.length && length < head.length && heading[length] === head[length]) length += 1;
  if (length === heading.length) return separators.test(head.slice(length)) ? heading : undefined;
  if (length === head.length)
    return priceAndPlace.test(heading.slice(length)) ? head : separators.test(heading.slice(length)) ? heading : undefined;
  // Both go on differently: only behind what the heading has of price and place.
  for (let end = length; end >= 3; end -= 1) {
    if (priceAndPlace.test(heading.slice(end))) {
      const title = heading.slice(0, end).replace(/[\s–—·|-]+$/, '');
      if (title.length >= 3 && separators.test(head.slice(title.length))) return title;
    } else if (length - end > 20) return undefined;
  }
  return undefined;
}
