/** What a comparison asked of a survey, and what it was told: the part of a survey that a Match rests on. */

import { nameOfModel } from './catalogue/model-names.ts';
import type { LogPrices } from './log-prices.ts';
import type { Population } from './population.ts';
import type { ColourReading } from './understanding/colour.ts';

/** Questions as text (`["storageShare",["apple iPhone 13"],128]`) with their answers, in the order in which they were asked. */
export interface Answers {
  /** Shares, and numbers of listings. */
  numbers: [question: string, answer: number][];
  /** Usual prices; null where too few had been seen. */
  prices: [question: string, answer: LogPrices | null][];
}

/** A Population that answers from notes, and notes what it must ask of another. Without another, a question nobody asked before is an error. */
export class AnswerBook implements Population {
  readonly #numbers: Map<string, number>;
  readonly #prices: Map<string, LogPrices | null>;
  readonly #source: Population | undefined;

  constructor(known: Answers, source?: Population) {
    this.#numbers = new Map(known.numbers);
    this.#prices = new Map(known.prices);
    this.#source = source;
  }

  answers(): Answers {
    return { numbers: [...this.#numbers], prices: [...this.#prices] };
  }

  modelShare(models: number[]): number {
    return this.#number(['modelShare', namesOf(models)], (source) => source.modelShare(models));
  }

  makeShare(make: string): number {
    return this.#number(['makeShare', make], (source) => source.makeShare(make));
  }

  storageShare(models: number[], storageGb: number): number {
    return this.#number(['storageShare', namesOf(models), storageGb], (source) => source.storageShare(models, storageGb));
  }

  colourShare(models: number[], colour: ColourReading): number {
    return this.#number(['colourShare', namesOf(models), colour.plain], (source) => source.colourShare(models, colour));
  }

  networkShare(network: string): number {
    return this.#number(['networkShare', network], (source) => source.networkShare(network));
  }

  markShare(kind: string): number {
    return this.#number(['markShare', kind], (source) => source.markShare(kind));
  }

  markValueShare(kind: string, word: string): number {
    return this.#number(['markValueShare', kind, word], (source) => source.markValueShare(kind, word));
  }

  listingsWithPhoto(hash: string): number {
    return this.#number(['listingsWithPhoto', hash], (source) => source.listingsWithPhoto(hash));
  }

  logPrices(models: number[], storageGb: number | undefined, currency?: string): LogPrices | undefined {
    const question = JSON.stringify(['logPrices', namesOf(models), storageGb ?? null, currency ?? null]);
    const known = this.#prices.get(question);
    if (known !== undefined) return known ?? undefined;
    const answer = this.#sourceFor(question).logPrices(models, storageGb, currency);
    this.#prices.set(question, answer ?? null);
    return answer;
  }

  #number(asked: unknown[], ask: (source: Population) => number): number {
    const question = JSON.stringify(asked);
    const answer = this.#numbers.get(question) ?? ask(this.#sourceFor(question));
    this.#numbers.set(question, answer);
    return answer;
  }

  #sourceFor(question: string): Population {
    if (this.#source === undefined) throw new Error(`expected an answer to ${question} in the basis of the match, found none`);
    return this.#source;
  }
}

function namesOf(models: number[]): (string | null)[] {
  return models.map((model) => nameOfModel(model) ?? null);
}
