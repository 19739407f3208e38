import type { Source } from '../source.ts';
import type { FieldRule } from './field-rule.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';
import { splitSelector } from './selector-text.ts';
import { compileStreamSelector } from './stream-selector.ts';

/** What to look for in a page of a Source, compiled once. */
export interface ReadingPlan {
  /** Fields of whole pages, and the card itself under the field `card`. */
  fields: RuleIndex;
  cardFields: RuleIndex;
  /** False when nothing is declared of listings: then the names of elements are looked at. */
  declaresFields: boolean;
  /** True when a selector needs a document: then all declared selectors are read from one. */
  needsDocument: boolean;
}

const nothingDeclared: ReadingPlan = { fields: indexRules([]), cardFields: indexRules([]), declaresFields: false, needsDocument: false };
const plans = new WeakMap<Source, ReadingPlan>();

/** The plan of a Source; of none, only what every page is read for. */
export function planOf(source: Source | undefined): ReadingPlan {
  if (source === undefined) return nothingDeclared;
  const known = plans.get(source);
  if (known !== undefined) return known;
  const plan = compilePlan(source);
  plans.set(source, plan);
  return plan;
}

/** The declared selectors of whole pages, by field. */
export function declaredFields({ listing, searchPage }: Source): Record<string, readonly string[]> {
  const { title, price, description, seller, sellerId, location, images, postedAt, gone } = listing;
  const { next, empty } = searchPage;
  return defined({
    title,
    price,
    description,
    seller,
    sellerId,
    location,
    images,
    postedAt,
    gone: gone === undefined ? undefined : [gone],
    next: next?.map((selector) => withAttribute(selector, 'href')),
    empty: empty === undefined ? undefined : [empty],
  });
}

/** The declared selectors inside a card, by field. */
export function declaredCardFields({ searchPage }: Source): Record<string, readonly string[]> {
  const { link = ['a[href]'], title, price } = searchPage;
  return defined({ link: link.map((selector) => withAttribute(selector, 'href')), title, price });
}

function compilePlan(source: Source): ReadingPlan {
  const { card } = source.searchPage;
  const declared = declaredFields(source);
  const fields = compileFields(card === undefined ? declared : { ...declared, card: [card] });
  const cardFields = compileFields(declaredCardFields(source));
  const declaresFields = Object.keys(source.listing).some((name) => name === 'title' || name === 'price');
  if (fields === undefined || cardFields === undefined) return { ...nothingDeclared, declaresFields, needsDocument: true };
  return { fields: indexRules(fields), cardFields: indexRules(cardFields), declaresFields, needsDocument: false };
}

function compileFields(declared: Record<string, readonly string[]>): FieldRule[] | undefined {
  const rules: FieldRule[] = [];
  for (const [field, selectors] of Object.entries(declared)) {
    for (const [rank, text] of selectors.entries()) {
      const { css, attribute } = splitSelector(text);
      const selector = compileStreamSelector(css);
      if (selector === undefined) return undefined;
      rules.push({ field, rank, selector, ...(attribute !== undefined && { attribute }) });
    }
  }
  return rules;
}

function withAttribute(selector: string, attribute: string): string {
  return splitSelector(selector).attribute === undefined ? `${selector}@${attribute}` : selector;
}

function defined(fields: Record<string, readonly string[] | undefined>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
