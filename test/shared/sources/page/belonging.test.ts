import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_CONFIDENCE } from '../../../../shared/domain/identifier.ts';
import { readPage } from '../../../../shared/sources/read-page.ts';
import { exampleSource } from '../../../support/source-fixture.ts';

const own = '356938035643817';
const imei = '350474993318412';
const said = `IMEI ${imei}`;

interface Framing {
  description?: string;
  /** Behind the advert, in the body. */
  more?: string;
  /** In the same column as the advert. */
  beside?: string;
  head?: string;
}

/** An advert as platforms show it, with its description declared once, and what a test puts around it. */
function pageOf({ description = `Boxed. IMEI ${own}`, more = '', beside = '', head = '' }: Framing): string {
  const ld = { '@context': 'https://schema.org', '@type': 'Product', url: '/item/phone/1007', name: 'iPhone 13', description };
  const data = JSON.stringify({ ...ld, offers: { '@type': 'Offer', price: 300, priceCurrency: 'GBP' } });
  return `<!doctype html><html><head><title>iPhone 13</title>${head}<script type="application/ld+json">${data}</script></head>
<body><header><a href="/">Market</a></header><main><article><h1>iPhone 13</h1><b>£300</b><div class="text">${description}</div>${beside}</article>
${more}</main></body></html>`;
}

type Grade = 'claim' | 'doubted' | 'not read';

function gradeOn(framing: Framing): Grade {
  const reading = readPage({ url: 'https://market.example/item/phone/1007', text: pageOf(framing), status: 200, source: exampleSource() });
  expect(reading.kind).toBe('listing');
  const find = reading.identifiers.find(({ value }) => value === imei);
  if (find === undefined) return 'not read';
  expect(find.confidence >= CLAIM_CONFIDENCE).toBe(find.features?.perhapsOf === undefined);
  return find.confidence >= CLAIM_CONFIDENCE ? 'claim' : 'doubted';
}

const their = '/item/phone/1008';
const script = (code: string) => `<script>window.__STATE__ = ${code}</script>`;
const cardOf = (size: number) => `<li><a href="${their}">iPhone 11</a><i>${'x'.repeat(size)}</i>${said}</li>`;

describe('the number of another advert, on the page of a listing', () => {
  it.each<[string, Grade, Framing]>([
    ['in a box that leads there', 'doubted', { more: `<div><a href="${their}">iPhone 11</a><p>${said}</p></div>` }],
    [
      'in a box whose link is deeper',
      'doubted',
      { more: `<div><div><a href="${their}"><img src=8.jpg></a></div><div>${said}</div></div>` },
    ],
    ['in a box that script opens', 'doubted', { more: `<div onclick="location='${their}'"><p>${said}</p></div>` }],
    ['in a box with the address as data', 'doubted', { more: `<div data-href="${their}"><p>${said}</p></div>` }],
    ['in a row that leads there', 'doubted', { more: `<table><tr><td><a href="${their}">iPhone 11</a><td>${said}</table>` }],
    ['in a definition list', 'doubted', { more: `<dl><dt><a href="${their}">iPhone 11</a><dd>${said}</dl>` }],
    ['in an aside', 'doubted', { more: `<aside><b>Others like it</b><a href="${their}">iPhone 11</a>${said}</aside>` }],
    [
      'in an aside of several',
      'doubted',
      { more: `<aside><div><a href="${their}">a</a><a href="/item/phone/1009">b</a></div><p>${said}</p></aside>` },
    ],
    ['in a line of several', 'doubted', { more: `<p><a href="${their}">a</a> ${said}, <a href="/item/phone/1009">b</a></p>` }],
    ['in a card of 5,000 characters', 'doubted', { more: cardOf(5_000) }],
    ['in a link of 5,000 characters', 'doubted', { more: `<a href="${their}"><i>${'x'.repeat(5_000)}</i>${said}</a>` }],
    ['in a link through a redirector', 'not read', { more: `<a href="/out?to=%2Fitem%2Fphone%2F1008">${said}</a>` }],
    [
      'in a link through one that escapes twice',
      'not read',
      { more: `<a href="/out?c=1&amp;to=%252Fitem%252Fphone%252F1008">${said}</a>` },
    ],
    ['in a card with a redirector', 'not read', { more: `<li><a href="/go#url=https://market.example${their}">x</a>${said}</li>` }],
    [
      'in microdata of its address',
      'doubted',
      { more: `<div itemscope itemtype="https://schema.org/Product"><link itemprop=url href="${their}"><p>${said}</p></div>` },
    ],
    ['in microdata of its item id', 'doubted', { more: `<div itemscope itemid="${their}"><meta itemprop="imei" content="${imei}"></div>` }],
    ['in microdata of its url as text', 'doubted', { more: `<div itemscope><meta content="${their}" itemprop="url"><p>${said}</p></div>` }],
    ['in a template', 'doubted', { more: `<template><div><p>${said}</p></div></template>` }],
    ['in the foot of the page', 'doubted', { more: `<footer><p>Seen ${said}? Tell us.</p></footer>` }],
    ['in the description of the shop', 'doubted', { head: `<meta name="description" content="Best phones, ${said}">` }],
    ['in an attribute of related ones', 'not read', { more: `<div data-related='[{"name":"iPhone 11","imei":"${imei}"}]'></div>` }],
    [
      'in an attribute with its address',
      'not read',
      { more: `<div data-props="{&quot;ad&quot;:{&quot;url&quot;:&quot;${their}&quot;,&quot;imei&quot;:&quot;${imei}&quot;}}"></div>` },
    ],
    ['in a comment of the markup', 'doubted', { more: `<!-- <a href="${their}">iPhone 11</a> ${said} -->` }],
    ['in questions and answers', 'doubted', { more: `<div class="qna-block"><p>Is it ${said}?</p></div>` }],
    ['in a talk', 'doubted', { more: `<section id="discussion_list"><p>Mine had ${said}</p></section>` }],
    ['in code, under its id', 'doubted', { more: script(`{"feed":[{"id":1008,"title":"iPhone 11","imei":"${imei}"}]}`) }],
    ['in code that is a text', 'not read', { more: script(JSON.stringify(JSON.stringify({ ads: [{ url: their, imei }] }))) }],
    [
      'in code that is a text in a text',
      'not read',
      { more: script(JSON.stringify({ s: JSON.stringify({ t: JSON.stringify([{ url: their, imei }]) }) })) },
    ],
    ['in a text of similar ones', 'not read', { more: script(JSON.stringify({ similarItems: JSON.stringify([{ imei }]) })) }],
  ])('is never claimed: %s', (_, grade, framing) => {
    expect(gradeOn(framing)).toBe(grade);
  });
});

describe('any box around a link to another advert and a number', () => {
  const wrappers = fc.array(fc.constantFrom('div', 'section', 'span', 'b', 'ul', 'table', 'dl', 'figure', 'center', 'my-card'), {
    maxLength: 4,
  });
  const wrapped = (content: string, names: readonly string[]) => names.reduce((inner, name) => `<${name}>${inner}</${name}>`, content);
  const link = fc.constantFrom(
    `<a href="${their}">iPhone 11</a>`,
    `<a class=x href='https://market.example${their}?from=1007'><img src=8.jpg></a>`,
    `<a href="/out?to=https%3A%2F%2Fmarket.example%2Fitem%2Fphone%2F1008">£90</a>`,
    `<link itemprop="url" href="${their}">`,
    `<button data-url="${their}">Look</button>`,
  );
  const number = fc.constantFrom(
    said,
    `IMEI: <b>${imei}</b>`,
    `<i data-imei="${imei}"></i>`,
    `<img alt="${said}" src=9.jpg>`,
    `<p>${said}</p>`,
  );
  const box = fc.constantFrom('div', 'section', 'aside', 'li', 'article', 'blockquote', 'fieldset', 'x-card', 'footer');

  it('makes it no claim, however both are wrapped and whichever comes first', () => {
    fc.assert(
      fc.property(fc.record({ link, number, box, around: wrappers, inside: fc.tuple(wrappers, wrappers), isLast: fc.boolean() }), (it) => {
        const parts = [wrapped(it.link, it.inside[0]), wrapped(it.number, it.inside[1])];
        const content = (it.isLast ? parts.toReversed() : parts).join('<br>');
        expect(gradeOn({ more: wrapped(`<${it.box}>${content}</${it.box}>`, it.around) })).not.toBe('claim');
      }),
      { numRuns: 500 },
    );
  });

  it('loses no number of the description', () => {
    fc.assert(
      fc.property(link, number, box, wrappers, (itsLink, itsNumber, itsBox, around) => {
        const more = wrapped(`<${itsBox}>${itsLink}${itsNumber}</${itsBox}>`, around);
        expect(gradeOn({ description: said, more })).toBe('claim');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the number of the listing itself', () => {
  it.each<[string, Grade, Framing]>([
    ['in its description', 'claim', { description: said }],
    ['beside a link to the seller’s other advert', 'claim', { description: `See <a href="${their}">my other</a> too. ${said}` }],
    ['in its description, and near a neighbour', 'claim', { description: said, more: `<div><a href="${their}">x</a>${said}</div>` }],
    ['in its description, in a section of comments', 'claim', { description: said, more: `<div class="comments">${said}</div>` }],
    ['below its description', 'claim', { beside: `<p>${said}</p>` }],
    ['in a table below', 'claim', { beside: `<table><tr><th>IMEI<td>${imei}</table>` }],
    ['in an attribute', 'claim', { beside: `<div data-imei="${imei}"></div>` }],
    ['in a comment of the markup', 'claim', { beside: `<!-- ${said} -->` }],
    ['in a box of its own', 'claim', { more: `<div><p>${said}</p></div><div><a href="${their}">iPhone 11</a></div>` }],
    ['in a column beside', 'claim', { more: `<aside><p>${said}</p></aside>` }],
    ['in the foot of its article', 'claim', { beside: `<footer>${said}</footer>` }],
    ['in a link to itself through a redirector', 'claim', { beside: `<a href="/share?u=%2Fitem%2Fphone%2F1007">${said}</a>` }],
    ['in a link to log in that comes back', 'claim', { beside: `<a href="/item/phone/1007?from=${their}">${said}</a>` }],
    ['in a template that draws itself', 'claim', { beside: `<template shadowrootmode="open"><p>${said}</p></template>` }],
    ['in code under its id', 'claim', { more: script(`{"item":{"id":1007,"title":"iPhone 13","imei":"${imei}"}}`) }],
    ['in code under an id of another form', 'claim', { more: script(`{"item":{"id":"a81f","title":"iPhone 13","imei":"${imei}"}}`) }],
    ['in the answer to a question', 'doubted', { more: `<div class="questions"><p>IMEI? ${said}</p></div>` }],
    ['in its description, written as another’s card', 'claim', { description: `Hi <li><a href="${their}">x</a> ${said}</li>` }],
    ['in its description, written as a review', 'claim', { description: `Hi <p class="reviews">${said}</p>` }],
    ['hidden behind one link', 'doubted', { beside: `<div><a href="${their}">x</a>${said}</div>` }],
  ])('is found: %s', (_, grade, framing) => {
    expect(gradeOn(framing)).toBe(grade);
  });

  it('says of a doubt whose number it may be', () => {
    const text = pageOf({ more: `<div><a href="${their}">iPhone 11</a>${said}</div>` });
    const { identifiers } = readPage({ url: 'https://market.example/item/phone/1007', text, status: 200, source: exampleSource() });
    expect(identifiers.map(({ value, confidence, features }) => [value, confidence, features?.perhapsOf])).toEqual([
      [own, 0.99, undefined],
      [imei, 0.248, 'another offer'],
    ]);
  });
});
