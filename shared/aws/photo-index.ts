/**
 * Which photos look alike and which listings show them, in the `identifiers` table. Photos are named by the SHA-256 of their bytes.
 *
 * | pk                    | sk                     | item | answers |
 * | --------------------- | ---------------------- | ---- | --- |
 * | `photo-kept#0:3f1a`   | `9f86d081…`            | none | which photos may be the original of one whose view has this part? |
 * | `photo-asked#0:3f1a`  | `9f86d081…`            | none | which may be a copy of it? |
 * | `photo-print#9f86…`   | `PRINT`                | the fingerprint | does a second hash confirm it? |
 * | `photo#9f86d081…`     | `alike#2c26b46b…`      | none | which photos is it near-equal to? |
 * | `photo#9f86d081…`     | `owner#3f1ac094…`      | none | is it a photo that an owner gave with a report, and by what does the record know it? |
 * | `photo#9f86d081…`     | `seller#…` (a hash)    | none | how many sellers use it? |
 * | `photo#9f86d081…`     | `use#gumtree#1498012`  | ListingKey and Revision | which listings show it? |
 *
 * Every row is put whole and says nothing of another, so any order and any number of times end alike. All go after the Source's retention term.
 * However many photos fall into one part, so many rows of it are read and no more; what is crowded there is found by another part.
 */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PhotoBands } from '../domain/linking/photo-bands.ts';
import { createIndexRows, type IndexRows } from './index-rows.ts';

export type PhotoIndex = ReturnType<typeof createPhotoRows>;

/** Rows read of one part: 100,000 photos have some twenty in each. */
const rowsPerBand = 40;
/** Near-equal candidates whose fingerprints are compared, those first that more parts lead to. */
const mostCompared = 60;
const rowsPerPhoto = 60;

const useSchema = z.object({ source: z.string(), itemId: z.string(), revision: z.number() });

/** A listing that shows a photo, in the Revision that did. */
export type PhotoUse = z.infer<typeof useSchema>;

export interface PhotoRow {
  /** SHA-256 of near-equal photos. */
  alike: string[];
  /** By what records know it, if an owner gave it: 16 hexadecimal digits. */
  owners: string[];
  /** Hashes that name sellers. */
  sellers: string[];
  uses: PhotoUse[];
}

export function createPhotoIndex({ client, table }: { client: DynamoDBDocumentClient; table: string }): PhotoIndex {
  return createPhotoRows(createIndexRows({ client, table }));
}

export function createPhotoRows(rows: IndexRows) {
  /** Files what it looks like: `print` is kept as it is given, JSON. */
  async function file(sha256: string, print: string, bands: PhotoBands, expiresAt: number): Promise<void> {
    const row = (pk: string) => ({ pk, sk: sha256, expiresAt });
    await rows.putAll([
      ...bands.kept.map((band) => row(`photo-kept#${band}`)),
      ...bands.asked.map((band) => row(`photo-asked#${band}`)),
      { pk: `photo-print#${sha256}`, sk: 'PRINT', print, expiresAt },
    ]);
  }

  /** Photos that share a part of a view, those first that share more. */
  async function candidates(sha256: string, { kept, asked }: PhotoBands): Promise<string[]> {
    const partitions = [...asked.map((band) => `photo-kept#${band}`), ...kept.map((band) => `photo-asked#${band}`)];
    const hits = new Map<string, number>();
    const range = { from: '0', to: 'g' };
    const answers = await Promise.all(partitions.map((pk) => rows.read({ pk, ...range }, { limit: rowsPerBand, descending: false })));
    for (const { rows: found } of answers) {
      for (const { sk } of found) if (sk !== sha256) hits.set(String(sk), (hits.get(String(sk)) ?? 0) + 1);
    }
    const sorted = [...hits].toSorted(([a, more], [b, most]) => most - more || (a < b ? -1 : 1));
    return sorted.slice(0, mostCompared).map(([name]) => name);
  }

  /** The fingerprints that are kept of these photos, with the second after which they go. */
  async function prints(photos: readonly string[]): Promise<Map<string, { print: string; expiresAt: number }>> {
    const found = await rows.getAll([...new Set(photos)].map((sha256) => ({ pk: `photo-print#${sha256}`, sk: 'PRINT' })));
    return new Map(
      found.map(({ pk, print, expiresAt }) => [
        String(pk).slice('photo-print#'.length),
        { print: String(print), expiresAt: Number(expiresAt) },
      ]),
    );
  }

  /** At both ends. */
  async function keepAlike(one: string, other: string, expiresAt: number): Promise<void> {
    await rows.put({ pk: `photo#${one}`, sk: `alike#${other}`, expiresAt });
    await rows.put({ pk: `photo#${other}`, sk: `alike#${one}`, expiresAt });
  }

  /** Says that a photo is an owner's, and returns by what the record shall know it: a hash of its own name, so that nothing else comes near it. */
  async function nameOwners(sha256: string, expiresAt: number): Promise<string> {
    const token = sha256.slice(0, 16);
    await rows.put({ pk: `photo#${sha256}`, sk: `owner#${token}`, expiresAt });
    return token;
  }

  async function use(sha256: string, { seller, ...listing }: PhotoUse & { seller: string }, expiresAt: number): Promise<void> {
    const pk = `photo#${sha256}`;
    await rows.put({ pk, sk: `seller#${seller}`, expiresAt });
    await rows.put({ pk, sk: `use#${listing.source}#${listing.itemId}`, ...listing, expiresAt });
  }

  /** The first of what is known of one photo: alike ones before sellers before uses. */
  async function get(sha256: string): Promise<PhotoRow> {
    const range = { pk: `photo#${sha256}`, from: 'a', to: 'z' };
    const found: PhotoRow = { alike: [], owners: [], sellers: [], uses: [] };
    for (const row of (await rows.read(range, { limit: rowsPerPhoto, descending: false })).rows) {
      const sk = String(row['sk']);
      if (sk.startsWith('alike#')) found.alike.push(sk.slice('alike#'.length));
      else if (sk.startsWith('owner#')) found.owners.push(sk.slice('owner#'.length));
      else if (sk.startsWith('seller#')) found.sellers.push(sk.slice('seller#'.length));
      else found.uses.push(useSchema.parse(row));
    }
    return found;
  }

  return { file, candidates, prints, keepAlike, nameOwners, use, get };
}
