import { attributeValue, typeName } from './microdata.ts';
import type { MarkedItem, PageValue } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';

/** Keeps a hostile page from growing without end. */
const mostItems = 5000;

/** How one syntax says that an element is an item, and that it holds a property of the item around it. */
interface Syntax {
  name: MarkedItem['syntax'];
  /** The type as written, empty for an item without one; undefined for an element that is no item. */
  typeOf(attributes: Record<string, string>): string | undefined;
  propertyOf(attributes: Record<string, string>): string | undefined;
}

const microdata: Syntax = {
  name: 'microdata',
  typeOf: ({ itemtype, itemscope }) => itemtype ?? itemscope,
  propertyOf: ({ itemprop }) => itemprop,
};

/** OpenGraph's names are RDFa too, but speak of the page, whatever item they stand in. */
const pageNames = /^(?:og|fb|twitter|product|article|al|place|business):/i;

const rdfa: Syntax = {
  name: 'rdfa',
  // `rel="gr:hasPriceSpecification"` holds the item inside it, which says its type itself.
  typeOf: ({ typeof: type, rel, href }) => type ?? (href === undefined && rel?.includes(':') ? '' : undefined),
  propertyOf: ({ property, rel, typeof: type }) => {
    const written = property ?? (type !== undefined || rel?.includes(':') ? rel : undefined);
    return written === undefined || pageNames.test(written) ? undefined : written;
  },
};

/** Items and properties of microdata and RDFa, nested as they stand. */
export function collectItems(pass: Pass): Collector {
  const collectMicrodata = collectSyntax(pass, microdata);
  const collectRdfa = collectSyntax(pass, rdfa);
  // Most elements are neither.
  return (element) => {
    const { itemprop, itemscope, itemtype, property, typeof: type, rel } = element.attributes;
    if ((itemprop ?? itemscope ?? itemtype) !== undefined) collectMicrodata(element);
    if ((property ?? type ?? rel) !== undefined) collectRdfa(element);
  };
}

function collectSyntax({ facts, span }: Pass, syntax: Syntax): Collector {
  const open: MarkedItem[] = [];
  let count = 0;

  function add(owner: MarkedItem, names: string, value: PageValue | MarkedItem): void {
    for (const name of names.split(/\s+/)) {
      const values = owner.properties.get(typeName(name));
      if (values === undefined) owner.properties.set(typeName(name), [value]);
      else values.push(value);
    }
  }

  function openItem(element: PassingElement, item: MarkedItem): void {
    open.push(item);
    const before = element.whenClosed;
    element.whenClosed = () => {
      before?.();
      open.pop();
    };
  }

  return (element) => {
    const { name, attributes } = element;
    const type = syntax.typeOf(attributes);
    const owner = open.at(-1);
    const property = owner === undefined ? undefined : syntax.propertyOf(attributes);
    if ((type === undefined && property === undefined) || count >= mostItems) return;
    count += 1;
    if (type === undefined) {
      if (owner !== undefined && property !== undefined) add(owner, property, attributeValue(name, attributes, property) ?? span(element));
      return;
    }
    // The item inside of a holder that has no type of its own is the holder.
    if (owner?.type === '' && property === undefined && syntax === rdfa && type !== '') {
      owner.type = typeName(type);
      return openItem(element, owner);
    }
    if (owner === undefined && type === '' && syntax === rdfa) return;
    const item: MarkedItem = { syntax: syntax.name, type: typeName(type), properties: new Map() };
    if (owner !== undefined && property !== undefined) add(owner, property, item);
    else facts.items.push(item);
    // `<div itemprop="image" itemscope>` with an address of its own keeps it as the item's url.
    const own = attributes['itemid'] ?? attributes['resource'] ?? attributes['about'] ?? attributes['href'] ?? attributes['src'];
    if (own !== undefined) add(item, 'url', own);
    openItem(element, item);
  };
}
