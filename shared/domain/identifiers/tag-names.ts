/** Element names as numbers: comparing them costs no string for each of a page's thousands of tags. */

/** The first five letters and the length of a name, in any case. Enough to tell the elements of HTML apart. */
export function tagKey(text: string, start: number, end: number): number {
  let key = 0;
  const last = Math.min(end, start + 5);
  for (let at = start; at < last; at++) key = (key << 5) | (text.charCodeAt(at) & 31);
  return key * 64 + Math.min(63, end - start);
}

function keysOf(names: string): Set<number> {
  return new Set(names.split(' ').map((name) => tagKey(name, 0, name.length)));
}

/** Elements that stand in the run of the text, or do not show at all; all others begin a new line. */
export const inlineTags = keysOf(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr blink center svg path img input button use g source slot template',
);
export const cellTags = keysOf('td th dt dd');
export const emptyTags = keysOf('area base br col embed hr img input link meta source track wbr');

/** Elements whose contents are no markup, by key: only their own end tag ends them. */
const rawTextElements = new Map(
  'script style title textarea xmp iframe noembed noframes plaintext'.split(' ').map((name) => [tagKey(name, 0, name.length), name]),
);

/** The name of the raw-text element whose key is `element` and whose name starts at `start` of `text`; undefined for any other element. */
export function rawTextElement(element: number, text: string, start: number): string | undefined {
  const name = rawTextElements.get(element);
  return name !== undefined && text.slice(start, start + name.length).toLowerCase() === name ? name : undefined;
}

const key = (name: string) => tagKey(name, 0, name.length);
export const SCRIPT = key('script');
export const STYLE = key('style');
export const TITLE = key('title');
export const TEXTAREA = key('textarea');
export const TEMPLATE = key('template');
export const BDO = key('bdo');
export const META = key('meta');
export const LINK = key('link');
export const IFRAME = key('iframe');
/** Read above the text beside it, not in its run. */
export const RUBY_TEXT = key('rt');
