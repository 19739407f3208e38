/** One offer of the demo marketplace, as both sites tell it in their own manner. */

import type { Phone } from '../sample/phones.ts';
import type { SampleRecord } from '../sample/sample-records.ts';

export const siteIds = ['pennyfield', 'kramkiste'] as const;
/** Also the id of the Source. */
export type SiteId = (typeof siteIds)[number];

export type Language = 'en' | 'de' | 'pl';

/** `appeal` is an owner who asks people to look out for a stolen phone; `accessory` and `box` sell no phone at all. */
export type AdvertKind = 'sale' | 'broken' | 'shop' | 'wanted' | 'accessory' | 'box' | 'appeal';

export interface AdvertSeller {
  id: string;
  name: string;
  shop: boolean;
  memberSince: number;
}

/** Where on the page something of the seller's stands, beside the ordinary description. */
export type Place =
  | 'text'
  | 'markup'
  | 'title'
  | 'details'
  | 'json-ld-serial'
  | 'json-ld-identifier'
  | 'comment'
  | 'hidden'
  | 'data-attribute'
  | 'photo-alt'
  | 'photo-name'
  /** Only on the first photo. */
  | 'photo';

/** What a seller wrote of a device number, and where. `value` is HTML for `markup` and plain text for all others. */
export interface Inscription {
  place: Place;
  value: string;
  /** What a row of the details is called. */
  label?: string;
}

/** Why a listing that carries a record's number ought not to become a case, or needs a second look. */
export type Trap =
  | 'listed-before-theft'
  | 'record-not-looked-for'
  | 'record-disputed'
  | 'owners-appeal'
  | 'box-only'
  | 'one-number-several-listings'
  | 'says-another-model';

/** The part a listing plays for the truth: whose number it carries and how that is written. */
export interface Part {
  /** `plain-…`, `obfuscated-…`, `photo-…` or `described`. */
  written: string;
  /** Absent when the number belongs to a phone that nobody reported. */
  record?: SampleRecord;
  /** The number carried, complete, however little of it is shown. */
  identifier?: string;
  /** As it stands on the page. */
  shown: string;
  trap?: Trap;
}

export interface Advert {
  site: SiteId;
  itemId: string;
  kind: AdvertKind;
  language: Language;
  phone: Phone;
  colour: string;
  storageGb: number;
  title: string;
  /** In the site's currency. */
  price: number;
  negotiable: boolean;
  paragraphs: readonly string[];
  inscriptions: readonly Inscription[];
  seller: AdvertSeller;
  location: string;
  /** Each key is one picture: a re-listing shows the same ones. */
  photos: readonly string[];
  part?: Part;
}
