/** One object of schema.org data, from JSON-LD or microdata. Values are whatever the page wrote. */
export type SchemaNode = Record<string, unknown>;

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One or many, as a list: JSON-LD writes `"offers": {…}` and `"offers": [{…}]` for the same. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The first value as text: a string, a number, or the name or value of an object. */
export function textIn(value: unknown): string | undefined {
  for (const entry of listOf(value)) {
    if (typeof entry === 'string' && entry.trim() !== '') return entry.trim();
    if (typeof entry === 'number') return String(entry);
    if (isNode(entry)) {
      const inner = textIn(entry['name'] ?? entry['@value'] ?? entry['value']);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

export function nodesIn(value: unknown): SchemaNode[] {
  return listOf(value).filter(isNode);
}

/** `["Product", "Car"]` or `"https://schema.org/Product"` → names without their address. */
export function typesOf(node: SchemaNode): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.slice(type.lastIndexOf('/') + 1));
}
