import { html } from 'hono/html';
import { houseItemId, houseOffer } from '../house-offer.ts';
import { photoPng } from '../photo.ts';
import type { Answer, PathKind, Site, View } from '../site.ts';
import { advertPage, gonePage } from './advert-page.ts';
import { board, shelves } from './layout.ts';
import { frontPage, shelfPage } from './shelf-page.ts';
import { encodeWindows1252 } from './windows-1252.ts';

/** Nested tables with odd class names, no structured data, windows-1252, pages by "older adverts". */
export const kramkiste: Site = { id: 'kramkiste', name: 'Kramkiste', answer };

const robots = `# Kramkiste
User-agent: *
Disallow: /konto/
Crawl-delay: 0.01
`;

function answer(url: URL, view: View): Answer {
  const [, first = '', second = ''] = url.pathname.split('/');
  const shelf = shelves.find((each) => each.slug === second);
  if (url.pathname === '/') return found('home', frontPage(view));
  if (url.pathname === '/robots.txt') return { kind: 'robots', status: 200, type: 'text/plain', body: robots };
  if (first === 'regal' && shelf !== undefined) return found('search', shelfPage(shelf, url.searchParams.get('vor') ?? undefined, view));
  const itemId = /^nr(\d+)\.htm$/.exec(second)?.[1];
  if (first === 'anzeige' && itemId !== undefined) return advert(itemId, view);
  const photo = /(\d{9})\.png$/.exec(second)?.[1];
  if (first === 'bild' && photo !== undefined) return { kind: 'photo', status: 200, type: 'image/png', body: photoPng(photo) };
  return missing('other');
}

function advert(itemId: string, view: View): Answer {
  if (itemId === houseItemId) return found('other', advertPage(houseOffer('kramkiste'), view));
  const offer = view.catalogue.find('kramkiste', itemId);
  if (offer === undefined) return missing('listing');
  return found('listing', typeof offer === 'string' ? gonePage(itemId) : advertPage(offer, view));
}

function found(kind: PathKind, markup: string): Answer {
  return { kind, status: 200, type: 'text/html; charset=windows-1252', body: encodeWindows1252(markup) };
}

function missing(kind: PathKind): Answer {
  const markup = board({ title: 'Nicht gefunden', main: html`<DIV CLASS="hd2">Fehler 404</DIV>Diese Seite gibt es hier nicht.` });
  return { ...found(kind, markup), status: 404 };
}
