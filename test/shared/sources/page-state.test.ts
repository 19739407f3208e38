import { describe, expect, it } from 'vitest';
import { readPage } from '../../../shared/sources/read-page.ts';
import { wallPages } from '../../fixtures/pages/walls.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const source = exampleSource({ listing: { title: ['h1.title'], price: ['.price'] }, searchPage: { empty: '.no-results' } });
const listingUrl = 'https://market.example/item/iphone-13/4711';
const searchUrl = 'https://market.example/phones?sort=new';
const honest = ['blocked', 'unknown'];

describe.each(wallPages.map((wall) => [wall.name, wall] as const))('%s', (_, { html, status, finalPath }) => {
  const answered = {
    text: html,
    ...(status !== undefined && { status }),
    ...(finalPath !== undefined && { finalUrl: `https://market.example${finalPath}` }),
  };

  it('in place of a listing claims nothing', () => {
    const reading = readPage({ ...answered, url: listingUrl, source });
    expect(honest).toContain(reading.kind);
    expect(reading.reason).not.toBe('');
    expect(reading).toMatchObject({ cards: [], identifiers: [], images: [] });
  });

  it('in place of a search is no empty search', () => {
    expect(honest).toContain(readPage({ ...answered, url: searchUrl, source }).kind);
  });

  it('of a site nobody described is not gone either', () => {
    if (finalPath === undefined) expect(honest).toContain(readPage({ ...answered, url: 'https://other.example/x/1' }).kind);
  });
});

describe('the reason', () => {
  const kindAndReason = (html: string, more: object = {}) => {
    const { kind, reason } = readPage({ url: listingUrl, text: html, source, ...more });
    return [kind, reason];
  };

  it('tells a captcha, a consent wall, a login and a shell apart', () => {
    const named = (name: string) => kindAndReason(wallPages.find((wall) => wall.name === name)?.html ?? '');
    expect(named('delivery captcha')).toEqual(['blocked', 'a captcha service stands where the page should']);
    expect(named('unusual traffic')).toEqual(['blocked', 'a challenge or block page']);
    expect(named('consent wall')).toEqual(['unknown', 'asks for consent before it shows anything']);
    expect(named('login page')).toEqual(['unknown', 'asks to log in']);
    expect(named('maintenance')).toEqual(['unknown', 'down for maintenance']);
    expect(named('application shell')).toEqual(['unknown', 'an empty shell']);
  });

  it('names where a listing was redirected to', () => {
    expect(kindAndReason('<html><p>Phones</p>', { finalUrl: 'https://market.example/phones' })).toEqual([
      'unknown',
      'redirected to /phones',
    ]);
  });
});

describe('gone', () => {
  it.each([404, 410])('is HTTP %i', (status) => {
    expect(readPage({ url: listingUrl, status, text: '<h1>Not here</h1>', source })).toMatchObject({
      kind: 'gone',
      reason: `HTTP ${status}`,
    });
  });

  it.each([
    'This posting has been deleted by its author.',
    'This posting has been flagged for removal.',
    'This listing is no longer available',
    'This ad has expired',
    'The item was removed',
    'Die gewünschte Anzeige ist nicht mehr verfügbar.',
    'Diese Anzeige wurde gelöscht',
    'Cette annonce est désactivée',
    'Este anuncio ya no está disponible',
    'To ogłoszenie jest już nieaktualne',
    'Объявление снято с публикации',
    'Deze advertentie is niet meer beschikbaar',
  ])("is the platform's own word: %s", (word) => {
    expect(readPage({ url: listingUrl, text: `<html><body><h2>${word}</h2></body></html>`, source }).kind).toBe('gone');
  });

  it('is the declared element, though the old listing still stands below it', () => {
    const declared = exampleSource({ listing: { title: ['h1'], price: ['.price'], gone: '.ended' } });
    const html = '<p class="ended">Sold</p><h1>iPhone 13</h1><b class="price">£250</b>';
    expect(readPage({ url: listingUrl, text: html, source: declared }).kind).toBe('gone');
    const hidden = '<p class="ended" hidden>Sold</p><h1>iPhone 13</h1><b class="price">£250</b>';
    expect(readPage({ url: listingUrl, text: hidden, source: declared }).kind).toBe('listing');
  });

  it('is never said of a search page', () => {
    expect(readPage({ url: searchUrl, text: '<h2>This listing is no longer available</h2>', source }).kind).toBe('unknown');
  });

  it('is not said when a seller writes the words', () => {
    const html =
      '<h1 class="title">iPhone 13</h1><b class="price">£250</b><p>The first ad was deleted by mistake. No captcha, log in to bid.</p>';
    expect(readPage({ url: listingUrl, text: html, source }).kind).toBe('listing');
  });
});

describe('an empty search', () => {
  it('is one only when the platform says so', () => {
    const said = '<html><body><h1>Phones</h1><p class="no-results">Nothing found</p></body></html>';
    expect(readPage({ url: searchUrl, text: said, source })).toMatchObject({ kind: 'search', cards: [] });
    const silent = `<html><body><h1>Phones</h1>${'<p>Words about phones in general.</p>'.repeat(20)}</body></html>`;
    expect(readPage({ url: searchUrl, text: silent, source })).toMatchObject({
      kind: 'unknown',
      reason: 'no offers found, and nothing says that there are none',
    });
  });
});
