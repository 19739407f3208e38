import { html, raw } from 'hono/html';
import { randomFrom } from '../../sample/random.ts';
import { style } from './style.ts';

/** A piece of page that needs no escaping any more. */
export type Markup = ReturnType<typeof html>;

export const shelves = [
  { slug: 'apfel', name: 'Apple-Handys', makes: ['Apple'] },
  { slug: 'samsung', name: 'Samsung-Handys', makes: ['Samsung'] },
  { slug: 'sonstige', name: 'Sonstige Handys', makes: undefined },
  // Nobody sells these; a shelf that is rightly empty.
  { slug: 'autotelefon', name: 'Autotelefone', makes: [] },
] as const;

export type Shelf = (typeof shelves)[number];

const neighbours: readonly { heading: string; shelves: readonly string[] }[] = [
  { heading: 'Haushalt', shelves: ['Bücherkisten', 'Geschirr', 'Gartengeräte', 'Möbel', 'Lampen', 'Teppiche', 'Werkzeug', 'Weckgläser'] },
  { heading: 'Kinder', shelves: ['Kinderwagen', 'Bauklötze', 'Brettspiele', 'Schulranzen', 'Laufräder', 'Puppenhäuser'] },
  {
    heading: 'Steckenpferde',
    shelves: ['Aquarien', 'Angeln', 'Modellbahn', 'Schallplatten', 'Briefmarken', 'Fahrräder', 'Musikinstrumente', 'Zelte'],
  },
  { heading: 'Technik', shelves: ['Fernseher', 'Rechner', 'Spielkonsolen', 'Kameras', 'Radios', 'Waschmaschinen', 'Ladekabel und Kram'] },
];

const towns = [
  'Aachen',
  'Augsburg',
  'Berlin',
  'Bielefeld',
  'Bremen',
  'Cottbus',
  'Dortmund',
  'Dresden',
  'Erfurt',
  'Frankfurt',
  'Görlitz',
  'Hamburg',
  'Hannover',
  'Kassel',
  'Kiel',
  'Köln',
  'Leipzig',
  'Mainz',
  'München',
  'Nürnberg',
  'Potsdam',
  'Rostock',
  'Saarbrücken',
  'Stuttgart',
];

const advice = [
  'Zahle nie im Voraus an jemanden, den du nicht kennst. Am besten: hinfahren, anschauen, mitnehmen.',
  'Beim Handykauf: einschalten, Sperre prüfen, Kaufbeleg zeigen lassen. Wer das nicht will, hat Gründe.',
  'Angebote, die zu schön sind, um wahr zu sein, sind meistens nicht wahr. Melden hilft allen.',
  'Kramkiste verlangt nie deine Bankdaten per Nachricht und verschickt keine Links zu Bezahlseiten.',
];

/** The whole board around its middle. Old HTML on purpose: upper-case tags, tables, nothing that a machine is meant to read. */
export function board({ title, main }: { title: string; main: Markup }): string {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<HTML lang="de">
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<TITLE>${title} - Kramkiste.de: alles raus!</TITLE>
<STYLE TYPE="text/css">${raw(style)}</STYLE>
<SCRIPT TYPE="text/javascript">${raw(counting(title))}</SCRIPT>
</HEAD>
<BODY>
<CENTER><TABLE CLASS="rahm" CELLSPACING="0" CELLPADDING="0" BORDER="0">
<TR><TD COLSPAN="2" CLASS="kopf"><A HREF="/" STYLE="text-decoration:none"><B>Kramkiste</B></A> <I>Stöbern, feilschen, mitnehmen. Seit 2004.</I></TD></TR>
<TR><TD CLASS="lnks"><SPAN CLASS="uebs">Telefone</SPAN>
${shelves.map((shelf) => html`<A HREF="/regal/${shelf.slug}/">${shelf.name}</A><BR>`)}
${neighbours.map(
  ({ heading, shelves: names }) => html`<SPAN CLASS="uebs">${heading}</SPAN>
${names.map((name) => html`<A HREF="/regal/?s=${name}" onmouseover="window.status='Zum Regal ${name}';return true">${name}</A><BR>`)}`,
)}
<SPAN CLASS="uebs">Mein Kram</SPAN>
<A HREF="/konto/anmelden">Anmelden</A><BR><A HREF="/konto/neu">Anzeige aufgeben</A><BR>
</TD><TD CLASS="mtt">
${main}
</TD></TR>
<TR><TD COLSPAN="2"><TABLE CLASS="rat" WIDTH="100%"><TR>${advice.map((text, index) => html`<TD WIDTH="25%"><FONT COLOR="#A86A00"><B>Tipp ${index + 1}</B></FONT><BR>${text}</TD>`)}</TR></TABLE></TD></TR>
<TR><TD COLSPAN="2" CLASS="ort">In deiner Nähe: ${towns.map((town) => html`<A HREF="/ort/?o=${town}" TITLE="Kram in ${town}">${town}</A> `)}</TD></TR>
<TR><TD COLSPAN="2" CLASS="kks">Kramkiste benutzt Kekse (Cookies). <A HREF="#" STYLE="color:#FFE9B5" onclick="this.parentNode.style.display='none';return false">Ist recht</A></TD></TR>
<TR><TD COLSPAN="2" CLASS="fs">Kramkiste ist ein erfundener Marktplatz zur Vorführung; Anbieter, Geräte und Nummern gibt es nicht. | <A HREF="/hilfe/">Hilfe</A> | <A HREF="/regeln/">Spielregeln</A> | <A HREF="/impressum/">Impressum</A></TD></TR>
</TABLE></CENTER>
</BODY>
</HTML>
`.toString();
}

/** The counter of such boards, with its long numbers. */
function counting(title: string): string {
  const random = randomFrom('counting', title);
  return `var kk_zaehler = "${random.digits(13)}", kk_sitzung = ${random.int(1, 9)}${random.digits(14)}, kk_bereich = "${random.int(100, 999)}";
function kk_merken(nr) { document.cookie = "gemerkt=" + nr + "; path=/"; alert("Gemerkt!"); return false; }
function kk_gross(b) { window.open(b.src, "bild" + kk_zaehler, "width=320,height=400"); return false; }`;
}

/** `VB 1.250 €`, `349,99 €` */
export function euros(amount: number, negotiable: boolean): string {
  const figure = amount.toLocaleString('de-DE', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 });
  return negotiable ? `VB ${figure} €` : `${figure} €`;
}
