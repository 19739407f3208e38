import type { HintRole, PageLink } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';
import type { ReadingPlan } from './reading-plan.ts';

/** Of one page; it keeps a hostile one from growing without end. */
export const mostLinks = 5000;
const mostHints = 60;

/** Names that platforms give to the elements of a field, in the languages of Europe and in English code. */
const roleNames: [HintRole, RegExp][] = [
  ['price', /price|preis|prix|precio|pre[cç]o|prezzo|prijs|cena|kaina|hinta/i],
  [
    'description',
    /description|beschreibung|postingbody|descri[cpç]|descrip|opis\b|ad-?(?:body|text)|user-?(?:content|body)|msg_?div|message-?body/i,
  ],
  ['seller', /seller|vendor|verk(?:ä|ae)ufer|user-?name|owner-?name|vendeur|profile-?name/i],
  ['location', /location|locality|standort|address|region\b|localisation|ubica/i],
];

/** Names that only the text of an advert has. */
const advertText = /posting-?body|user-?body|\bad-?(?:body|text|description)|(?:listing|item|offer|advert)[\w-]{0,12}description|msg_div/i;

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
      if (wantsHints) link.element = element;
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
    const named = namesOf(attributes);
    const role = named === undefined ? undefined : roleOf(named);
    if (named === undefined || role === undefined) return;
    facts.hints.push(Object.assign(span(element), { role, ofAdvert: role === 'description' && advertText.test(named), element }));
  };
}

function namesOf(attributes: Record<string, string>): string | undefined {
  const named = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''} ${attributes['data-testid'] ?? attributes['data-aut-id'] ?? ''}`;
  return named.length < 6 || named.length > 300 ? undefined : named;
}

function roleOf(named: string): HintRole | undefined {
  for (const [role, pattern] of roleNames) if (pattern.test(named)) return role;
  return undefined;
}
