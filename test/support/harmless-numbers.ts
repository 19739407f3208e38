/**
 * Writes listings that hold long numbers and no identifier: the numbers that look most like one, under the names people give them.
 * Independent of the reader: its words are its own.
 */

import { checkDigit } from '../../shared/domain/imei.ts';
import { makeImei } from './adverts.ts';
import type { Chance } from './chance.ts';

/** Names for numbers that are no device's, as sellers write them. */
const names: Record<string, string[]> = {
  en: [
    'Order no',
    'order number',
    'Order ID:',
    'Invoice',
    'invoice no.',
    'Receipt number',
    'Tracking',
    'tracking number:',
    'Parcel ref',
    'Consignment',
    'Policy number',
    'Claim no',
    'Contract',
    'Customer number',
    'Account no.',
    'Ad id',
    'advert number',
    'Listing ID',
    'item number',
    'EAN',
    'GTIN',
    'barcode',
    'Booking reference',
    'Transaction id',
    'PayPal transaction',
    'Membership no',
    'warranty number',
    'insurance policy',
    'VAT no',
    'Paid with card',
    'Ticket no',
    'PO number',
    'Waybill',
    'Royal Mail tracking',
  ],
  de: [
    'Bestellnummer',
    'Bestellung Nr.',
    'Auftragsnr.',
    'Rechnungsnummer:',
    'Rechnung',
    'Sendungsnummer',
    'Paketnummer',
    'Kundennummer:',
    'Vertragsnummer',
    'Artikelnummer',
    'Anzeigen-ID',
    'Anzeigennummer',
    'Vorgangsnummer',
    'Kontonummer',
    'Versicherungsnr.',
    'Lieferschein',
    'Mitgliedsnummer',
    'Belegnr.',
  ],
  fr: [
    'Commande',
    'numéro de commande',
    'N° de commande :',
    'facture n°',
    'Numéro de suivi',
    'suivi colis',
    'numéro client',
    'Annonce n°',
    'contrat n°',
    'réf. annonce',
    'référence commande',
    'numéro de dossier',
    'police',
    'carte',
  ],
  es: [
    'Pedido',
    'número de pedido',
    'Nº de pedido:',
    'factura',
    'número de seguimiento',
    'Seguimiento',
    'guía',
    'cuenta',
    'número de cliente',
    'anuncio',
    'póliza',
    'tarjeta',
    'contrato nº',
  ],
  it: [
    'Ordine',
    'numero ordine',
    'ordine n.',
    'fattura',
    'codice spedizione',
    'tracking',
    'numero cliente',
    'annuncio',
    'polizza',
    'numero pratica',
    'scontrino',
  ],
  pt: ['Encomenda', 'número da encomenda', 'pedido nº', 'fatura', 'código de rastreio', 'cliente', 'anúncio', 'apólice', 'nota fiscal'],
  pl: [
    'Zamówienie',
    'numer zamówienia',
    'nr zamówienia:',
    'faktura nr',
    'numer przesyłki',
    'paczka',
    'numer klienta',
    'ogłoszenie nr',
    'polisa',
    'nr konta',
    'paragon nr',
  ],
  ro: ['Comanda', 'număr comandă', 'nr. comandă:', 'factura', 'AWB', 'colet', 'client', 'anunț', 'contract', 'cod client'],
  nl: ['Bestelnummer', 'ordernummer:', 'factuurnummer', 'track & trace', 'klantnummer', 'advertentie', 'polisnummer'],
  sv: ['Ordernummer', 'fakturanr', 'kundnummer', 'spårningsnummer', 'annons', 'kvitto'],
  tr: ['Sipariş no', 'fatura no:', 'kargo takip', 'müşteri no', 'ilan no'],
  ru: ['Заказ', 'номер заказа', 'заказ №', 'трек-номер', 'накладная', 'чек', 'счёт', 'объявление №', 'договор', 'карта'],
  ar: ['رقم الطلب', 'طلب', 'رقم الفاتورة', 'رقم الشحنة', 'تتبع', 'رقم العميل', 'رقم الاعلان', 'حساب'],
  ur: ['آرڈر نمبر', 'رسید', 'اکاؤنٹ نمبر', 'ٹریکنگ'],
  hi: ['ऑर्डर नंबर', 'ऑर्डर', 'बिल नंबर', 'ट्रैकिंग', 'खाता संख्या', 'विज्ञापन', 'पार्सल नंबर'],
  zh: ['订单号', '订单', '快递单号', '物流', '发票号', '客户编号', '卡号', '商品编号'],
};

/** All of them, whatever the language. */
export const foreignNames = Object.values(names).flat();

const sentences = [
  'Selling my phone, 128GB, black.',
  'Akku 91 %, kaum benutzt',
  'Très bon état',
  'stan bardzo dobry, 64 GB',
  'Screen is fine, £240 ono',
  '电池90%',
  'iPhone 13 Pro Max 256 GB',
  'Galaxy S21 Ultra 5G',
  'Clean IMEI, unlocked',
  'IMEI clean, not blacklisted',
  'No IMEI shown for privacy',
];

type Writer = (chance: Chance) => string;

const page = (body: string) => `<!doctype html><html><head><title>Phone</title></head><body>${body}</body></html>`;
const named = (chance: Chance, number: string) =>
  `${chance.one(names[chance.one(Object.keys(names))] ?? [])}${chance.one([' ', ': ', ' ', '\t'])}${number}`;

function card(chance: Chance, prefix: string, length: number): string {
  const body = prefix + chance.digits(length - 1 - prefix.length);
  for (let digit = 0; digit < 10; digit++) {
    let sum = 0;
    [...(body + digit)].reverse().forEach((character, i) => {
      const value = Number(character) * (i % 2 === 1 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    });
    if (sum % 10 === 0) return body + digit;
  }
  return body;
}

function ladder(chance: Chance): string {
  let price = chance.between(300, 380);
  const prices = Array.from({ length: 5 }, () => (price += chance.between(1, 40)));
  return prices.join(chance.one(['/', ' / ', ', ', ' - ', ' ', '-']));
}

const phone = (chance: Chance) =>
  chance.one([
    `07700 900${chance.digits(3)}`,
    `+44 7700 900 ${chance.digits(3)}`,
    `0044 7700 900 ${chance.digits(3)}`,
    `0176 0406 9${chance.digits(3)}`,
    `+353 20 91${chance.digits(1)} ${chance.digits(4)}`,
    `00353 20 91${chance.digits(1)} ${chance.digits(4)}`,
    `0033 6 39 98 ${chance.digits(2)} ${chance.digits(2)}`,
    `500 ${chance.digits(3)} ${chance.digits(3)}`,
    `0161 496 0${chance.digits(3)}`,
    `050 ${chance.digits(3)} ${chance.digits(4)}`,
    `+91 99999 ${chance.digits(5)}`,
  ]);

/** Every kind of harmless number, by name; each writes a text, or a page when it begins with `<!doctype`. */
export const harmlessNumbers: Record<string, Writer> = {
  'named otherwise, passes every test': (chance) => named(chance, makeImei(chance)),
  'named otherwise, with separators': (chance) =>
    named(chance, makeImei(chance).replace(/^(..)(.{6})(.{6})/, chance.one(['$1-$2-$3-', '$1 $2 $3 ']))),
  'named behind': (chance) =>
    `${makeImei(chance)} (${chance.one(['order number', 'tracking', 'Bestellnummer', 'numéro de commande', 'nr zamówienia', 'my order id', 'invoice', 'card'])})`,
  'named otherwise, without check digit': (chance) => named(chance, makeImei(chance).slice(0, 14)),
  'unknown name': (chance) =>
    `${chance.one(['Locker number', 'Gym id', 'Zulassungsnummer', 'numéro adhérent', 'numer seansu', 'Depot nr', 'Fahrkartennummer', 'Library card no', 'licence number'])} ${makeImei(chance)}`,
  'American Express': (chance) =>
    chance.one([card(chance, '37', 15), card(chance, '34', 15).replace(/^(.{4})(.{6})/, '$1 $2 '), `Amex ${card(chance, '37', 15)}`]),
  'payment card': (chance) =>
    chance.one([
      card(chance, '4', 16),
      card(chance, '52', 16).replace(/(.{4})(?=.)/g, '$1 '),
      card(chance, '35', 16),
      `card ${card(chance, '51', 16)}`,
    ]),
  ICCID: (chance) =>
    chance.one([
      `ICCID 8944${chance.digits(15)}`,
      `SIM 8944 ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(3)}`,
      `sim card no 8935${chance.digits(16)}`,
    ]),
  EID: (chance) => chance.one([`EID 8904${chance.digits(28)}`, `EID 3500 ${Array.from({ length: 7 }, () => chance.digits(4)).join(' ')}`]),
  'product code': (chance) =>
    chance.one([
      `EAN 0${chance.digits(12)}`,
      `GTIN ${chance.digits(14)}`,
      `barcode 5 0${chance.digits(5)} ${chance.digits(6)}`,
      `UPC ${chance.digits(12)}`,
      chance.digits(13),
      `35${chance.digits(11)}`,
    ]),
  tracking: (chance) =>
    chance.one([
      `Tracking 1Z${chance.digits(16)}`,
      `DPD 1550${chance.digits(10)}`,
      `RM${chance.digits(9)}GB`,
      `Evri ${chance.digits(16)}`,
      `USPS 9400 ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(2)}`,
    ]),
  'two telephones': (chance) => `Call ${phone(chance)} ${chance.one(['or', '/', 'and', '-', ',', '\n'])} ${phone(chance)}`,
  'IMEI on request': (chance) =>
    `${chance.one(['IMEI on request', 'IMEI available, call', 'Ask for IMEI:', 'IMEI per Telefon', 'IMEI sur demande', 'IMEI na telefon', 'text me for the IMEI', 'I will send the imei, whatsapp', 'IMEI bajo petición', 'IMEI по телефону', 'IMEI पूछें', 'IMEI私信', 'Happy to give IMEI by phone'])} ${phone(chance)}`,
  'IMEI said to be clean': (chance) =>
    `${chance.one(['IMEI clean', 'clean imei no blacklist', 'IMEI verified', 'good IMEI'])}${chance.one(['. ', ', ', ' - '])}${named(chance, makeImei(chance))}`,
  'price list': (chance) =>
    chance.one([
      `Prices ${ladder(chance)}`,
      ladder(chance),
      `£${ladder(chance).split(/\D+/).join(' £')}`,
      `sizes 35 36 37 38 39 40 41 42`,
      `IMEI clean. Offers ${ladder(chance)}`,
    ]),
  timestamps: (chance) =>
    chance.one([
      `17${chance.digits(11)}`,
      `2025${chance.one(['01', '11'])}1${chance.digits(1)}1${chance.digits(1)}3${chance.digits(1)}5${chance.digits(1)}`,
      `2024-11-05 18:22:31 2024-11-06`,
      `IMG_20240512_165810${chance.digits(3)}.jpg`,
      `updated 1731${chance.digits(12)}`,
    ]),
  coordinates: (chance) =>
    chance.one([
      `35.${chance.digits(5)}, 139.${chance.digits(5)}`,
      `at 35.${chance.digits(4)},-13.${chance.digits(7)}`,
      `https://maps.example/?q=35.${chance.digits(5)},139.${chance.digits(5)}`,
      `35.${chance.digits(5)} 139.${chance.digits(5)}`,
    ]),
  bank: (chance) =>
    chance.one([
      `sort code 35-12-${chance.digits(2)} account ${chance.digits(8)}`,
      `IBAN GB29NWBK${chance.digits(14)}`,
      `IBAN PL35 ${Array.from({ length: 6 }, () => chance.digits(4)).join(' ')}`,
      `BSB 353-${chance.digits(3)} acc ${chance.digits(9)}`,
      `Konto 35 ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)} ${chance.digits(4)}`,
    ]),
  'address of another listing': (chance) =>
    `see https://market.example/${chance.one(['item', 'p', 'ad', 'listing'])}/${chance.one([makeImei(chance), `phone-${makeImei(chance)}`])}${chance.one(['', '/', '.html', '?x=1'])}`,
  placeholders: (chance) =>
    `IMEI ${chance.one(['000000000000000', '111111111111119', '123456789012345', '012345678901237', '123456789012347', '490154203237518', '356938035643809', 'xxxxxxxxxxxxxxx', '***************', '35xxxxxxxxxxxxx (example)', 'XXXXXXXXXXXXXXX', '?????', 'n/a', 'TBC', '999999999999999', '004999010640000', '351111111111111'])}`,
  'prose with numbers': (chance) =>
    `${chance.one(['iPhone 13 Pro 256GB', 'Galaxy A54 5G 128 GB', 'Pixel 7a'])}, ${chance.between(80, 99)}% battery, £${chance.between(100, 900)}, bought ${chance.between(2019, 2025)}, ${chance.between(1, 12)} months warranty, IMEI checked, 2 cases, 6.1 inch`,
  'ids in a page': (chance) =>
    page(
      `<p>Phone, 128GB</p><div data-id="${makeImei(chance)}" id="x${makeImei(chance)}" data-user="${makeImei(chance)}"></div><a href="/item/${makeImei(chance)}">x</a><img src="/t/${chance.digits(3)}_${makeImei(chance)}_${chance.digits(17)}_n.jpg"><script>window.a={userId:"${makeImei(chance)}",ids:[${makeImei(chance)},${makeImei(chance)}]};fbq('init','${makeImei(chance)}');var imeiChecked=true,t=${makeImei(chance)}</script><input type="hidden" name="csrf" value="${makeImei(chance)}"><meta property="fb:app_id" content="${makeImei(chance)}"><!-- ${makeImei(chance)} -->`,
    ),
  'table of other fields': (chance) =>
    page(
      `<table><tr><th>Order number</th><td>${makeImei(chance)}</td></tr><tr><th>Colour</th><td>Black</td></tr><tr><th>EAN</th><td>0${chance.digits(12)}</td></tr></table>`,
    ),
  hexadecimal: (chance) =>
    chance.one([
      `3c:22:fb:${chance.digits(2)}:9a:0f`,
      `uuid 35693803-5643-4a09-8abc-${chance.digits(12)}`,
      `hash 35${chance.digits(10)}abcdef${chance.digits(10)}`,
      `Order A1${chance.digits(12)}`,
    ]),
  'fourteen or sixteen digits': (chance) => chance.one([`35${chance.digits(12)}`, `35${chance.digits(14)}`, `86${chance.digits(12)}`]),
  'check digit wrong': (chance) => {
    const first14 = makeImei(chance).slice(0, 14);
    return `${first14}${(Number(checkDigit(first14)) + chance.between(1, 9)) % 10}`;
  },
};

/** A harmless number in a listing's usual company. */
export function harmlessListing(kind: string, chance: Chance): string {
  const written = harmlessNumbers[kind]?.(chance) ?? '';
  if (written.startsWith('<!doctype')) return written;
  const lines = Array.from({ length: chance.below(3) }, () => chance.one(sentences));
  return [...lines, written, ...Array.from({ length: chance.below(3) }, () => chance.one(sentences))].join(chance.one(['\n', '\n', '. ']));
}
