import type { HintRole, PageLink } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';
import type { ReadingPlan } from './reading-plan.ts';

const mostLinks = 5000;
const mostHints = 60;

/** Names that platforms give to the elements of a field, in the languages of Europe and in English code. */
const roleNames: [HintRole, RegExp][] = [
  ['price', /price|preis|prix|precio|pre[cç]o|prezzo|prijs|cena|kaina|hinta/i],
  ['description', /description|beschreibung|postingbody|descri[cpç]|descrip|opis\b|ad-?body|user-?content/i],
  ['seller', /seller|vendor|verk(?:ä|ae)ufer|user-?name|owner-?name|vendeur|profile-?name/i],
  ['location', /location|locality|standort|address|region\b|localisation|ubica/i],
];

/** Links with what stands in them, and elements whose names speak of a field (for pages that no selector was declared for). */
export function collectLinks(pass: Pass, plan: ReadingPlan): Collector {
  const { facts, span } = pass;
  const wantsHints = !plan.declaresFields;
  let open: PageLink | undefined;

  return (element: PassingElement) => {
    const { name, attributes } = element;
    if (name === 'a') {
      const href = attributes['href'];
      if (href === undefined || facts.links.length >= mostLinks) return;
      const link: PageLink = Object.assign(span(element), { href, label: attributes['title'] ?? attributes['aria-label'] ?? '' });
      facts.links.push(link);
      open = link;
      if (attributes['rel'] === 'next') facts.next ??= href;
      return;
    }
    if (name === 'img') {
      if (open !== undefined && open.end === -1 && open.label === '') open.label = attributes['alt'] ?? '';
      return;
    }
    if (!wantsHints || element.hidden || facts.hints.length >= mostHints) return;
    const role = roleOf(attributes);
    if (role !== undefined) facts.hints.push(Object.assign(span(element), { role }));
  };
}

function roleOf(attributes: Record<string, string>): HintRole | undefined {
  const named = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''} ${attributes['data-testid'] ?? attributes['data-aut-id'] ?? ''}`;
  if (named.length < 6 || named.length > 300) return undefined;
  for (const [role, pattern] of roleNames) if (pattern.test(named)) return role;
  return undefined;
}
