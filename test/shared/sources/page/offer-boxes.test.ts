import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { gradeFinds } from '../../../../shared/sources/page/belonging.ts';
import { readPage } from '../../../../shared/sources/read-page.ts';
import { exampleSource } from '../../../support/source-fixture.ts';

const own = 'IMEI 356938035643817';
const theirs = '350474993318412';
const leadsToOther = (href: string) => /^\/item\/(?!7$)\d+$/.test(href.split('?')[0] ?? '');
const sift = (html: string) => (finds: Identifier[]) => gradeFinds(finds, { html, leadsToOther });
const valuesOn = (html: string) => findIdentifiersInHtml(html, { sift: sift(html) }).map(({ value }) => value);
const page = (more: string) => `<html><body><article><h1>iPhone 13</h1><p>${own}</p></article>${more}</body></html>`;

describe('on a listing’s page, the number of another offer', () => {
  it.each([
    ['in the name of its photo', `<a href="/item/8"><img src="/pic/imei-${theirs}.png"></a>`],
    ['in its title', `<a href='/item/8?from=similar'>iPhone 11, IMEI ${theirs}</a>`],
    ['in the words of its card', `<ul><li><a href="/item/8"><img src="/8.png"></a><p>IMEI ${theirs}</p></li></ul>`],
    ['in its card of two links', `<article><a href="/item/8">Photo</a><a href=/item/8>iPhone</a> IMEI ${theirs}</article>`],
    [
      'in one of several boxes of a class',
      `<div class="card"><a href="/item/8"></a>IMEI ${theirs}</div><div class="card"><a href="/item/9"></a></div>`,
    ],
    ['in a section of similar offers', `<section class="grid similar-items"><div><div>iPhone 11</div>IMEI ${theirs}</div></section>`],
    ['in a comment of a reader', `<div id="comments"><p>Was this yours too? IMEI ${theirs}</p></div>`],
    ['in a review in microdata', `<div itemprop="review" itemscope><p itemprop="reviewBody">IMEI ${theirs}</p></div>`],
    ['in what it is related to, in microdata', `<div itemprop="isRelatedTo" itemscope><meta itemprop="imei" content="${theirs}"></div>`],
    ['in a link that the next one ends', `<a href="/item/9">one<a href="/item/8">IMEI ${theirs}</a>`],
  ])('is not read: %s', (_, more) => {
    expect(valuesOn(page(more))).toEqual(['356938035643817']);
  });

  it.each([
    ['a box of its own that names another offer', `<div class="card">See <a href="/item/8">my other</a>. IMEI ${theirs}</div>`],
    ['a section that holds the heading', `<div class="related-on"><h1>iPhone</h1><p>IMEI ${theirs}</p></div>`],
    ['a section of comments that has no end', `<div class="comments"><p>IMEI ${theirs}</p>`],
    ['what stands behind a review', `<p class="review">Good.<p>IMEI ${theirs}</p></p>`],
    ['a text whose class only begins like comments', `<div class="commentsless">IMEI ${theirs}</div>`],
    ['in its own text as well', `<div class="comments"><p>IMEI ${theirs}</p></div><p>The IMEI ${theirs} is mine.</p>`],
    ['a link to itself', `<a href="/item/7">IMEI ${theirs}</a>`],
    ['a link to a help page', `<a href="/help">IMEI ${theirs}</a>`],
    ['behind a link to another offer', `<p>See <a href="/item/8">my other phone</a> too. IMEI ${theirs}</p>`],
    ['a link that has no end', `<a href="/item/8">my other phone <p>IMEI ${theirs}</p>`],
    ['an article with the heading', `<article><h1>iPhone</h1>IMEI ${theirs} <a href="/item/8">next</a></article>`],
    ['a list item with links to several', `<ul><li>IMEI ${theirs} <a href="/item/8">a</a><a href="/item/9">b</a></li></ul>`],
  ])('is read: %s', (_, more) => {
    expect(valuesOn(page(more))).toContain(theirs);
  });

  const code = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const offer = { '@type': 'Product', url: '/item/8', description: `IMEI ${theirs}` };

  it.each([
    ['that it is related to', { '@type': 'Product', url: '/item/7', isRelatedTo: [{ name: 'iPhone 11', imei: theirs }] }],
    ['of a list', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: offer }] }],
    ['that stands beside it', { '@graph': [{ '@type': 'Product', url: '/item/7' }, offer] }],
    ['in a review', { '@type': 'Product', review: [{ '@type': 'Review', reviewBody: `IMEI ${theirs}` }] }],
    ['in the state of the page', { item: { id: 7 }, similarItems: [{ id: 8, tags: ['a "b" }'], imei: theirs }] }],
  ])('is not read in code: one %s', (_, value) => {
    expect(valuesOn(page(code(value)))).toEqual(['356938035643817']);
  });

  it.each([
    ['its own description', { '@type': 'Product', url: '/item/7', description: `IMEI ${theirs}` }],
    ['a remark of the seller', { item: { id: 7, comment: `IMEI ${theirs}` } }],
    ['an object that only names its address', { url: 'iphone-13', imei: theirs }],
    ['what stands behind another offer', { similar: [offer, { url: '/item/9' }], item: { imei: theirs } }],
  ])('is read in code: %s', (_, value) => {
    expect(valuesOn(page(code(value)))).toContain(theirs);
  });

  it('is told in time that grows with the page, however deep its boxes lie', () => {
    const deep = '<li><div class="card"><a href="/item/8">x</a>'.repeat(50_000) + '</article></div>'.repeat(50_000);
    expect(valuesOn(page(deep))).toContain('356938035643817');
  });

  it('never takes away what stands outside of links, lists and articles, however the page is broken', () => {
    const piece = fc.constantFrom(
      '<a href="/item/8">',
      '</a>',
      '<li>',
      '</li>',
      '<article>',
      '</article>',
      '<a href="/item/9',
      '<!--',
      '-->',
      'text',
      '<img src="x">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = `<p>${own}</p>${pieces.join('')}`;
        expect(valuesOn(html)).toContain('356938035643817');
      }),
    );
  });
});

describe('reading a page', () => {
  const neighbour = `<div><b>Similar</b><a href="/item/phone/8"><img src="/pic/imei-${theirs}.png"></a></div>`;
  const ld =
    '{"@context":"https://schema.org","@type":"Product","name":"iPhone 13","offers":{"@type":"Offer","price":300,"priceCurrency":"GBP"}}';
  const html = `<!doctype html><html><head><title>iPhone 13</title><script type="application/ld+json">${ld}</script></head><body><h1>iPhone 13</h1><p>${own}</p>${neighbour}</body></html>`;

  it('of a known site leaves the numbers of its other listings out', () => {
    const reading = readPage({ url: 'https://market.example/item/phone/7', text: html, status: 200, source: exampleSource() });
    expect([reading.kind, reading.identifiers.map(({ value }) => value)]).toEqual(['listing', ['356938035643817']]);
  });

  it('of an unknown site leaves out those at addresses of the same form', () => {
    const text = html.replaceAll('/item/phone/8', '/item/phone/1460006716');
    const reading = readPage({ url: 'https://unseen.example/item/phone/1460004346', text, status: 200 });
    expect([reading.kind, reading.identifiers.map(({ value }) => value)]).toEqual(['listing', ['356938035643817']]);
  });
});
