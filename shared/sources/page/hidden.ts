const neverShown = new Set(['script', 'style', 'noscript', 'template', 'svg', 'object']);
const hidingClasses = /(?:^|\s)(?:is-hidden|hidden|d-none|visually-?hidden|sr-only|clipped|g-hdn)(?:\s|$)/;
/** Utility classes that show an element again on wider screens: `hidden md:block`. */
const showingClasses = /(?:^|\s)(?:\w+:|d-\w+-)(?:block|flex|grid|inline)/;
const hidingStyle = /display\s?:\s?none/i;

/**
 * Whether a visitor does not see this element, as far as its own markup says. Platforms keep "reserved" and "no longer available" hidden
 * on every page and show them by script (ebay-kleinanzeigen.de 2022), so hidden text is not part of what a page says.
 */
export function isHidden(name: string, attributes: Record<string, string>, inHidden = false): boolean {
  if (inHidden || neverShown.has(name)) return true;
  if (attributes['hidden'] !== undefined) return true;
  const style = attributes['style'];
  if (style !== undefined && hidingStyle.test(style)) return true;
  const classes = attributes['class'];
  return classes !== undefined && isHiding(classes);
}

/** Pages use the same few hundred lists of classes over and over. */
const known = new Map<string, boolean>();
const mostKnown = 5000;

function isHiding(classes: string): boolean {
  const before = known.get(classes);
  if (before !== undefined) return before;
  const hides = hidingClasses.test(classes) && !showingClasses.test(classes);
  if (known.size >= mostKnown) known.clear();
  known.set(classes, hides);
  return hides;
}
