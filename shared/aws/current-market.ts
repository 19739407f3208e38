/** The market as a function that runs for hours knows it: the newest survey, looked for again every hour. */

import { assumedMarket, type Market, marketOf } from '../domain/matching/market.ts';
import type { MatchingModel } from '../domain/matching/weights.ts';
import type { Log } from './log.ts';
import type { RecordStore } from './record-store.ts';
import { type SurveyBucket, UnreadableSurvey } from './survey-bucket.ts';

export interface MarketParts {
  surveys: SurveyBucket;
  records: Pick<RecordStore, 'approximateCount'>;
  model: MatchingModel;
  log: Log;
  now: () => Date;
}

/** A survey is taken once a day; an hour later every warm function knows it. The first one is waited for. */
const freshForMs = { surveyed: 3_600_000, assumed: 60_000 };

/**
 * Answers with the market of the newest survey. Without one (then it looks again every minute), or with one that this release cannot read, with what the model assumes of
 * as many records as there are. While the bucket cannot be reached the market at hand stands; without one at hand the work fails and is tried again.
 */
export function createCurrentMarket({ surveys, records, model, log, now }: MarketParts): () => Promise<Market> {
  let known: { market: Market; until: number } | undefined;
  let loading: Promise<Market> | undefined;

  async function load(): Promise<Market> {
    const version = await surveys.newestVersion();
    if (version !== undefined && version === known?.market.surveyVersion) return known.market;
    const survey = version === undefined ? undefined : await surveys.get(version).catch(withoutUnreadable);
    return survey ? marketOf(survey, model) : assumedMarket(model, await records.approximateCount());
  }

  function withoutUnreadable(error: unknown): undefined {
    if (!(error instanceof UnreadableSurvey)) throw error;
    log.error('The newest survey of the market is of another shape', { error });
  }

  async function refresh(): Promise<Market> {
    try {
      const market = await load();
      const freshMs = market.surveyVersion === 'assumed' ? freshForMs.assumed : freshForMs.surveyed;
      known = { market, until: now().getTime() + freshMs };
      return market;
    } catch (error) {
      log.warn('The newest survey of the market could not be loaded', { error });
      if (known === undefined) throw error;
      return known.market;
    }
  }

  return async () => {
    if (known !== undefined && now().getTime() < known.until) return known.market;
    loading ??= refresh().finally(() => {
      loading = undefined;
    });
    return loading;
  };
}
