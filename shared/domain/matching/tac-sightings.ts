/** Which models a TAC was seen with: the first eight digits name the model, and records and listings that say both teach it. */

import { catalogue } from './catalogue/catalogue.ts';
import { modelNamed, nameOfModel } from './catalogue/model-names.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import type { MarketSurvey } from './market-survey.ts';

/** Fewer than this prove nothing: a cloned number or a careless title teaches wrong. */
const fewestSightings = 2;
/** Share of the sightings that must agree on the family. */
const leastAgreement = 0.8;
/** By then every TAC on the market has been seen. */
const mostNumbers = 200_000;

/** Stands in for a TAC table, of which free ones end in 2017: unknown says nothing. */
export class TacSightings {
  readonly #numbers = new Set<string>();
  readonly #seen = new Map<string, Map<string, { count: number; model: number }>>();

  /** A number teaches once, and as it was first seen: records first, so that an advert cannot say what a number on the list is. */
  add(imei: string, { models }: ModelReading): void {
    const number = imei.slice(0, 14);
    if (this.#numbers.has(number) || this.#numbers.size >= mostNumbers) return;
    this.#numbers.add(number);
    const [model] = models;
    const family = model === undefined ? undefined : catalogue[model]?.family;
    if (model === undefined || family === undefined) return;
    const tac = imei.slice(0, 8);
    const families = this.#seen.get(tac) ?? new Map<string, { count: number; model: number }>();
    this.#seen.set(tac, families);
    const before = families.get(family);
    families.set(family, { count: (before?.count ?? 0) + 1, model: before?.model ?? model });
  }

  /** The model, or one of its family, of each TAC of which enough sightings agree; those seen most often first, at most so many. */
  known(most: number): MarketSurvey['tacs'] {
    return [...this.#seen]
      .map(([tac, families]) => ({ tac, ...verdictOn([...families.values()]) }))
      .filter(({ total, model }) => total >= fewestSightings && model !== undefined)
      .toSorted((a, b) => b.total - a.total || (a.tac < b.tac ? -1 : 1))
      .flatMap(({ tac, model }): MarketSurvey['tacs'] => {
        const name = model === undefined ? undefined : nameOfModel(model);
        return name === undefined ? [] : [[tac, name]];
      })
      .slice(0, most);
  }
}

function verdictOn(families: { count: number; model: number }[]): { total: number; model: number | undefined } {
  const total = families.reduce((sum, { count }) => sum + count, 0);
  return { total, model: families.find(({ count }) => count >= total * leastAgreement)?.model };
}

/** What TACs were seen to name. */
export class KnownTacs {
  readonly #models: ReadonlyMap<string, number>;

  constructor(tacs: MarketSurvey['tacs']) {
    this.#models = new Map(
      tacs.flatMap(([tac, name]) => {
        const model = modelNamed(name);
        return model === undefined ? [] : [[tac, model]];
      }),
    );
  }

  /** The model, or one of its family, that this number names; no models where too few or too different ones were seen. */
  modelOf(imei: string): ModelReading {
    const model = this.#models.get(imei.slice(0, 8));
    const make = model === undefined ? undefined : catalogue[model]?.make;
    return model === undefined || make === undefined ? { models: [] } : { models: [model], make };
  }
}
