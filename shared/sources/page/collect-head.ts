import type { DataScript } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';

/** Assignments of data to a global, as frameworks leave them: `window.__APOLLO_STATE__ = {…}`. */
const stateAssignment = /=\s?(?:JSON\.parse\(|[{[]|"\{|\(function\s?\()|__next_f\.push\(/;
const mostScriptCharacters = 4_000_000;
const mostSubheadings = 5;

/** What head elements say, and the scripts that hold data. `takeScript` is true while text belongs to a script or style. */
export function collectHead({ facts, span }: Pass): { open: Collector; takeScript: (data: string) => boolean } {
  let raw: 'script' | 'style' | 'title' | undefined;
  let script: DataScript | undefined;
  let taken = 0;
  let titleIsDeclared = false;
  let titleElement: PassingElement | undefined;

  function open(element: PassingElement): void {
    const { name, attributes, parent } = element;
    if (name === 'html' && attributes['lang']) facts.language = attributes['lang'];
    else if (name === 'meta') addMeta(attributes);
    else if (name === 'link') addHeadLink(attributes);
    else if (name === 'base' && attributes['href']) facts.base ??= attributes['href'];
    else if (name === 'h1') facts.headings.push(span(element));
    else if (name === 'h2' && facts.subheadings.length < mostSubheadings) facts.subheadings.push(span(element));
    else if (name === 'style') openRaw('style', element);
    else if (name === 'title' && facts.title === '' && parent?.name !== 'svg') openRaw('title', element);
    else if (name === 'input' && attributes['type'] === 'password') facts.passwordFields += 1;
    else if (name === 'script') {
      script = scriptOf(attributes);
      openRaw('script', element);
    }
    const state = attributes['data-json'] ?? attributes['data-props'] ?? attributes['data-state'];
    if (state?.startsWith('{')) facts.scripts.push({ kind: 'json', text: state });
    if ((name === 'script' || name === 'iframe') && attributes['src']) facts.embedded.push(attributes['src']);
  }

  function openRaw(kind: typeof raw, element: PassingElement): void {
    raw = kind;
    titleElement = kind === 'title' ? element : undefined;
    element.whenClosed = () => {
      raw = undefined;
      if (script !== undefined && script.text !== '' && (script.kind !== 'state' || stateAssignment.test(script.text.slice(0, 2000)))) {
        facts.scripts.push(script);
      }
      script = undefined;
    };
  }

  function takeScript(data: string): boolean {
    if (raw === 'title') facts.title += data;
    // A Source may declare `head > title` as a field; only then is it part of the text.
    titleIsDeclared = raw === 'title' && titleElement?.spans !== undefined;
    if (raw === 'script' && script !== undefined && taken < mostScriptCharacters) {
      script.text += data;
      taken += data.length;
    }
    return raw === 'script' || raw === 'style' || (raw === 'title' && !titleIsDeclared);
  }

  function addMeta(attributes: Record<string, string>): void {
    const name = (attributes['property'] ?? attributes['name'] ?? attributes['http-equiv'])?.toLowerCase();
    const content = attributes['content'];
    if (name === undefined || content === undefined) return;
    const known = facts.metas.get(name);
    if (known === undefined) facts.metas.set(name, [content]);
    else known.push(content);
  }

  function addHeadLink(attributes: Record<string, string>): void {
    const href = attributes['href'];
    if (href === undefined) return;
    if (attributes['rel'] === 'canonical') facts.canonical ??= href;
    if (attributes['rel'] === 'next') facts.next ??= href;
  }

  return { open, takeScript };
}

function scriptOf(attributes: Record<string, string>): DataScript | undefined {
  const type = attributes['type']?.toLowerCase() ?? '';
  if (type.includes('ld+json')) return { kind: 'json-ld', text: '' };
  if (type === 'application/json' || type === 'text/json') return { kind: 'json', text: '' };
  if (attributes['src'] !== undefined || (type !== '' && !type.includes('javascript') && type !== 'module')) return undefined;
  return { kind: 'state', text: '' };
}
