import type { Identifier } from '../domain/identifier.ts';
import type { Attributes, Disagreement, ListingCard, Price, Seller } from '../domain/listing.ts';
import type { TacDirectory } from '../domain/tac/tac-directory.ts';
import type { Source } from './source.ts';

/** A page as it was had: of a fetch, or of a file that an officer saved. */
export interface PageToRead {
  /** The address that was asked for. */
  url: string;
  /** The address that answered; the same unless there were redirects. */
  finalUrl?: string;
  /** 200 when left out: a saved file. */
  status?: number;
  contentType?: string;
  text: string;
  source?: Source;
  /** For a page that is only asked whether it is there: the known answer. */
  withoutIdentifiers?: boolean;
  /** To compare the model that a number names with the one that the listing's title names. */
  tacs?: TacDirectory;
}

/**
 * What a page is and says. `gone` only by HTTP 404 or 410 or the platform's own words; a block page, consent wall, login page, shell or
 * redirect elsewhere is `blocked` or `unknown` with its `reason`. `search` without cards is a search that rightly found nothing.
 */
export interface PageReading {
  kind: 'listing' | 'search' | 'blocked' | 'gone' | 'unknown';
  reason?: string;
  title?: string;
  description?: string;
  price?: Price;
  attributes?: Attributes;
  seller?: Seller;
  location?: string;
  /** Absolute addresses, in page order, without repeats. */
  images: string[];
  postedAt?: string;
  identifiers: Identifier[];
  cards: ListingCard[];
  /** The page holds more than is read of one, and what stands behind `cards` is not seen. */
  areCardsCut?: true;
  /** What a page of a Source says its language is, when it is not the Source's: `es`. */
  otherLanguage?: string;
  nextPageUrl?: string;
  /** For each field the layer it came from: `selector`, `json-ld`, `microdata`, `rdfa`, `open-graph`, `page-state`, `page`. */
  how: Record<string, string>;
  /** Where layers contradict the one that was believed. */
  disagreements: Disagreement[];
}

/** A reading that claims nothing but its doubt. */
export function nothingRead(doubt: Pick<PageReading, 'kind'> & { reason?: string }): PageReading {
  return { ...doubt, images: [], identifiers: [], cards: [], how: {}, disagreements: [] };
}
