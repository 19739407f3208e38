import type { FieldRule } from './field-rule.ts';
import type { OpenElement, SelectorKey } from './stream-selector.ts';

/** Field rules by what an element must have for them: of a dozen rules an element is tried against one, or none. */
export interface RuleIndex {
  /** Calls `found` for each rule whose selector matches. */
  match(element: OpenElement, found: (rule: FieldRule) => void): void;
}

const mostLists = 5000;

export function indexRules(rules: readonly FieldRule[]): RuleIndex {
  const byId = new Map<string, FieldRule[]>();
  const byClass = new Map<string, FieldRule[]>();
  const byTag = new Map<string, FieldRule[]>();
  const byAttribute = new Map<string, FieldRule[]>();
  const forAny: FieldRule[] = [];
  for (const rule of rules) {
    for (const key of rule.selector.keys) {
      if (key.by === 'any') forAny.push(rule);
      else append({ id: byId, class: byClass, tag: byTag, attribute: byAttribute }[key.by], key, rule);
    }
  }

  /** Pages use the same few hundred lists of classes over and over. */
  const byList = new Map<string, FieldRule[][]>();
  function candidatesOf(classes: string): FieldRule[][] {
    const known = byList.get(classes);
    if (known !== undefined) return known;
    const found = classes.split(/\s/).flatMap((word) => {
      const rules = byClass.get(word);
      return rules === undefined ? [] : [rules];
    });
    if (byList.size >= mostLists) byList.clear();
    byList.set(classes, found);
    return found;
  }

  return {
    match(element, found) {
      const { name, attributes } = element;
      const attempt = (candidates: readonly FieldRule[] | undefined) => {
        if (candidates === undefined) return;
        for (const rule of candidates) if (rule.selector.matches(element)) found(rule);
      };
      const id = attributes['id'];
      if (id !== undefined) attempt(byId.get(id));
      const classes = attributes['class'];
      if (classes !== undefined && byClass.size > 0) {
        for (const candidates of candidatesOf(classes)) attempt(candidates);
      }
      attempt(byTag.get(name));
      for (const [attribute, candidates] of byAttribute) if (attributes[attribute] !== undefined) attempt(candidates);
      attempt(forAny);
    },
  };
}

function append(index: Map<string, FieldRule[]>, { name }: SelectorKey, rule: FieldRule): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [rule]);
  else known.push(rule);
}
