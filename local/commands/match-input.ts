/** The lines of the `match` filter's two inputs, as Fencewatch's own nouns. */

import * as z from 'zod';
import { comparisonKey, type Identifier } from '../../shared/domain/identifier.ts';
import { readIdentifierCell } from '../../shared/domain/identifiers/in-cell.ts';
import { findIdentifiersInHtml } from '../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../shared/domain/identifiers/in-text.ts';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import { readStorageField } from '../../shared/domain/matching/understanding/storage.ts';
import type { RecordStatus, StolenRecord } from '../../shared/domain/stolen-record.ts';
import { attributesOf } from '../../shared/sources/page/attribute-names.ts';

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'expected a date or date-time (2026-11-20T14:30:00Z)');
const point = { lat: z.number().nullish(), lon: z.number().nullish() };
const text = z.string().nullish();

const statuses: Record<string, RecordStatus> = {
  active: 'stolen',
  stolen: 'stolen',
  recovered: 'recovered',
  withdrawn: 'withdrawn',
  cancelled: 'withdrawn',
  closed: 'withdrawn',
  'lawfully-disposed': 'lawfully-disposed',
};

export const stolenLineSchema = z.object({
  stolen_id: z.string().min(1),
  status: z.string().nullish(),
  grade: z.enum(['police-verified', 'network-blocked', 'owner-reported', 'disputed']).nullish(),
  stolen_at: moment,
  reported_at: text,
  make: text,
  model_text: text,
  model_number: text,
  colour_text: text,
  storage_text: text,
  location: z.object({ district: text, area: text, ...point }).nullish(),
  description: text,
  marks: z.array(z.string()).nullish(),
  network: text,
  battery_health: z.number().nullish(),
  imei: text,
  imei2: text,
  serial: text,
  photo_phashes: z.array(z.string()).nullish(),
});

export const listingLineSchema = z.object({
  listing_id: z.string().min(1),
  site: text,
  created_at: moment,
  title: z.string(),
  description: text,
  html: text,
  price: z.number().nullish(),
  currency: text,
  attributes: z.record(z.string(), z.unknown()).nullish(),
  location: z.object({ text, district: text, ...point }).nullish(),
  seller: z.object({ id: text, joined_at: text, active_listings: z.number().nullish() }).nullish(),
  images: z.array(z.object({ url: text, phash: text })).nullish(),
});

/** Takes a field that had to be left out; the line goes on without it. */
export type OnDoubt = (field: string, expected: string, found: string) => void;

export function recordOfLine(line: z.infer<typeof stolenLineSchema>, onDoubt: OnDoubt): StolenRecord {
  const status = statuses[(line.status ?? 'stolen').toLowerCase()];
  // Looking for a phone whose status nobody understands could take an honest listing down; not looking cannot.
  if (!status) onDoubt('status', `one of ${Object.keys(statuses).join(', ')}`, line.status ?? '');
  return {
    reference: line.stolen_id,
    grade: line.grade ?? 'police-verified',
    status: status ?? 'withdrawn',
    stolenAt: new Date(line.stolen_at).toISOString(),
    stolenAtPrecision: line.stolen_at.length > 10 ? 'minute' : 'day',
    identifiers: identifiersOfLine(line, onDoubt),
    marks: line.marks ?? [],
    ...present({
      make: line.make,
      model: line.model_text,
      modelNumber: line.model_number,
      colour: line.colour_text,
      storageGb: line.storage_text ? readStorageField(line.storage_text) : undefined,
      description: line.description,
      area: [line.location?.area, line.location?.district].filter(Boolean).join(' ') || undefined,
      coordinates: pointOf(line.location),
      network: line.network,
      batteryHealth: line.battery_health,
      photoHashes: line.photo_phashes?.filter(isHash),
    }),
  };
}

function identifiersOfLine({ imei, imei2, serial }: z.infer<typeof stolenLineSchema>, onDoubt: OnDoubt): StolenRecord['identifiers'] {
  const found: StolenRecord['identifiers'] = [];
  for (const [field, value] of Object.entries({ imei, imei2 })) {
    if (!value) continue;
    const reading = readIdentifierCell(value);
    if (reading.ok) found.push(...reading.identifiers);
    else onDoubt(field, reading.expected, reading.found);
  }
  const bare = serial?.toUpperCase().replace(/[^A-Z\d]/g, '');
  if (bare) found.push({ kind: 'serial', value: bare });
  return found;
}

export function listingOfLine(line: z.infer<typeof listingLineSchema>): ComparedListing {
  return {
    source: line.site ?? 'file',
    itemId: line.listing_id,
    title: line.title,
    description: line.description ?? '',
    images: (line.images ?? []).flatMap(({ url }) => url ?? []),
    identifiers: identifiersIn(line),
    firstSeenAt: new Date(line.created_at).toISOString(),
    ...present({
      price: typeof line.price === 'number' ? { amount: line.price, ...present({ currency: line.currency }) } : undefined,
      seller: line.seller && present({ id: line.seller.id, joinedAt: line.seller.joined_at, activeListings: line.seller.active_listings }),
      location: [line.location?.text, line.location?.district].filter(Boolean).join(' ') || undefined,
      coordinates: pointOf(line.location),
      attributes: line.attributes ? attributesOf(Object.entries(textsOf(line.attributes))) : undefined,
      photoHashes: (line.images ?? []).flatMap(({ phash }) => (phash && isHash(phash) ? phash : [])),
    }),
  };
}

/** A number that stands in the title and again in the text is one find, the surer one. */
function identifiersIn({ title, description, html, attributes }: z.infer<typeof listingLineSchema>): Identifier[] {
  const fields = Object.entries(textsOf(attributes ?? {})).flatMap(([name, value]) =>
    findIdentifiersInText(`${name}: ${value}`, { where: `attribute:${name}` }),
  );
  const finds = [
    ...findIdentifiersInText(title, { where: 'title' }),
    ...findIdentifiersInText(description ?? ''),
    ...(html ? findIdentifiersInHtml(html) : []),
    ...fields,
  ];
  const surest = new Map<string, Identifier>();
  for (const find of finds) {
    const key = comparisonKey(find) ?? `partial:${find.pattern}`;
    if ((surest.get(key)?.confidence ?? -1) < find.confidence) surest.set(key, find);
  }
  return [...surest.values()];
}

function textsOf(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

function pointOf(place: { lat?: number | null | undefined; lon?: number | null | undefined } | null | undefined) {
  return typeof place?.lat === 'number' && typeof place.lon === 'number' ? { latitude: place.lat, longitude: place.lon } : undefined;
}

function isHash(hash: string): boolean {
  return /^[\da-f]{16}$/i.test(hash);
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The fields that hold something: JSON's null and a missing field are the same to us. */
function present<T extends object>(fields: T): Present<T> {
  // Object.fromEntries forgets the types of its entries; the filter keeps exactly those that Present names.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Present<T>;
}
