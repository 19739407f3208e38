import type { FieldRule } from './field-rule.ts';
import type { CardFacts, PageValue } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';
import type { ReadingPlan } from './reading-plan.ts';

/** Of one page; it keeps a hostile one from growing without end. */
export const mostCards = 2000;
/** The value of a field that is only asked whether it is there. */
const presence = '(present)';
/** Photos are the longest list of values a page rightly has. */
const mostValues = 100;

/** Values of the declared selectors, page-wide and inside cards. A declared element is shown even when its surroundings are hidden. */
export function collectFields(pass: Pass, plan: ReadingPlan): Collector {
  const { facts, span } = pass;
  let card: CardFacts | undefined;

  function take(rule: FieldRule, element: PassingElement, into: Map<string, PageValue[][]>): void {
    const value =
      rule.attribute === presence ? presence : rule.attribute === undefined ? span(element) : element.attributes[rule.attribute];
    if (value === undefined) return;
    const ranks = into.get(rule.field) ?? [];
    into.set(rule.field, ranks);
    for (let rank = ranks.length; rank <= rule.rank; rank += 1) ranks.push([]);
    const values = ranks[rule.rank];
    if (values !== undefined && values.length < mostValues) values.push(value);
  }

  function takePageField(rule: FieldRule, element: PassingElement): void {
    if (rule.field === 'card') openCard(element);
    else if (rule.field !== 'gone' && rule.field !== 'empty') {
      show(element);
      take(rule, element, facts.fields);
    } else if (!element.hidden) take({ ...rule, attribute: presence }, element, facts.fields);
  }

  function openCard(element: PassingElement): void {
    if (isOpen(card) || facts.cards.length >= mostCards) return;
    card = Object.assign(span(element), { fields: new Map() });
    facts.cards.push(card);
  }

  return (element) => {
    plan.fields.match(element, (rule) => takePageField(rule, element));
    const open = card;
    if (!isOpen(open)) return;
    plan.cardFields.match(element, (rule) => {
      show(element);
      take(rule, element, open.fields);
    });
  };
}

function isOpen(card: CardFacts | undefined): card is CardFacts {
  return card !== undefined && card.end === -1;
}

function show(element: PassingElement): void {
  element.hidden &&= isRaw(element.name);
}

function isRaw(name: string): boolean {
  return name === 'script' || name === 'style';
}
