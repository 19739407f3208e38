/** Which models a TAC was seen with: the first eight digits name the model, and records and listings that say both teach it. */

import { catalogue } from './catalogue/catalogue.ts';
import type { ModelReading } from './catalogue/read-model.ts';

/** Fewer than this prove nothing: a cloned number or a careless title teaches wrong. */
const fewestSightings = 2;
/** Share of the sightings that must agree on the family. */
const leastAgreement = 0.8;

/** Stands in for a TAC table, of which free ones end in 2017: unknown says nothing. */
export class TacSightings {
  readonly #seen = new Map<string, Map<string, { count: number; model: number }>>();

  add(imei: string, { models }: ModelReading): void {
    const [model] = models;
    const family = model === undefined ? undefined : catalogue[model]?.family;
    if (model === undefined || family === undefined) return;
    const tac = imei.slice(0, 8);
    const families = this.#seen.get(tac) ?? new Map<string, { count: number; model: number }>();
    this.#seen.set(tac, families);
    families.set(family, { count: (families.get(family)?.count ?? 0) + 1, model });
  }

  /** The model, or one of its family, that this number names; nothing while too few or too different ones were seen. */
  modelOf(imei: string): ModelReading {
    const families = [...(this.#seen.get(imei.slice(0, 8))?.values() ?? [])].toSorted((a, b) => b.count - a.count);
    const total = families.reduce((sum, { count }) => sum + count, 0);
    const [most] = families;
    if (!most || total < fewestSightings || most.count < total * leastAgreement) return { models: [] };
    const make = catalogue[most.model]?.make;
    return { models: [most.model], ...(make !== undefined && { make }) };
  }
}
