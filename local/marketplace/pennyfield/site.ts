import { html } from 'hono/html';
import { drawDevicePhoto, isScene } from '../drawn/device-photo.ts';
import { houseItemId, houseOffer } from '../house-offer.ts';
import { photoPng } from '../photo.ts';
import { type Answer, inscribed, type PathKind, type Site, type View } from '../site.ts';
import { categories, page } from './layout.ts';
import { listingPage, soldPage } from './listing-page.ts';
import { answerLive } from './live.ts';
import { homePage, searchPage } from './search-page.ts';

/** Plain HTML with JSON-LD and microdata, pages by number, British English. */
export const pennyfield: Site = { id: 'pennyfield', name: 'Pennyfield', answer };

const robots = `User-agent: *
Disallow: /account/
Allow: /
`;

function answer(url: URL, view: View): Answer {
  const [, first = '', second = '', third = ''] = url.pathname.split('/');
  const category = categories.find((each) => each.slug === second);
  if (url.pathname === '/') return found('home', homePage(view));
  if (url.pathname === '/robots.txt') return { kind: 'robots', status: 200, type: 'text/plain; charset=utf-8', body: robots };
  if (first === 'phones' && category !== undefined) return found('search', searchPage(category, pageNumber(url), view));
  if (first === 'p') return listing(third, view);
  if (first === 'live') return answerLive([second, third]) ?? missing('other');
  const closeUp = /^close-up-(\d+)\.png$/.exec(second)?.[1];
  if (first === 'media' && closeUp !== undefined) return closeUpOf(closeUp, view);
  const photo = /(\d{9})\.png$/.exec(second)?.[1];
  if (first === 'media' && photo !== undefined) return { kind: 'photo', status: 200, type: 'image/png', body: photoPng(photo) };
  return missing('other');
}

function closeUpOf(itemId: string, { catalogue }: View): Answer {
  const offer = catalogue.find('pennyfield', itemId);
  const [inscription] = typeof offer === 'object' ? inscribed(offer, 'photo') : [];
  const [scene = '', ...imeis] = inscription?.value.split(' ') ?? [];
  if (!isScene(scene)) return missing('photo');
  return { kind: 'photo', status: 200, type: 'image/png', body: drawDevicePhoto({ scene, imeis, key: itemId }) };
}

function listing(itemId: string, { catalogue, ...view }: View): Answer {
  if (itemId === houseItemId) return found('other', listingPage(houseOffer('pennyfield'), { catalogue, ...view }));
  const offer = catalogue.find('pennyfield', itemId);
  if (offer === 'sold') return found('listing', soldPage(itemId));
  if (offer === undefined || offer === 'removed') return missing('listing');
  return found('listing', listingPage(offer, { catalogue, ...view }));
}

function pageNumber(url: URL): number {
  const asked = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

function found(kind: PathKind, body: string): Answer {
  return { kind, status: 200, type: 'text/html; charset=utf-8', body };
}

function missing(kind: PathKind): Answer {
  const body = page({
    title: 'Page not found',
    description: 'Nothing here.',
    measuredAs: 'missing',
    main: html`<h1>We looked everywhere</h1><p>This page does not exist, or not any more.</p>`,
  });
  return { kind, status: 404, type: 'text/html; charset=utf-8', body };
}
