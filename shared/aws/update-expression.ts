/** Expressions of DynamoDB's updates, made of values. */

/** An update that sets what is given, and takes away a field given as undefined. */
export function updateOf(fields: Record<string, unknown>) {
  const entries = Object.entries(fields);
  const set = entries.filter(([, value]) => value !== undefined);
  const removed = entries.filter(([, value]) => value === undefined);
  const removal = removed.length > 0 ? ` REMOVE ${removed.map(([name]) => `#${name}`).join(', ')}` : '';
  return {
    expression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${removal}`,
    names: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
  };
}

/** The condition that an attribute (`work.version`: one inside another) holds what it held; undefined stands for its not being there. */
export function stillIs(path: string, value: string | number | undefined) {
  const steps = path.split('.');
  const named = steps.map((step) => `#${step}`).join('.');
  const alias = `:still_${steps.join('_')}`;
  const names = Object.fromEntries(steps.map((step) => [`#${step}`, step]));
  if (value === undefined) return { expression: `attribute_not_exists(${named})`, names, values: {} };
  return { expression: `${named} = ${alias}`, names, values: { [alias]: value } };
}
