/** Rows of the two-way index as what they stand for: listings, records, and where a record is filed. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ListingKey } from '../domain/listing.ts';
import type { Clue, IndexKey } from '../domain/matching/index-keys.ts';
import type { Sketch } from '../domain/matching/sketch.ts';
import type { Place } from './index-places.ts';
import type { Row } from './index-rows.ts';
import type { ItemKey } from './item.ts';
import { packSketch, unpackSketch } from './packed-sketch.ts';

export interface IndexedListing extends ListingKey {
  /** The newest Revision that is filed under the key. */
  revision: number;
}

/** What a block holds of a listing, enough to weigh it; without a sketch the listing itself must be read. */
export interface FoundListing extends IndexedListing {
  sketch?: Sketch;
  /** What the signs of the offer itself came to when it was filed, in bits. */
  signBits: number;
  clue?: Clue;
  /** Filed under a number that is guessed. */
  sibling?: true;
}

export interface FoundRecord {
  reference: string;
  sketch?: Sketch;
}

/** Where a record is filed. */
export interface FiledRecord {
  reference: string;
  places: Place[];
  /** Of what it says, unless it is in dispute, and of what it said before while a correction is not settled; the newest first. */
  sketches: Sketch[];
}

const placeSchema = z.object({ pk: z.string(), sk: z.string(), head: z.string().optional() });

/** Entries of both sides; what an entry does not carry is absent. */
const entrySchema = placeSchema.extend({
  reference: z.string().optional(),
  source: z.string().optional(),
  itemId: z.string().optional(),
  revision: z.number().optional(),
  sketch: z.string().optional(),
  signs: z.number().optional(),
  clue: z.string().optional(),
});
export type Entry = z.infer<typeof entrySchema>;

export function entryIn(row: Record<string, unknown>): Entry {
  return entrySchema.parse(row);
}

/** What an entry carries beside its keys. A whole number's entries lead to sides that are always read, so they carry no sketch. */
export function carried({ block, clue }: IndexKey, { sketch, signs }: { sketch?: Sketch | undefined; signs?: number }) {
  return {
    ...(block !== 'exact' && sketch !== undefined && { sketch: packSketch(sketch), ...(signs !== undefined && { signs }) }),
    ...(clue !== undefined && { clue: typeof clue === 'string' ? clue : clue.shape }),
  };
}

/** Tells two descriptions of one listing apart; a new price alone is no other description. */
export function variantOf(sketch: Sketch, signBits: number): string {
  return createHash('sha256')
    .update(JSON.stringify([packSketch(sketch), signBits]))
    .digest('base64url')
    .slice(0, 6);
}

export function recordIn({ reference = '', sketch }: Entry): FoundRecord {
  return { reference, ...sketchIn(sketch) };
}

export function listingIn(entry: Entry): FoundListing {
  const { sk, sketch, signs = 0, clue } = entry;
  return {
    ...listingKeyIn(entry),
    ...sketchIn(sketch),
    signBits: signs,
    ...(clue !== undefined && { clue: clue === 'slip' || clue === 'slot' ? clue : { shape: clue } }),
    ...(sk.startsWith('listing-sibling#') && { sibling: true }),
  };
}

export function listingKeyIn({ source = '', itemId = '', revision = 0 }: Entry): IndexedListing {
  return { source, itemId, revision };
}

/** One of another version is as good as none. */
function sketchIn(packed: string | undefined): { sketch?: Sketch } {
  const sketch = packed === undefined ? undefined : unpackSketch(packed);
  return sketch === undefined ? {} : { sketch };
}

/** The reference is no identifier of a device and stands in clear, as it does in every entry. */
export function filedKey(reference: string): ItemKey {
  return { pk: `filed#${reference}`, sk: 'RECORD' };
}

const filedSchema = z.object({ reference: z.string(), places: z.array(placeSchema), sketches: z.array(z.string()) });

export function rowOfFiled({ reference, places, sketches }: FiledRecord): Row {
  return { ...filedKey(reference), reference, places, sketches: sketches.map(packSketch) };
}

export function filedIn(row: Record<string, unknown>): FiledRecord {
  const { reference, places, sketches } = filedSchema.parse(row);
  return { reference, places, sketches: sketches.flatMap((sketch) => unpackSketch(sketch) ?? []) };
}

/** What a record is filed under now and what it was filed under before. */
export function unionOf(now: FiledRecord, formerly: FiledRecord): FiledRecord {
  const known = new Set(now.sketches.map(packSketch));
  return {
    reference: now.reference,
    places: distinct([...now.places, ...formerly.places]),
    sketches: [...now.sketches, ...formerly.sketches.filter((sketch) => !known.has(packSketch(sketch)))],
  };
}

/** Of several under one key the first. */
export function distinct<Item extends ItemKey>(items: readonly Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [nameOf(item), item])).values()].toReversed();
}

export function nameOf({ pk, sk }: ItemKey): string {
  return `${pk} ${sk}`;
}
