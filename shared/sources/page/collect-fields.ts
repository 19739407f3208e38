import type { Collector, Pass, PassingElement } from './collect-page.ts';
import type { CardFacts, PageValue } from './page-facts.ts';
import type { FieldRule, ReadingPlan } from './reading-plan.ts';

const mostCards = 2000;
/** The value of a field that is only asked whether it is there. */
const presence = '(present)';
/** Photos are the longest list of values a page rightly has. */
const mostValues = 100;

/** Values of the declared selectors, page-wide and inside cards. A declared element is shown even when its surroundings are hidden. */
export function collectFields(pass: Pass, plan: ReadingPlan): Collector {
  const { facts, span } = pass;
  const cardRules = plan.cardFields;
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

  return (element) => {
    for (const rule of plan.fields) {
      if (!rule.selector.matches(element)) continue;
      if (rule.field === 'gone' || rule.field === 'empty') {
        if (!element.hidden) take({ ...rule, attribute: presence }, element, facts.fields);
        continue;
      }
      element.hidden &&= isRaw(element.name);
      take(rule, element, facts.fields);
    }
    if (plan.card === undefined) return;
    if ((card === undefined || card.end !== -1) && facts.cards.length < mostCards && plan.card.matches(element)) {
      card = Object.assign(span(element), { fields: new Map() });
      facts.cards.push(card);
    }
    if (card === undefined || card.end !== -1) return;
    for (const rule of cardRules) {
      if (!rule.selector.matches(element)) continue;
      element.hidden &&= isRaw(element.name);
      take(rule, element, card.fields);
    }
  };
}

function isRaw(name: string): boolean {
  return name === 'script' || name === 'style';
}
