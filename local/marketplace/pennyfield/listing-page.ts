import { html, raw } from 'hono/html';
import type { Offer } from '../catalogue.ts';
import { inscribed, photoNames, postedAt, relatedTo, storageName, titleOf, type View } from '../site.ts';
import { productData } from './json-ld.ts';
import { type Markup, page, pounds } from './layout.ts';
import { age, listingPath } from './search-page.ts';

/** `/p/apple-iphone-13-blue/1460001234` */
export function listingPage(offer: Offer, view: View): string {
  const title = titleOf(offer);
  const [data] = inscribed(offer, 'data-attribute');
  return page({
    title,
    description: `${title} for ${pounds(offer.price)} in ${offer.location}`,
    measuredAs: `listing ${offer.itemId}`,
    head: html`<link rel="canonical" href="${view.baseUrl}${listingPath(offer)}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="product">
<script type="application/ld+json">${raw(productData(offer, view))}</script>`,
    main: html`<nav class="crumbs"><a href="/">Home</a> › Phones › ${offer.phone.make}</nav>
<div class="two" itemscope itemtype="https://schema.org/Product" ${data ? html`data-imei="${data.value}"` : ''}>
<div>
<div class="panel gallery">${gallery(offer)}</div>
<section class="panel"><h2>Description</h2><div class="listing-copy" itemprop="description">${copy(offer)}</div></section>
</div>
<aside>
<div class="panel"><h1 itemprop="name">${title}</h1>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><p class="ask"><span itemprop="price" content="${offer.price}">${pounds(offer.price)}</span></p>
<meta itemprop="priceCurrency" content="GBP"></div>
<p>${offer.negotiable ? 'Offers welcome' : 'Price fixed by the seller'}</p>
<a class="button" rel="nofollow" href="/account/messages?item=${offer.itemId}">Message seller</a></div>
<div class="panel"><h2>Details</h2>${details(offer, view)}</div>
<div class="panel"><h2>Seller</h2><p class="seller-name" data-seller-id="${offer.seller.id}">${offer.seller.name}</p>
<p>${offer.seller.shop ? 'Business seller' : 'Private seller'}, member since ${offer.seller.memberSince}</p></div>
${safety}
</aside>
</div>
<section class="panel"><h2>More like this</h2><div class="shelf">${relatedTo(offer, view, 6).map(relatedCard)}</div></section>`,
  });
}

/** Stands in the place of a sold item: status 200, and the page says so itself. */
export function soldPage(itemId: string): string {
  return page({
    title: 'Item sold',
    description: 'This item has been sold.',
    measuredAs: `sold ${itemId}`,
    main: html`<h1>Too late</h1><div class="notice-sold">This item has been sold. The seller has closed the listing.</div><p><a href="/">Find something like it</a></p>`,
  });
}

function copy(offer: Offer): Markup {
  const written = [...offer.paragraphs, ...inscribed(offer, 'text').map((each) => each.value)];
  return html`${written.map(
    (paragraph) => html`<p>${paragraph.split('\n').map((line, index) => html`${index > 0 ? raw('<br>') : ''}${line}`)}</p>
`,
  )}${inscribed(offer, 'markup').map((each) => html`<p>${raw(each.value)}</p>`)}${inscribed(offer, 'hidden').map(
    (each) => html`<div style="display:none">${each.value}</div>`,
  )}${inscribed(offer, 'comment').map((each) => raw(`<!-- ${each.value} -->`))}`;
}

function gallery(offer: Offer): Markup[] {
  const [said] = inscribed(offer, 'photo-alt');
  return photoNames(offer).map(
    (name, index) =>
      html`<img itemprop="image" src="/media/${name}.png" width="240" height="320" alt="${index === 0 && said ? said.value : `${offer.phone.model}, photo ${index + 1}`}">`,
  );
}

function details(offer: Offer, view: View): Markup {
  const rows: [string, string][] = [
    ['Make', offer.phone.make],
    ['Model', offer.phone.model],
    ['Storage', storageName(offer.storageGb)],
    ['Colour', offer.colour],
    ['Condition', offer.kind === 'broken' ? 'For parts or repair' : 'Used'],
    ...inscribed(offer, 'details').map((each): [string, string] => [each.label ?? 'Identifier', each.value]),
    ['Location', offer.location],
    ['Item number', offer.itemId],
  ];
  return html`<table class="spec">${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td ${name === 'Location' ? raw('class="place"') : ''}>${value}</td></tr>`,
  )}
<tr><th scope="row">Listed</th><td><time itemprop="datePublished" datetime="${postedAt(offer, view)}">${age(offer, view)} ago</time></td></tr></table>`;
}

function relatedCard(offer: Offer): Markup {
  return html`<a href="${listingPath(offer)}"><img src="/media/${photoNames(offer)[0]}.png" alt="" loading="lazy"><br>${offer.title}<br><strong>${pounds(offer.price)}</strong></a>
`;
}

const safety = html`<div class="panel"><h2>Stay safe</h2><ul class="tips">
<li>Meet where there are people, and see the phone switched on.</li>
<li>Ask for the proof of purchase and check that the number on the phone is not blocked.</li>
<li>Never send money to somebody you have not met. Reports: 0300 000 0000.</li></ul></div>`;
