import { type CheerioAPI, load } from 'cheerio';
import { collectPage } from '../../shared/sources/page/collect-page.ts';
import { type PageFacts, textOf } from '../../shared/sources/page/page-facts.ts';
import { planOf } from '../../shared/sources/page/reading-plan.ts';
import { lines, oneLine } from '../../shared/sources/page/text.ts';
import type { PageReading } from '../../shared/sources/page-reading.ts';
import type { Source } from '../../shared/sources/source.ts';

type ProposedSelectors = Pick<Source['listing'], 'title' | 'price' | 'description' | 'seller' | 'location'>;

/** Layers in which a page states its offer; what only other layers say was guessed, and is declared so that a redesign is seen. */
const stated = new Set(['json-ld', 'microdata', 'rdfa', 'page-state']);

/** Selectors for the fields of a listing page that no structured data names. */
export function proposeSelectors(html: string, reading: PageReading): ProposedSelectors {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const facts = collectPage(html, planOf(undefined));
  const isGuessed = (field: string) => reading.how[field] !== undefined && !stated.has(reading.how[field].split(' ', 1)[0] ?? '');
  const proposed: Record<keyof ProposedSelectors, string | undefined> = {
    title: isGuessed('title') ? titleSelector($, facts, reading.title) : undefined,
    price: isGuessed('price') ? priceSelector($, facts, reading) : undefined,
    description: isGuessed('description') ? descriptionSelector(facts, reading.description) : undefined,
    seller: reading.how['seller'] === 'page' ? textSelector($, reading.seller?.name) : undefined,
    location: reading.how['location'] === 'page' ? textSelector($, reading.location) : undefined,
  };
  return Object.fromEntries(Object.entries(proposed).flatMap(([field, css]) => (css === undefined ? [] : [[field, [css]]])));
}

function titleSelector($: CheerioAPI, facts: PageFacts, title: string | undefined): string | undefined {
  if (facts.headings.some((span) => oneLine(textOf(facts, span)) === title)) return 'h1';
  const named = textSelector($, title);
  if (named !== undefined) return named;
  if (oneLine(facts.title) === title) return 'head > title';
  return facts.metas.get('og:title')?.some((written) => oneLine(written) === title) ? 'meta[property="og:title"]@content' : undefined;
}

/** The element named for it; else the heading in which it stands behind the title. */
function priceSelector($: CheerioAPI, facts: PageFacts, { price }: PageReading): string | undefined {
  const hints = facts.hints.filter(({ role }) => role === 'price').map((hint) => ({ ...hint, text: oneLine(textOf(facts, hint)) }));
  const says = hints.filter(({ text }) => text.length <= 80 && digits(text).includes(digits(String(price?.amount))));
  const smallest = says.toSorted((a, b) => a.text.length - b.text.length)[0];
  const named = smallest && cssOf(smallest.element.name, smallest.element.attributes);
  if (named !== undefined) return named;
  return $('h2').first().text().includes(String(price?.amount)) ? 'h2' : undefined;
}

/** Metadata shorten the text; the element that is named as an advert's has all of it. */
function descriptionSelector(facts: PageFacts, description = ''): string | undefined {
  const hints = facts.hints.filter(({ role }) => role === 'description').map((hint) => ({ ...hint, text: lines(textOf(facts, hint)) }));
  const best =
    hints.find(({ ofAdvert, text }) => ofAdvert && text.length >= description.length) ?? hints.find(({ text }) => text === description);
  return best && cssOf(best.element.name, best.element.attributes);
}

/** Of the innermost element whose whole text this is. */
function textSelector($: CheerioAPI, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  for (const element of $('body *').toArray().toReversed()) {
    const written = $(element).text();
    if (written.length > 4 * text.length + 200 || oneLine(written) !== text) continue;
    const css = cssOf(element.tagName, element.attribs);
    if (css !== undefined) return css;
  }
  return undefined;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** A name made by a build (`css-1k2j9`, `_a81f2`) is another one tomorrow; one that says how it looks (`text-lg`) stands everywhere. */
const madeByBuild = /\d{2,}|^css-|^sc-|^_|[A-Z].*[A-Z].*\d|^(?:text|font|col|row|flex|grid|bg|w|h|m[tblrxy]?|p[tblrxy]?)-/;

/** `#ad-price`, `[data-testid="ad-price"]`, `p.ad-price`; undefined for an element without a name that will last. */
function cssOf(name: string, attributes: Record<string, string>): string | undefined {
  const id = attributes['id'];
  if (id !== undefined && /^[A-Za-z][\w-]*$/.test(id) && !madeByBuild.test(id)) return `#${id}`;
  const testId = attributes['data-testid'];
  if (testId !== undefined && /^[\w-]+$/.test(testId)) return `[data-testid="${testId}"]`;
  const lasting = attributes['class']?.split(/\s+/).find((each) => /^[A-Za-z][\w-]*$/.test(each) && !madeByBuild.test(each));
  return lasting === undefined ? undefined : `${name}.${lasting}`;
}

const nextWords =
  /^(?:next|weiter|nächste|vor|suivante?|siguiente|próxima?|następna|successiva?|volgende|дальше|следующая|nākamā|tālāk|次へ)(?:\s+\p{L}+)?\s*[›»>→]*$|^[›»→]$/iu;
const nextName = /(?:^|[-_\s])next(?:$|[-_\s])/i;

/** The link to the next page, where the page does not mark it with `rel=next`. */
export function proposeNext(html: string): string | undefined {
  const facts = collectPage(html, planOf(undefined));
  if (facts.next !== undefined) return undefined;
  const isNext = (text: string) => nextWords.test(oneLine(text));
  const link =
    facts.links.find((each) => isNext(textOf(facts, each)) || isNext(each.label)) ??
    facts.links.find(({ element }) => ['class', 'id', 'data-testid'].some((name) => nextName.test(element?.attributes[name] ?? '')));
  if (link?.element === undefined) return undefined;
  const { attributes } = link.element;
  const classes = attributes['class']?.split(/\s+/).find((each) => nextName.test(each));
  if (classes !== undefined && /^[A-Za-z][\w-]*$/.test(classes)) return `a.${classes}`;
  const label = ['aria-label', 'title'].find((name) => attributes[name] !== undefined && !attributes[name].includes('"'));
  return cssOf('a', attributes) ?? (label === undefined ? undefined : `a[${label}="${attributes[label]}"]`);
}
