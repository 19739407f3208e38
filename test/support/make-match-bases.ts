/**
 * Writes the bases of four Matches as the pipeline would keep them today, with their bits, into test/fixtures/match-bases/<model version>.json:
 * `node test/support/make-match-bases.ts`. Run it once for a new version of the model. Running it for an old one throws away the proof that
 * Matches of that version can still be computed again, and is right only while nobody has stored any.
 */

import { writeFile } from 'node:fs/promises';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import { marketOf } from '../../shared/domain/matching/market.ts';
import { surveyOf } from '../../shared/domain/matching/market-count.ts';
import { basisOf } from '../../shared/domain/matching/match-basis.ts';
import { currentModel } from '../../shared/domain/matching/matching-model.ts';
import { offerOf } from '../../shared/domain/matching/offer.ts';
import { profileOfListing } from '../../shared/domain/matching/profile.ts';
import { rankedPairs, standingOf } from '../../shared/domain/matching/rank.ts';
import { RecordIndex } from '../../shared/domain/matching/record-index.ts';
import { verdictOf } from '../../shared/domain/matching/verdict.ts';
import { aFind, aListing, aRecord, imei } from '../shared/domain/matching/sides.ts';

const hackney = { latitude: 51.545, longitude: -0.055 };
const leeds = { latitude: 53.8, longitude: -1.55 };

const records = [
  aRecord({
    ...{ reference: 'stolen', storageGb: 128, colour: 'graphite', network: 'Vodafone', batteryHealth: 88, coordinates: hackney },
    ...{ marks: ['AM engraved on the back', 'cracked screen'], photoHashes: ['f0e1d2c3b4a59687'] },
  }),
  aRecord({ reference: 'another', identifiers: [], storageGb: 256, colour: 'gold', coordinates: leeds, marks: ['cracked screen'] }),
];
const partial = { ...aFind({ kind: 'partial', pattern: `???????????${imei.slice(11)}` }) };
delete partial.value;

const offers: Record<string, ComparedListing> = {
  strong: aListing({ identifiers: [aFind()], location: 'Hackney, London', coordinates: hackney, price: { amount: 200, currency: 'GBP' } }),
  partial: aListing({ identifiers: [partial], description: 'Phone only, battery 86%. Last digits 3809.' }),
  description: aListing({
    description: 'AM engraved on the back, screen cracked. Locked to Vodafone.',
    seller: { id: 'ann', joinedAt: '2026-11-01T00:00:00.000Z', activeListings: 3 },
    ...{ coordinates: hackney, photoHashes: ['f0e1d2c3b4a59686'] },
  }),
  contradicted: aListing({ title: 'Samsung Galaxy S21', description: 'IMEI as shown', identifiers: [aFind()] }),
};

const index = new RecordIndex(records);
const strangers = Array.from({ length: 60 }, (_, at) =>
  aListing({
    itemId: `s${at}`,
    title: `iPhone ${11 + (at % 5)} ${at % 2 ? 128 : 256}GB ${at % 3 ? 'black' : 'blue'}`,
    price: { amount: 150 + 5 * at },
  }),
);
const read = [...Object.values(offers), ...strangers].map((listing) => ({ listing, profile: profileOfListing(listing) }));
const market = marketOf(surveyOf({ version: '2026-11-22T03:00:00.000Z', records: index.records, listings: read }), currentModel);
const measures = { model: currentModel, market };

const kept = Object.entries(offers).map(([name, listing]) => {
  const offer = offerOf(listing, market.located(profileOfListing(listing)), measures);
  const standings = index.records.map((record) => standingOf(record, offer));
  const around = () => ({ otherListingsWithIdentifier: name === 'contradicted' ? 1 : 0, otherRecordsWithIdentifier: 0 });
  const [first] = rankedPairs({ offer, standings, around, measures, most: 1 });
  if (first === undefined) throw new Error(`expected a pair for ${name}`);
  const { evidence, flags } = verdictOf(first);
  return { name, basis: basisOf(first), flags, bits: evidence.map(({ field, level, bits }) => ({ field, level, bits })) };
});

const file = new URL(`../fixtures/match-bases/${currentModel.version}.json`, import.meta.url);
await writeFile(file, `${JSON.stringify(kept, undefined, 2)}\n`);
