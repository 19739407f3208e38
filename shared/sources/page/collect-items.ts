import { attributeValue, typeName } from './microdata.ts';
import type { MarkedItem, PageValue } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';

/** Keeps a hostile page from growing without end. */
const mostItems = 5000;

/** Items and properties of microdata and RDFa, nested as they stand. Properties outside of any item go to one item without a type. */
export function collectItems({ facts, span }: Pass): Collector {
  const open: MarkedItem[] = [];
  let loose: MarkedItem | undefined;
  let count = 0;

  function add(owner: MarkedItem | undefined, names: string, value: PageValue | MarkedItem): void {
    const item = owner ?? looseItem();
    for (const name of names.split(/\s+/)) {
      const values = item.properties.get(typeName(name));
      if (values === undefined) item.properties.set(typeName(name), [value]);
      else values.push(value);
    }
  }

  function looseItem(): MarkedItem {
    if (loose === undefined) {
      loose = { type: '', properties: new Map() };
      facts.items.push(loose);
    }
    return loose;
  }

  return (element: PassingElement) => {
    const { name, attributes } = element;
    const isScope = attributes['itemscope'] !== undefined || attributes['itemtype'] !== undefined || attributes['typeof'] !== undefined;
    const property = attributes['itemprop'] ?? (open.length > 0 ? attributes['property'] : undefined);
    if ((!isScope && property === undefined) || count >= mostItems) return;
    count += 1;

    if (!isScope) {
      if (property !== undefined) add(open.at(-1), property, attributeValue(name, attributes, property) ?? span(element));
      return;
    }
    const item: MarkedItem = { type: typeName(attributes['itemtype'] ?? attributes['typeof'] ?? ''), properties: new Map() };
    if (property !== undefined && open.length > 0) add(open.at(-1), property, item);
    else facts.items.push(item);
    // `<div itemprop="image" itemscope>` with an address of its own keeps it as the item's url.
    const own = attributes['itemid'] ?? attributes['href'] ?? attributes['src'];
    if (own !== undefined) add(item, 'url', own);
    open.push(item);
    const before = element.whenClosed;
    element.whenClosed = () => {
      before?.();
      open.pop();
    };
  };
}
