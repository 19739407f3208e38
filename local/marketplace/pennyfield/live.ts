/**
 * "Pennyfield Live": the shelf of a shop on the same host whose listing pages are empty until their script has run. Its search page is
 * plain. It has a stock of its own that never changes, so nothing in the catalogue's truth depends on it.
 */

import { html } from 'hono/html';
import { sampleRecords } from '../../sample/sample-records.ts';
import type { Answer } from '../site.ts';
import { page, pounds } from './layout.ts';

interface LiveOffer {
  itemId: string;
  title: string;
  price: number;
  text: string;
}

/** One shows the number of a stolen phone, the first of the sample that is looked for. */
function liveOffers(): LiveOffer[] {
  const stolen = sampleRecords().find(({ status, grade, imeis }) => status === 'stolen' && grade === 'police-verified' && imeis.length > 0);
  const named = `${stolen?.phone.make} ${stolen?.phone.model} ${stolen?.storageGb}GB ${stolen?.colour}`;
  return [
    { itemId: '1400000101', title: 'Nokia 3310, the old one', price: 25, text: 'Works as on the first day. Snake included.' },
    { itemId: '1400000102', title: 'Fairphone 4 128GB grey', price: 190, text: 'Two owners, new battery, no scratches worth a word.' },
    { itemId: '1400000103', title: named, price: 260, text: `Unlocked, boxed. IMEI ${stolen?.imeis[0]}.` },
    { itemId: '1400000104', title: 'Bag of phone cases', price: 8, text: 'Twelve cases for phones that nobody makes any more.' },
  ];
}

/** `/live/phones`, `/live/item/1400000101`, `/live/app.js`, `/live/stock/1400000101` */
export function answerLive([first = '', second = '']: readonly string[]): Answer | undefined {
  if (first === 'app.js') return { kind: 'other', status: 200, type: 'text/javascript; charset=utf-8', body: script };
  if (first === 'phones') return { kind: 'search', status: 200, type: 'text/html; charset=utf-8', body: shelf() };
  const offer = liveOffers().find(({ itemId }) => itemId === second);
  if (offer === undefined) return undefined;
  if (first === 'stock') return { kind: 'other', status: 200, type: 'application/json', body: JSON.stringify(offer) };
  return first === 'item' ? { kind: 'listing', status: 200, type: 'text/html; charset=utf-8', body: shell } : undefined;
}

function shelf(): string {
  return page({
    title: 'Pennyfield Live',
    description: 'The stock of the house.',
    measuredAs: 'live',
    main: html`<h1>Pennyfield Live</h1><div class="results">${liveOffers().map(
      ({
        itemId,
        title,
        price,
      }) => html`<article class="offer-card"><div class="body"><h2><a class="card-title" href="/live/item/${itemId}">${title}</a></h2>
<div class="price">${pounds(price)}</div></div></article>`,
    )}</div>`,
  });
}

/** All that a plain visit gets. */
const shell = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pennyfield Live</title>
<link rel="preload" href="/live/font.woff2" as="font"><script src="/live/app.js" defer></script></head>
<body><main id="app"></main><img src="/media/100000001.png" alt=""></body></html>`;

const script = `fetch(location.pathname.replace('/item/', '/stock/')).then((answer) => answer.json()).then((offer) => {
  const add = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    document.querySelector('#app').append(element);
  };
  document.title = offer.title;
  add('h1', 'live-title', offer.title);
  add('b', 'live-price', '£' + offer.price);
  add('div', 'live-text', offer.text);
});`;
