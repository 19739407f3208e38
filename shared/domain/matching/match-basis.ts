/** All that a Match follows from, as one value that can be stored: what is computed from it again is the same Match, bit for bit. */

import type { Match } from '../match.ts';
import type { StolenRecord } from '../stolen-record.ts';
import { AnswerBook, type Answers } from './answer-book.ts';
import { modelNamed, nameOfModel } from './catalogue/model-names.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import type { Surroundings } from './circumstance-evidence.ts';
import type { ComparedListing } from './compared-listing.ts';
import { type Intent, readIntent } from './intent.ts';
import { offerFinding } from './listing-prior.ts';
import { emptySurvey } from './market-survey.ts';
import { populationOf } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { RankedPair } from './rank.ts';
import type { ComparisonContext } from './sides.ts';
import { doubtedBits, type Judged, verdictOf } from './verdict.ts';
import { type Weighed, weighPair } from './weigh.ts';
import type { MatchingModel } from './weights.ts';

/**
 * Holds both sides as they were compared and what was understood of them: readers of texts improve, and a Match is weighed again by what was
 * read on its day. Holds identifiers and a victim's report in clear, so it belongs where evidence is kept.
 */
export interface MatchBasis {
  /** Of this shape; another number is another shape. */
  format: 1;
  modelVersion: string;
  surveyVersion: string;
  listing: ComparedListing;
  record: StolenRecord;
  readings: { listing: StoredReading; record: StoredReading; intent: Intent };
  counts: Pick<ComparisonContext, 'activeRecords' | 'otherListingsWithIdentifier' | 'otherRecordsWithIdentifier'>;
  /** The part of the survey that was used. */
  chance: Surroundings & Answers & { models: [imei: string, StoredModel][] };
  rivals: Judged['rivals'];
}

/** Models by name: the catalogue's order changes. */
interface StoredModel {
  models: string[];
  make?: string;
}

interface StoredReading extends Omit<DeviceProfile, 'model' | 'at'> {
  model: StoredModel;
  /** Milliseconds since 1970; null for an offer without a date. */
  at: number | null;
}

/** Weighs the pair once more and notes what is asked of the survey. Only what JSON can hold, and the same for the same pair. */
export function basisOf({ comparison, profiles, intent, surroundings, rivals }: RankedPair): MatchBasis {
  const { listing, record, context } = comparison;
  const { activeRecords, otherListingsWithIdentifier, otherRecordsWithIdentifier, model, population, modelOfImei } = context;
  const book = new AnswerBook({ numbers: [], prices: [] }, population ?? populationOf(emptySurvey, model));
  weigh({ listing, record, profiles, surroundings, model, book, activeRecords });
  const imeis = record.identifiers.flatMap(({ kind, value }) => (kind === 'imei' && value !== undefined ? value : []));
  return {
    format: 1,
    modelVersion: model.version,
    surveyVersion: context.surveyVersion ?? 'assumed',
    listing,
    record,
    readings: { listing: stored(profiles.listing), record: stored(profiles.record), intent: intent ?? readIntent(listing) },
    counts: {
      activeRecords,
      otherListingsWithIdentifier,
      ...(otherRecordsWithIdentifier !== undefined && { otherRecordsWithIdentifier }),
    },
    chance: {
      ...surroundings,
      ...book.answers(),
      models: imeis.map((imei) => [imei, storedModel(modelOfImei?.(imei) ?? { models: [] })]),
    },
    rivals,
  };
}

/** The Match again. Throws when `models` has no version of that name: old versions are kept for as long as a Match names them. */
export function replay(basis: MatchBasis, models: (version: string) => MatchingModel | undefined): Match {
  const { listing, record, readings, counts, chance, rivals, modelVersion, surveyVersion } = basis;
  const model = models(modelVersion);
  if (model === undefined) throw new Error(`expected a model of the version ${modelVersion}, found none`);
  const book = new AnswerBook(chance);
  const known = new Map(chance.models);
  const profiles = { listing: profileOf(readings.listing), record: profileOf(readings.record) };
  return verdictOf({
    comparison: {
      listing,
      record,
      context: { ...counts, model, surveyVersion, population: book, modelOfImei: (imei) => modelOf(known.get(imei) ?? { models: [] }) },
    },
    profiles,
    intent: readings.intent,
    ...weigh({ listing, record, profiles, surroundings: chance, model, book, activeRecords: counts.activeRecords }),
    rivals,
  });
}

interface Pair extends Pick<Judged, 'profiles'>, Pick<ComparisonContext, 'activeRecords'> {
  listing: ComparedListing;
  record: StolenRecord;
  surroundings: Surroundings;
  model: MatchingModel;
  book: AnswerBook;
}

function weigh({ listing, record, profiles, surroundings, model, book, activeRecords }: Pair): {
  weighed: Weighed;
  offer: Judged['offer'];
} {
  const scales = { model, population: book, surroundings, doubtedBits: doubtedBits({ activeRecords, model }) };
  return {
    offer: offerFinding({ listing, profile: profiles.listing, model, population: book }),
    weighed: weighPair(listing.identifiers, profiles.listing, { record, profile: profiles.record }, scales),
  };
}

/** What another computation found otherwise, in words; empty when every line has the same bits. */
export function differences(before: Match, again: Match): string[] {
  const fields = new Set([...before.evidence, ...again.evidence].map(({ field }) => field));
  const lines = [...fields].flatMap((field) => differenceOf(field, lineOf(before, field), lineOf(again, field)));
  const gates = (match: Match) => match.gates.map(({ gate }) => gate).join(', ') || 'none';
  const flags = (match: Match) => match.flags.join(', ') || 'none';
  return [
    ...lines,
    ...differenceOf('total', `${before.bits} bits`, `${again.bits} bits`),
    ...differenceOf('gates', gates(before), gates(again)),
    ...differenceOf('contradictions', flags(before), flags(again)),
    ...differenceOf('action', before.action, again.action),
  ];
}

function lineOf({ evidence }: Match, field: string): string {
  const found = evidence.filter((line) => line.field === field);
  return found.map(({ level, bits }) => `${level} (${bits} bits)`).join(', ') || 'no line';
}

function differenceOf(what: string, before: string, again: string): string[] {
  return before === again ? [] : [`${what}: was ${before}, is ${again}`];
}

function stored({ model, at, ...reading }: DeviceProfile): StoredReading {
  return { ...reading, model: storedModel(model), at: Number.isNaN(at) ? null : at };
}

function profileOf({ model, at, ...reading }: StoredReading): DeviceProfile {
  return { ...reading, model: modelOf(model), at: at ?? Number.NaN };
}

function storedModel({ models, make }: ModelReading): StoredModel {
  return { models: models.flatMap((model) => nameOfModel(model) ?? []), ...(make !== undefined && { make }) };
}

function modelOf({ models, make }: StoredModel): ModelReading {
  return { models: models.flatMap((name) => modelNamed(name) ?? []), ...(make !== undefined && { make }) };
}
