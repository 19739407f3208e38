/** Records in memory, in blocks: each listing is compared only with records that share something with it. */

import { comparisonKey, type Identifier } from '../identifier.ts';
import { isImei } from '../imei.ts';
import { isLookedFor, type StolenRecord } from '../stolen-record.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { type DeviceProfile, profileOfRecord } from './profile.ts';
import { isRare } from './understanding/marks.ts';
import type { ReadRecord } from './weigh.ts';

/** A mark's word that so many records share ("black", "heart") singles nobody out and opens no block. */
const mostRecordsOfAWord = 500;

/** Reads each record once. Blocks hold only records that are looked for; exact look-ups know the others too, so that a gate can say why. */
export class RecordIndex {
  readonly records: ReadRecord[];
  readonly #exact = new Map<string, ReadRecord[]>();
  readonly #blocks = new Map<string, ReadRecord[]>();

  /** Of records with one reference the last counts, as an import would have it. */
  constructor(records: Iterable<StolenRecord>) {
    const latest = new Map<string, StolenRecord>();
    for (const record of records) latest.set(record.reference, record);
    this.records = [...latest.values()].map((record) => ({ record, profile: profileOfRecord(record) }));
    for (const entry of this.records) this.#file(entry);
  }

  /** Records that hold this very identifier, looked for or not. */
  holding(identifier: Identifier): ReadRecord[] {
    const key = comparisonKey(identifier);
    return key === undefined ? [] : (this.#exact.get(key) ?? []);
  }

  /** How many records other than this one hold one of these identifiers. */
  othersHolding(finds: Identifier[], { record }: ReadRecord): number {
    const holders = new Set(finds.flatMap((find) => this.holding(find)).map((entry) => entry.record.reference));
    holders.delete(record.reference);
    return holders.size;
  }

  /**
   * Records looked for that share a block with the listing: model, make, digits of an IMEI, the word of a rare mark, or no model at all.
   * Phones taken after `latest` (milliseconds since 1970) are left out; those whose very number it shows are kept, so that the gate can say so.
   */
  candidates(listing: DeviceProfile, finds: Identifier[], latest: number): ReadRecord[] {
    const keys = new Set([...modelKeys(listing), ...markKeys(listing), ...finds.flatMap(digitKeys)]);
    const found = new Set<ReadRecord>();
    for (const key of keys) {
      for (const entry of this.#blocks.get(key) ?? []) if (entry.profile.at <= latest) found.add(entry);
    }
    for (const find of finds) for (const entry of this.holding(find)) found.add(entry);
    return [...found];
  }

  #file(entry: ReadRecord): void {
    for (const identifier of entry.record.identifiers) put(this.#exact, comparisonKey(identifier), entry);
    if (!isLookedFor(entry.record)) return;
    for (const key of recordKeys(entry)) put(this.#blocks, key, entry);
    for (const key of markKeys(entry.profile)) if ((this.#blocks.get(key)?.length ?? 0) < mostRecordsOfAWord) put(this.#blocks, key, entry);
  }
}

function put(map: Map<string, ReadRecord[]>, key: string | undefined, entry: ReadRecord): void {
  if (key === undefined) return;
  const filed = map.get(key);
  if (!filed) map.set(key, [entry]);
  else if (filed.at(-1) !== entry) filed.push(entry);
}

/** A record is filed under its family, its make or as unknown, and under pieces of its numbers. */
function recordKeys({ record, profile }: ReadRecord): Set<string> {
  const { models, make } = profile.model;
  const keys = new Set(models.map((model) => `family ${catalogue[model]?.family}`));
  keys.add(make === undefined ? 'make unknown' : `make ${make}`);
  if (models.length === 0 && make !== undefined) keys.add(`vague ${make}`);
  for (const { kind, value } of record.identifiers) {
    if (value !== undefined && /^imei/.test(kind)) for (const key of imeiKeys(value)) keys.add(key);
  }
  return keys;
}

/** A listing that names its model asks for that family and for records without one; a vague one asks for the whole make. */
function modelKeys({ model }: DeviceProfile): string[] {
  const families = model.models.map((number) => `family ${catalogue[number]?.family}`);
  if (families.length > 0) return [...families, `vague ${model.make ?? ''}`, 'make unknown'];
  return model.make === undefined ? ['make unknown'] : [`make ${model.make}`, 'make unknown'];
}

function markKeys({ marks }: DeviceProfile): string[] {
  return marks
    .filter((mark) => isRare(mark) && mark.kind !== 'cover')
    .flatMap((mark) => mark.value.map((word) => `mark ${mark.kind} ${word}`));
}

/** Under which pieces of its number a record is found: the beginning, the end, and what Samsung gives to both slots. */
function imeiKeys(imei: string): string[] {
  return [
    `starts ${imei.slice(0, 8)}`,
    `ends ${imei.slice(11)}`,
    `tail ${imei.slice(8)}`,
    `serial ${imei.slice(8, 14)}`,
    `number ${imei.slice(0, 14)}`,
  ];
}

/** What a find asks for. One wrong digit leaves the beginning or the tail whole; the other slot is the next number or the same one. */
function digitKeys({ kind, value, pattern }: Identifier): string[] {
  if (value !== undefined && /^imei/.test(kind)) {
    const slip = isImei(value) ? [] : [`starts ${value.slice(0, 8)}`];
    const next = [-1, 1].map((step) => `number ${value.slice(0, 8)}${String(Number(value.slice(8, 14)) + step).padStart(6, '0')}`);
    return [`tail ${value.slice(8)}`, `serial ${value.slice(8, 14)}`, ...next, ...slip];
  }
  if (pattern === undefined) return [];
  const keys: string[] = [];
  if (!pattern.slice(11).includes('?')) keys.push(`ends ${pattern.slice(11)}`);
  if (!pattern.slice(0, 8).includes('?')) keys.push(`starts ${pattern.slice(0, 8)}`);
  return keys;
}
