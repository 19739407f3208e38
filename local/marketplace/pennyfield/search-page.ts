import { html, raw } from 'hono/html';
import type { Offer } from '../catalogue.ts';
import { photoNames, titleOf, type View } from '../site.ts';
import { type Category, categories, type Markup, page, pounds, slugOf } from './layout.ts';

const OFFERS_A_PAGE = 48;

/** `/phones/apple?page=3` */
export function searchPage(category: Category, pageNumber: number, view: View): string {
  const offers = offersIn(category, view);
  const pages = Math.max(1, Math.ceil(offers.length / OFFERS_A_PAGE));
  const shown = offers.slice((pageNumber - 1) * OFFERS_A_PAGE, pageNumber * OFFERS_A_PAGE);
  return page({
    title: `Used ${category.name} for sale${pageNumber > 1 ? `, page ${pageNumber}` : ''}`,
    description: `${offers.length} used ${category.name} offers near you on Pennyfield.`,
    current: category,
    measuredAs: `search ${category.slug} ${pageNumber}`,
    main: html`<nav class="crumbs"><a href="/">Home</a> › Phones › ${category.name}</nav>
<h1>Used ${category.name} <small>(${offers.length})</small></h1>
${offers.length === 0 ? html`<p class="no-results">No items match. Try another category.</p>` : html`<div class="results">${shown.map((offer) => card(offer, view))}</div>`}
${paging(category, pageNumber, pages)}`,
  });
}

export function homePage(view: View): string {
  const newest = view.catalogue.of('pennyfield').slice(0, 12);
  return page({
    title: 'Buy and sell near you',
    description: 'Pennyfield: second-hand things near you.',
    measuredAs: 'home',
    main: html`<h1>Good things, passed on</h1>
<p>${view.catalogue.of('pennyfield').length} phones on offer today.</p>
<div class="results">${newest.map((offer) => card(offer, view))}</div>`,
  });
}

function offersIn(category: Category, { catalogue }: View): Offer[] {
  const named = categories.flatMap((each) => each.makes ?? []) as string[];
  const belongs = (make: string) =>
    category.makes === undefined ? !named.includes(make) : (category.makes as readonly string[]).includes(make);
  return catalogue.of('pennyfield').filter((offer) => belongs(offer.phone.make));
}

export function listingPath(offer: Offer): string {
  return `/p/${slugOf(`${offer.phone.make} ${offer.phone.model} ${offer.colour}`)}/${offer.itemId}`;
}

function card(offer: Offer, view: View): Markup {
  const [photo] = photoNames(offer);
  return html`<article class="offer-card" data-item="${offer.itemId}">
<a href="${listingPath(offer)}"><img src="/media/${photo}.png" alt="${offer.phone.make} ${offer.phone.model}" loading="lazy" width="240" height="320"></a>
${offer.seller.shop ? html`<span class="badge">Shop</span>` : ''}
<div class="body"><h2><a class="card-title" href="${listingPath(offer)}">${titleOf(offer)}</a></h2>
<div class="price">${pounds(offer.price)}</div>
<p class="meta">${offer.location} · ${age(offer, view)}</p></div>
</article>
`;
}

/** `12 min`, `5 h`, `3 days`: since the offer was made. */
export function age(offer: Offer, { minute }: Pick<View, 'minute'>): string {
  const minutes = minute - offer.bornAt;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2 * 1440) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} days`;
}

function paging(category: Category, current: number, pages: number): Markup {
  const link = (number: number, text: string, attributes = '') =>
    html`<a href="/phones/${category.slug}?page=${number}" ${raw(attributes)}>${text}</a>`;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return html`<nav class="pages" aria-label="Pages">
${current > 1 ? link(current - 1, 'Previous', 'rel="prev"') : ''}
${numbers.map((number) => (number === current ? html`<strong>${number}</strong>` : link(number, String(number))))}
${current < pages ? link(current + 1, 'Next', 'rel="next"') : ''}
</nav>`;
}
