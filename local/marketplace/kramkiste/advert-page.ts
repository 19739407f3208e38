import { html, raw } from 'hono/html';
import type { Offer } from '../catalogue.ts';
import { inscribed, photoNames, postedAt, relatedTo, storageName, titleOf, type View } from '../site.ts';
import { board, euros, type Markup } from './layout.ts';
import { advertPath, germanDay } from './shelf-page.ts';

/** `/anzeige/nr1460001234.htm` */
export function advertPage(offer: Offer, view: View): string {
  const [data] = inscribed(offer, 'data-attribute');
  return board({
    title: titleOf(offer),
    main: html`<A HREF="/">Kramkiste</A> &gt; Telefone &gt; ${offer.phone.make}
<TABLE WIDTH="100%" CELLSPACING="0" BORDER="0"><TR><TD WIDTH="62%" ${data ? html`DATA-IMEI="${data.value}"` : ''}>
<DIV CLASS="hd2" ID="ueb">${titleOf(offer)}</DIV>
<TABLE CELLSPACING="4" BORDER="0"><TR>${photos(offer)}</TR></TABLE>
<DIV CLASS="txk">${words(offer)}</DIV>
</TD><TD><TABLE WIDTH="100%" CELLSPACING="6" BORDER="0"><TR><TD CLASS="gld">${euros(offer.price, offer.negotiable)}</TD></TR>
<TR><TD>${details(offer, view)}</TD></TR>
<TR><TD><DIV CLASS="anb" TITLE="Anbieter-Nr. ${offer.seller.id}"><B>${offer.seller.shop ? 'Händler' : 'Privat'}:</B> <SPAN CLASS="wer" ID="${offer.seller.id}">${offer.seller.name}</SPAN><BR>dabei seit ${offer.seller.memberSince}<BR>
<A REL="nofollow" HREF="/konto/schreiben?nr=${offer.itemId}">Nachricht schreiben</A> | <A HREF="#" onclick="return kk_merken(${offer.itemId})">merken</A></DIV></TD></TR></TABLE>
</TD></TR></TABLE>
<DIV CLASS="nsw"><B>Liegt daneben in der Kiste:</B><TABLE WIDTH="100%"><TR>${relatedTo(offer, view, 5).map(neighbour)}</TR></TABLE></DIV>`,
  });
}

/** Stands in the place of an advert that ended, however it ended: status 200, and the page says so itself. */
export function gonePage(itemId: string): string {
  return board({
    title: 'Anzeige nicht verfügbar',
    main: html`<DIV CLASS="weg">Diese Anzeige (Nr. ${itemId}) ist nicht mehr verfügbar.</DIV><A HREF="/">Weiter stöbern</A>`,
  });
}

function photos(offer: Offer): Markup[] {
  const [said] = inscribed(offer, 'photo-alt');
  return photoNames(offer).map(
    (name, index) =>
      html`<TD CLASS="bld"><IMG CLASS="fot" SRC="/bild/${name}.png" WIDTH="${index === 0 ? 240 : 90}" onclick="return kk_gross(this)" ALT="${index === 0 && said ? said.value : `Bild ${index + 1}`}"></TD>`,
  );
}

function words(offer: Offer): Markup {
  const lines = [...offer.paragraphs, ...inscribed(offer, 'text').map((each) => each.value)].flatMap((paragraph) => paragraph.split('\n'));
  return html`${lines.map(
    (line) => html`${line}<BR>
`,
  )}${inscribed(offer, 'markup').map((each) => html`${raw(each.value)}<BR>`)}${inscribed(offer, 'hidden').map(
    (each) => html`<SPAN STYLE="display: none">${each.value}</SPAN>`,
  )}${inscribed(offer, 'comment').map((each) => raw(`<!-- ${each.value} -->`))}`;
}

function details(offer: Offer, view: View): Markup {
  const rows: [string, string, string][] = [
    ['mk', 'Marke', offer.phone.make],
    ['md', 'Modell', offer.phone.model],
    ['sp', 'Speicher', storageName(offer.storageGb)],
    ['fb', 'Farbe', offer.colour],
    ['zs', 'Zustand', offer.kind === 'broken' ? 'defekt' : 'gebraucht'],
    ...inscribed(offer, 'details').map((each): [string, string, string] => ['gn', each.label ?? 'Gerätenummer', each.value]),
    ['or', 'Ort', offer.location],
    ['dt', 'Eingestellt', germanDay(postedAt(offer, view))],
    ['nr', 'Anzeigen-Nr.', offer.itemId],
  ];
  return html`<DL CLASS="kv">${rows.map(([name, label, value]) => html`<DT>${label}</DT><DD CLASS="${name}">${value}</DD>`)}</DL>`;
}

function neighbour(offer: Offer): Markup {
  return html`<TD><A HREF="${advertPath(offer)}"><IMG SRC="/bild/${photoNames(offer)[0]}.png" WIDTH="60" BORDER="0" ALT=""><BR>${offer.title}</A><BR>${euros(offer.price, offer.negotiable)}</TD>
`;
}
