import { html } from 'hono/html';
import type { Offer } from '../catalogue.ts';
import { photoNames, postedAt, titleOf, type View } from '../site.ts';
import { board, euros, type Markup, type Shelf, shelves } from './layout.ts';

const ADVERTS_A_PAGE = 32;

/** `/regal/samsung/`, and from there on with `?vor=1460001234`: what is older than that advert. */
export function shelfPage(shelf: Shelf, before: string | undefined, view: View): string {
  const adverts = advertsOn(shelf, view);
  const rest = before === undefined ? adverts : olderThan(adverts, before, view);
  const shown = rest.slice(0, ADVERTS_A_PAGE);
  const last = rest.length > ADVERTS_A_PAGE ? shown.at(-1) : undefined;
  return board({
    title: shelf.name,
    main: html`<DIV CLASS="hd2">${shelf.name} (${adverts.length} Anzeigen)</DIV>
${shown.length === 0 ? html`<DIV CLASS="leer">Hier liegt gerade nichts.</DIV>` : html`<TABLE WIDTH="100%" CELLSPACING="0" BORDER="0">${shown.map((offer) => row(offer, view))}</TABLE>`}
<DIV CLASS="blt">${before === undefined ? '' : html`<A HREF="/regal/${shelf.slug}/">&laquo; neueste Anzeigen</A>`} ${last === undefined ? '' : html`<A CLASS="aelt" HREF="/regal/${shelf.slug}/?vor=${last.itemId}">ältere Anzeigen &raquo;</A>`}</DIV>`,
  });
}

export function frontPage(view: View): string {
  const adverts = view.catalogue.of('kramkiste');
  return board({
    title: 'Willkommen',
    main: html`<DIV CLASS="hd2">Frisch in der Kiste</DIV><TABLE WIDTH="100%" CELLSPACING="0" BORDER="0">${adverts.slice(0, 12).map((offer) => row(offer, view))}</TABLE>`,
  });
}

export function advertPath(offer: Pick<Offer, 'itemId'>): string {
  return `/anzeige/nr${offer.itemId}.htm`;
}

function advertsOn(shelf: Shelf, { catalogue }: View): Offer[] {
  const named = shelves.flatMap((each) => each.makes ?? []) as string[];
  const belongs = (make: string) => (shelf.makes === undefined ? !named.includes(make) : (shelf.makes as readonly string[]).includes(make));
  return catalogue.of('kramkiste').filter((offer) => belongs(offer.phone.make));
}

/** Goes on where the reader was, also when that advert was taken off in the meantime. */
function olderThan(adverts: readonly Offer[], itemId: string, { catalogue }: View): readonly Offer[] {
  const bornAt = catalogue.bornAt('kramkiste', itemId);
  if (bornAt === undefined) return [];
  return adverts.filter((offer) => offer.bornAt < bornAt || (offer.bornAt === bornAt && Number(offer.itemId) < Number(itemId)));
}

function row(offer: Offer, view: View): Markup {
  const [photo] = photoNames(offer);
  return html`<TR CLASS="q7"><TD CLASS="bld" WIDTH="90"><A HREF="${advertPath(offer)}"><IMG SRC="/bild/${photo}.png" WIDTH="78" HEIGHT="104" BORDER="0" ALT="${offer.phone.model}"></A></TD>
<TD><A CLASS="tz" HREF="${advertPath(offer)}">${titleOf(offer)}</A><BR>${teaser(offer)}<BR><SPAN CLASS="oz">${offer.location} | ${germanDay(postedAt(offer, view))}${offer.seller.shop ? ' | gewerblich' : ''}</SPAN></TD>
<TD CLASS="pz">${euros(offer.price, offer.negotiable)}</TD></TR>
`;
}

function teaser(offer: Offer): string {
  const [first = ''] = offer.paragraphs;
  return first.length > 110 ? `${first.slice(0, first.lastIndexOf(' ', 110))} ...` : first;
}

/** `14.08.2026`, in universal time so that it does not depend on where the demo runs. */
export function germanDay(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}
