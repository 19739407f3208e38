/**
 * Writes numbers that pass every test of an IMEI and are none, as the words around them say: names nobody has in a list, lists under one
 * name, sentences about parcels, columns, keys of code. Words that must stay unknown are made up from syllables.
 */

import { makeImei } from './adverts.ts';
import type { Chance } from './chance.ts';

/** Syllables by script; the words they make are in no dictionary. */
const syllables = [
  ['zor', 'plin', 'vex', 'tam', 'gru', 'sket', 'bol', 'fyn'],
  ['жор', 'плын', 'вук', 'тарф', 'бзи', 'гоп'],
  ['ζορ', 'πλιφ', 'ξαν', 'θεβ', 'ψολ'],
  ['ظغز', 'قفط', 'ثضر', 'خشص'],
  ['झोर', 'प्लि', 'घठक', 'षूढ'],
  ['ฌฎพ', 'ฑฆธ', 'ฬศฉ'],
  ['鱻麤', '龘靐', '齉爩'],
  ['뷁쀍', '쟯쥀', '퀡훕'],
];

function unknownWord(chance: Chance): string {
  const script = chance.one(syllables);
  return chance.one(script) + chance.one(script) + (chance.yes(0.5) ? chance.one(script) : '');
}

const numbered = ['', '', ' no', ' number', ' nr', ' nummer', ' id', ' №'];
const proofs = ['clean', 'ok', 'checked', 'not blocked', 'verified', 'sauber', 'limpio', 'czysty', 'чистый', 'سليم', 'temiz'];

type Writer = (chance: Chance) => string;

const page = (body: string) => `<!doctype html><html><head><title>Phone, clean IMEI</title></head><body><p>Phone</p>${body}</body></html>`;

/** Every kind by name; each writes a text, or a page when it begins with `<!doctype`. */
export const harmlessWording: Record<string, Writer> = {
  'a name nobody knows': (chance) => {
    const name = unknownWord(chance) + chance.one(numbered);
    return chance.one([
      `${name} ${makeImei(chance)}`,
      `${name}: ${makeImei(chance)}`,
      `${name}\n${makeImei(chance)}`,
      `${name} #${makeImei(chance)}`,
      `${makeImei(chance)} (${name})`,
      `${makeImei(chance)} - ${name}`,
      `${makeImei(chance)} ${name}`,
      `my ${name} is ${makeImei(chance)}`,
    ]);
  },
  'a name nobody knows, behind a clean IMEI': (chance) => {
    const said = `IMEI ${chance.one(proofs)}`;
    const other = `${unknownWord(chance)}${chance.one([' ', ': ', ' no '])}${makeImei(chance)}`;
    return chance.one([`${said}, ${other}`, `${said} / ${other}`, `${said}. ${other}`, `${said} | ${other}`, `${said}\n${other}`]);
  },
  'a name nobody knows, before a clean IMEI': (chance) =>
    `${unknownWord(chance)} ${makeImei(chance)}${chance.one([', ', ' / ', ' ', '. '])}IMEI ${chance.one(proofs)}`,
  'named otherwise by mail or on paper': (chance) =>
    `${chance.one(['Bestellnummer laut Mail', 'order number on the email', 'numero ordine nella mail', 'commande dans le mail', 'номер заказа из письма'])}: ${makeImei(chance)}`,
  'the next of a list': (chance) => {
    const name = chance.one(['Orders', 'tracking nos', 'Bestellungen', 'receipts', 'faktury', 'заказы', unknownWord(chance)]);
    const numbers = Array.from({ length: chance.between(2, 4) }, () => makeImei(chance));
    return `${name}: ${numbers.join(chance.one([', ', ' / ', ' and ', '; ', ' & ']))}`;
  },
  'a sentence about it': (chance) =>
    chance.one([
      `Your parcel ${makeImei(chance)} was delivered`,
      `Ihre Sendung ${makeImei(chance)} wurde zugestellt`,
      `Votre colis ${makeImei(chance)} a été livré`,
      `Twoja paczka ${makeImei(chance)} czeka`,
      `Заказ ${makeImei(chance)} доставлен`,
      `${makeImei(chance)} is the order number`,
      `${makeImei(chance)} ist die Sendungsnummer`,
    ]),
  'e-mail in words that begin like the label': (chance) =>
    `${chance.one(['الايميل', 'ايميل', 'ایمیل', 'имейл', 'имейте в виду'])}${chance.one([' ', ': '])}${makeImei(chance)}`,
  'another key in code': (chance) => {
    const key = chance.one(['orderId', 'cid', 'ts', 'hash', 'ref', 'external_id', 'value_id', unknownWord(chance)]);
    const number = makeImei(chance);
    return page(
      `<script>${chance.one([
        `x={"imei":"","${key}":"${number}"}`,
        `x={"${key}":"${number}","imei":null}`,
        `x={"${key}":${number},"title":"clean IMEI"}`,
        `x={"title":"clean IMEI","${key}":${number}}`,
        `x={imei:false,${key}:'${number}'}`,
        `x={"imei":{"status":"clean","${key}":"${number}"}}`,
        `x={"imeiStatus":"clean","${key}":"${number}"}`,
        `x=[{"name":"IMEI","value":""},{"name":"${key}","value":"${number}"}]`,
        `x={"imei":[],"${key}":["${number}","${makeImei(chance)}"]}`,
      ])}</script>`,
    );
  },
  'another column': (chance) =>
    page(
      chance.one([
        `<table><tr><th>IMEI</th><th>Order</th></tr><tr><td>ok</td><td>${makeImei(chance)}</td></tr></table>`,
        `<table><tr><th>IMEI</th><th>Order</th></tr><tr><td></td><td>${makeImei(chance)}</td></tr></table>`,
        `<table><tr><th>Invoice</th><th>IMEI</th></tr><tr><td>${makeImei(chance)}</td><td>clean</td></tr></table>`,
        `<table><tr><th>Model</th><th>IMEI</th><th>Order</th></tr><tr><td>iPhone 13</td><td>-</td><td>${makeImei(chance)}</td></tr></table>`,
        `<table><tr><th>Model</th><th>IMEI</th><th>${unknownWord(chance)}</th></tr><tr><td>iPhone 13</td><td>-</td><td>${makeImei(chance)}</td></tr></table>`,
        `<dl><dt>IMEI</dt><dd>-</dd><dt>${unknownWord(chance)}</dt><dd>${makeImei(chance)}</dd></dl>`,
        `<pre>Ref | Order | IMEI\n${chance.digits(5)} | ${makeImei(chance)} | clean</pre>`,
      ]),
    ),
  'another attribute': (chance) =>
    page(
      chance.one([
        `<div data-timeid="${makeImei(chance)}" data-animeid="${makeImei(chance)}">x</div>`,
        `<input name="imei_order_id" value="${makeImei(chance)}">`,
        `<input name="imei-check-session" value="${makeImei(chance)}">`,
        `<form><input name="imei" placeholder="e.g. ${makeImei(chance)}"><input name="csrf" value="${makeImei(chance)}"></form>`,
        `<img src="/ads/${makeImei(chance)}_0051_w.jpg" srcset="/i/${makeImei(chance)}-640w.jpg 640w" alt="clean IMEI">`,
        `<div class="imei-check">order ${makeImei(chance)}</div>`,
      ]),
    ),
  'an example of an IMEI': (chance) =>
    `${chance.one(['Example IMEI', 'Beispiel für eine IMEI:', "Exemple d'IMEI :", 'Ejemplo de IMEI:', 'Przykładowy IMEI', 'Esempio di IMEI:', 'Пример IMEI:', 'مثال IMEI:', 'IMEI示例：', 'Dial *#06#, e.g.', 'IMEI hat 15 Ziffern, z. B.', 'IMEI, 15 chiffres, ex.', 'IMEI, 15 cifr, np.', 'An IMEI looks like', 'Eine IMEI sieht so aus:'])} ${makeImei(chance)}`,
  'said not to be the IMEI': (chance) =>
    chance.one([
      `This is not the IMEI: ${makeImei(chance)}`,
      `${makeImei(chance)} is not the IMEI`,
      `${makeImei(chance)} (keine IMEI)`,
      `Das ist nicht die IMEI: ${makeImei(chance)}`,
      `Ce n'est pas l'IMEI : ${makeImei(chance)}`,
      `Este no es el IMEI: ${makeImei(chance)}`,
      `To nie jest IMEI: ${makeImei(chance)}`,
      `Bu IMEI değil: ${makeImei(chance)}`,
      `Это не IMEI: ${makeImei(chance)}`,
      `هذا ليس IMEI: ${makeImei(chance)}`,
      `यह IMEI नहीं है: ${makeImei(chance)}`,
      `这不是IMEI:${makeImei(chance)}`,
      `IMEI 아님: ${makeImei(chance)}`,
    ]),
  'a word that holds or resembles the label': (chance) =>
    `${chance.one(['IMEI-Tool.exe', 'Mount Emei tea', 'IMEI changer tool key', 'IMEI-Unlocker Lizenz', 'CheckMEND certificate number', 'IMEI check ref'])} ${makeImei(chance)}`,
  'the end or the time of something else': (chance) => {
    const four = chance.digits(4);
    const said = `IMEI ${chance.one(proofs)}`;
    return chance.one([
      `${said}. Paid with card ending ${four}`,
      `${said}. Karte endet auf ${four}`,
      `${said}. Kartın son 4 hanesi ${four}`,
      `${said}, auction ends ${chance.between(10, 23)}:${chance.between(10, 59)}`,
      `${said}, ${unknownWord(chance)} endet ${four}`,
      `${said}, ends soon, ${four} views`,
      `IMEI check ends 31/12/20${chance.between(24, 29)}`,
      `IMEI ends when… 20${chance.between(24, 29)}`,
      `${said}, last price 1${four}`,
      `IMEI: letzte 2 Bilder, ${four} Aufrufe`,
      'IMEI must start with 35 or 86, 15 digits',
      `IMEI ${chance.one(proofs)}\niPhone 13 Pro 128 GB, works`,
      `ESN clean, code A0${four}B2C4D5E6`,
      `MEID clean. Wi-Fi 99:12:3A:${chance.digits(2)}:5E:6F:${chance.digits(2)}`,
    ]);
  },
  'a list of attributes, on lines or on one': (chance) =>
    chance
      .one([
        ['Brand: Apple', `Stock: ${makeImei(chance)}`, 'Colour: blue'],
        ['IMEI: yes', 'Box: yes', `Till: ${makeImei(chance)}`],
        ['Marke: Samsung', `${unknownWord(chance)}: ${makeImei(chance)}`, 'Farbe: schwarz'],
        ['IMEI: ok', `${unknownWord(chance)}: ${makeImei(chance)}`],
        ['Battery 87%', `Battery serial ${makeImei(chance)}`],
        ['Clean IMEI.', `${unknownWord(chance)} ${makeImei(chance)}`],
        ['Clean IMEI, unlocked', `${chance.one(['52', '35'])}${chance.digits(14)}`],
        ['Clean IMEI', `${makeImei(chance)} (order number)`],
      ])
      .join(chance.one(['\n', '\n', ' '])),
  'beside a row that only speaks of an IMEI': (chance) =>
    page(
      `<table><tr><td>Phone is unlocked, IMEI not blocked</td></tr><tr><td></td></tr><tr><td>${unknownWord(chance)} ${makeImei(chance)}</td></tr></table>`,
    ),
  'another part of an address': (chance) =>
    `${chance.one(['https://imei.example/?ref=', 'https://shop.example/imei-check/order/', 'https://shop.example/imei/help?session=', 'https://market.example/phone-clean-imei-'])}${makeImei(chance)}`,
};

/** A number of the kind in a listing's usual company. */
export function harmlesslyWorded(kind: string, chance: Chance): string {
  const written = harmlessWording[kind]?.(chance) ?? '';
  if (written.startsWith('<!doctype')) return written;
  const lines = ['iPhone 13, 128GB.', 'Akku 91 %.', 'Très bon état.', 'Clean phone, unlocked.', '电池90%。'];
  return [chance.one(lines), written, chance.one(lines)].join(chance.one(['\n', '\n\n', ' ']));
}
