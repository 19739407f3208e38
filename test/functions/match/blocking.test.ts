import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchBlocks } from '../../../functions/match/search-blocks.ts';
import { createIdentifierIndex } from '../../../shared/aws/identifier-store.ts';
import { comparisonKey } from '../../../shared/domain/identifier.ts';
import { isImei } from '../../../shared/domain/imei.ts';
import type { ComparedListing } from '../../../shared/domain/matching/compared-listing.ts';
import { compareModels } from '../../../shared/domain/matching/description-evidence.ts';
import { rareKeys } from '../../../shared/domain/matching/description-keys.ts';
import { type Keyed, listingKeys, recordKeys } from '../../../shared/domain/matching/index-keys.ts';
import { matchLimits } from '../../../shared/domain/matching/match-limits.ts';
import { exactKeys } from '../../../shared/domain/matching/number-keys.ts';
import { type DeviceProfile, profileOfListing, profileOfRecord } from '../../../shared/domain/matching/profile.ts';
import { areNearInTime, clueQuestions } from '../../../shared/domain/matching/questions.ts';
import { sketchOf } from '../../../shared/domain/matching/sketch.ts';
import { isRare } from '../../../shared/domain/matching/understanding/marks.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import { anyListing, anyRecord } from '../../support/any-phone.ts';
import { createIndexRowsInMemory } from '../../support/index-rows-in-memory.ts';

const toleranceMs = 86_400_000;
const now = Date.parse('2026-11-22T10:00:00.000Z');

describe('a listing and a record that show the same device', () => {
  it.each(Object.entries(pathsBetween()))('by %s find one another, whichever asks', async (_path, leads) => {
    await fc.assert(
      fc.asyncProperty(anyListing, anyRecord, async (listing, record) => {
        const [l, r] = [keyedListing(listing), keyedRecord(record)];
        fc.pre(leads({ listing, record, l, r }));
        const index = createIdentifierIndex(createIndexRowsInMemory(), 'a key');
        const signBits = 0;
        await index.putListing(listingKeys(l, { isOffer: true }), { ...numbered, sketch: l.sketch, signBits, expiresAt: 0 });
        const [filing] = await index.putRecords([{ reference: 'R', keys: recordKeys(r), sketch: r.sketch }]);
        expect(await askedByListing(l, index)).toContain('R');
        expect(await askedByRecord(r, filing?.filed.places ?? [], index)).toContain('1');
      }),
      { numRuns: 15, maxSkipsPerRun: 2000 },
    );
  });
});

interface Pair {
  listing: ComparedListing;
  record: StolenRecord;
  l: Keyed;
  r: Keyed;
}

/** What it means to show the same device, said without the keys of the index. */
function pathsBetween(): Record<string, (pair: Pair) => boolean> {
  const values = (record: StolenRecord) => record.identifiers.map(({ value = '' }) => value);
  const shown = (listing: ComparedListing) => listing.identifiers.flatMap(({ value }) => value ?? []);
  const patterns = (listing: ComparedListing) => listing.identifiers.flatMap(({ pattern }) => pattern ?? []);
  const agree = (pattern: string, value: string) => [...pattern].every((digit, at) => digit === '?' || digit === value[at]);
  const partially = ({ listing, record }: Pair, isShown: (pattern: string) => boolean) =>
    patterns(listing).some((pattern) => isShown(pattern) && values(record).some((value) => agree(pattern, value)));
  return {
    'an equal number': ({ listing, record }) =>
      listing.identifiers.some((find) => record.identifiers.some((own) => comparisonKey(own) === comparisonKey(find))),
    'the other slot': ({ listing, record }) => {
      const [only = '', ...more] = values(record);
      return more.length === 0 && shown(listing).some((value) => value.slice(0, 8) === only.slice(0, 8) && distance(value, only) === 1);
    },
    'the other slot of a Samsung': ({ listing, record, l }) => {
      const [only = '', ...more] = values(record);
      const samsung = [record.make, l.make].every((make) => make === undefined || /samsung/i.test(make));
      return samsung && more.length === 0 && only !== '' && shown(listing).some((value) => distance(value, only) === 0);
    },
    'a number with one wrong digit': ({ listing, record }) =>
      shown(listing).some((value) => !isImei(value) && values(record).some((own) => differing(value, own) === 1)),
    'four last digits or more': (pair) => partially(pair, (pattern) => !pattern.slice(11).includes('?')),
    'a TAC or more': (pair) => partially(pair, (pattern) => !pattern.slice(0, 8).includes('?')),
    'a word of a rare mark': ({ l, r }) =>
      isAfter(l, r) && wordsOf(l.sketch.profile).some((word) => wordsOf(r.sketch.profile).includes(word)),
    'a photo that is nearly the same': ({ listing, record, l, r }) =>
      isAfter(l, r) && (listing.photoHashes ?? []).some((hash) => (record.photoHashes ?? []).some((own) => differingBits(hash, own) <= 3)),
    'their model within three months, or a family step from it': ({ l, r }) =>
      areNearInTime(l.sketch, r.sketch, toleranceMs) &&
      ['same', 'family'].includes(compareModels(l.sketch.profile.model, r.sketch.profile.model)),
  };
}

type Index = ReturnType<typeof createIdentifierIndex>;
type Places = Parameters<Index['beside']>[0][];
const numbered = { source: 'market', itemId: '1', revision: 1 };

async function askedByListing(l: Keyed, index: Index): Promise<string[]> {
  const numbers = await Promise.all(exactKeys(l).map(index.lookUp));
  const asker = { side: 'listing' as const, sketch: l.sketch, toleranceMs, now };
  const clues = clueQuestions(listingKeys(l, { isOffer: true }), asker);
  const { entries } = await searchBlocks({ asker, clues, queries: matchLimits.queriesPerListing, ask: index.records });
  return [...numbers.flatMap(({ records, siblings }) => [...records, ...siblings]), ...entries.map(({ found }) => found.reference)];
}

async function askedByRecord(r: Keyed, places: Places, index: Index): Promise<string[]> {
  const beside = await Promise.all(places.filter(({ sk }) => sk.startsWith('record#')).map((place) => index.beside(place)));
  const asker = { side: 'record' as const, sketch: r.sketch, toleranceMs, now };
  const clues = clueQuestions(rareKeys(r.sketch), asker);
  const { entries } = await searchBlocks({ asker, clues, queries: matchLimits.queriesPerRecord, ask: index.listings });
  return [...beside.flatMap(({ found }) => found), ...entries.map(({ found }) => found)].map(({ itemId }) => itemId);
}

function keyedListing(listing: ComparedListing): Keyed {
  const profile = profileOfListing(listing);
  return { identifiers: listing.identifiers, sketch: sketchOf(profile, listing.identifiers), make: profile.model.make };
}

function keyedRecord(record: StolenRecord): Keyed {
  return { identifiers: record.identifiers, sketch: sketchOf(profileOfRecord(record), record.identifiers), make: record.make };
}

/** The offer was made after the theft, as far as its date tells. */
function isAfter(l: Keyed, r: Keyed): boolean {
  return r.sketch.profile.at <= l.sketch.profile.at + toleranceMs;
}

function wordsOf({ marks }: DeviceProfile): string[] {
  return marks.filter((mark) => isRare(mark) && mark.kind !== 'cover').flatMap(({ kind, value }) => value.map((word) => `${kind} ${word}`));
}

/** Between the serial numbers of two IMEIs. */
function distance(a: string, b: string): number {
  return Math.abs(Number(a.slice(8, 14)) - Number(b.slice(8, 14)));
}

function differing(a: string, b: string): number {
  return [...a].filter((digit, at) => digit !== b[at]).length;
}

function differingBits(a: string, b: string): number {
  return [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length;
}
