/** Tells the numbers of a listing from those that its page shows of other offers, other people and the site. */

import { comparisonKey, type Identifier, type Span } from '../../domain/identifier.ts';
import { doubted, type PerhapsOf } from '../../domain/identifiers/belonging.ts';
import { findIdentifiersInText } from '../../domain/identifiers/in-text.ts';
import { overlapWith } from '../../domain/identifiers/overlap.ts';
import { walkPage } from '../../domain/identifiers/page-walk.ts';
import { OfferBoxes } from './offer-boxes.ts';
import { OthersSections } from './others-sections.ts';

/** A stretch of a page that may be said of others. */
export interface DoubtfulSpan extends Span {
  perhapsOf: PerhapsOf;
}

export interface PageOfFinds {
  html: string;
  /** Says of an `href` as it is written that it leads to another offer. */
  leadsToOther: (href: string) => boolean;
  /** Says of an `id` in the page's code that it is another offer's. */
  isOtherId?: (id: string) => boolean;
  /** What is known to be said of the listing: its title, its description where the page declares one. */
  ownTexts?: readonly string[];
  /** Whether the description is among them: then what only the head says of the page is not the seller's. */
  knowsDescription?: boolean;
}

/**
 * The finds of a listing's page, graded by whose they are. In its own texts a number is the listing's. In a part that the platform shows of
 * others and no seller can write (the link or card of another offer, a section of reviews, code of another offer) it is left out. Where
 * only a sign suggests others (a link to another offer in the same box, the foot of the page, a template) it stays, doubted.
 */
export function gradeFinds(finds: readonly Identifier[], page: PageOfFinds): Identifier[] {
  if (finds.length === 0) return [];
  const { html, ownTexts = [], knowsDescription = false } = page;
  const own = new Set(ownTexts.flatMap((text) => findIdentifiersInText(text.slice(0, longestOwnText)).map(nameOf)));
  const boxes = new OfferBoxes(page, finds);
  const sections = new OthersSections(html);
  walkPage(html, boxes);
  walkPage(html, sections);
  const isOthers = overlapWith([...boxes.others, ...boxes.repeated(), ...sections.others]);
  const doubts = doubtsOf([...boxes.doubtful, ...sections.doubtful]);
  return finds.flatMap((find) => {
    const isOwn = own.has(nameOf(find));
    // In a text of the seller's even another offer's card is the seller's writing.
    if (isOthers(find.span)) return isOwn ? doubted(find, 'another offer') : [];
    const perhapsOf = isOwn ? undefined : (doubts(find.span) ?? doubtOfHead(find, knowsDescription));
    return perhapsOf === undefined ? find : doubted(find, perhapsOf);
  });
}

/** Longer than any seller writes; a page that calls two megabytes its description is not read twice. */
const longestOwnText = 100_000;

function nameOf(find: Identifier): string {
  return comparisonKey(find) ?? `partial:${find.pattern}`;
}

function doubtsOf(spans: readonly DoubtfulSpan[]): (span: Span | undefined) => PerhapsOf | undefined {
  const kinds = [...Map.groupBy(spans, ({ perhapsOf }) => perhapsOf)].map(([kind, its]) => [kind, overlapWith(its)] as const);
  return (span) => kinds.find(([, overlaps]) => overlaps(span))?.[0];
}

/** `<meta name="description">` speaks of the site where the advert's own text is known and does not hold the number. */
function doubtOfHead({ where }: Identifier, knowsDescription: boolean): PerhapsOf | undefined {
  return knowsDescription && /^meta:.*description/i.test(where) ? 'the site' : undefined;
}
