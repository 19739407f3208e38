import { describe, expect, it } from 'vitest';
import { CLAIM_CONFIDENCE } from '../../../../shared/domain/identifier.ts';
import { namesImei } from '../../../../shared/domain/identifiers/field-names.ts';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';

/** Passes every test a number can be put to: body, length, check digit. */
const number = '355167890712340';

describe('a number that passes every test, in text', () => {
  it.each([
    ['on a line of its own', `Dent on the edge.\n${number}\nNumber 0161 496 0258`],
    ['in a sentence of its own', `Works fine. ${number}. Comes with box and charger.`],
    ['behind the model', `iPhone 13 Pro 128GB blue ${number}`],
    ['behind an invitation to check it', `Check it yourself: ${number}`],
    ['behind a value that has its own number', `Battery 87%\n${number}`],
    ['before a sentence about something else', `${number} With a silicone cover.`],
    ['behind a serial label, which sellers use for it', `Serial: ${number}`],
    ['behind a label in a sentence about the back of the phone', `Drobna rysa z tyłu. IMEI: ${number}`],
    ['under the head of its column', `Model | IMEI | Price\niPhone 13 | ${number} | 300\niPhone 12 | 860191054343286 | 250`],
  ])('is claimed %s', (_, text) => {
    expect(claimed(text)).toContain(number);
  });

  it.each([
    ['behind a word nobody knows', `Zulassung ${number}`],
    ['before one', `${number} Zulassung`],
    ['under one', `Zulassung\n${number}`],
    ['behind one in a clause of its own, though the IMEI is said to be clean', `IMEI clean / Zulassung ${number}`],
    ['second in a list of orders', `orders 860191054343286, ${number}`],
    ['with the name on paper', `Bestellnummer laut Mail: ${number}`],
    ['in a column of orders', `Model | IMEI | Order\niPhone 13 | - | ${number}`],
    ['behind "e.g."', `Dial *#06# and send it, e.g. ${number}`],
    ['behind an Arabic e-mail, which begins like the label', `الايميل ${number}`],
    ['where it ends an address, as listing numbers do', `https://market.example/iphone-clean-imei-${number}`],
    ['with the suffix a platform gives its pictures', `https://cdn.example/img/${number}_n.jpg`],
    ['behind the serial label of a laptop', `laptop serial ${number}`],
  ])('is not claimed %s', (_, text) => {
    expect(claimed(text)).toEqual([]);
  });

  it.each([
    ['"this is not the IMEI", which may be said to hide it', `This is not the IMEI: ${number}`],
    ['"ref" or "code", which may be either', `Ref: ${number}`],
    ['an unknown word, which may be a handset in a language we lack', `Zulassung ${number}`],
  ])('stays a candidate that a person sees behind %s', (_, text) => {
    expect(claimed(text)).toEqual([]);
    expect(findIdentifiersInText(text).map(({ value }) => value)).toEqual([number]);
  });
});

describe('a number beside the IMEI of a listing', () => {
  const other = '860191054343286';

  it.each([
    `IMEI ${number} / order ${other}`,
    `order ${other} (IMEI ${number})`,
    `IMEI ${number} ref ${other}`,
    `IMEI ${number} #${other}`,
    `IMEI: ${number}\nIMSI: ${other}`,
    `${other} order\n${number} imei`,
    `${number} imei\n${other} order`,
    `${number} (IMEI) ${other} (order)`,
    `IMEI ${number} to +353 20 912 6141\n📍 Berlin`,
  ])('is not claimed with it: %s', (text) => {
    expect(claimed(text)).toEqual([number]);
  });

  it('is where it is the other slot', () => {
    expect(claimed(`IMEI ${number} / ${other}`)).toEqual([number, other]);
  });
});

describe('the end of something else', () => {
  it.each([
    'IMEI clean. Paid with card ending 4321',
    'IMEI sauber, Auktion endet 10:44',
    'IMEI check ends 31/12/2024',
    'IMEI ends when… 2023',
    'IMEI clean, ends soon, 4479 views',
    'IMEI ok\niPhone 13 Pro 128 GB',
  ])('is no partial IMEI: %s', (text) => {
    expect(claimed(text)).toEqual([]);
  });

  it.each(['IMEI ends in 4321', 'last four digits of the IMEI are 4321', 'IMEI kończy się na 4321', 'IMEI 下4桁 4321'])(
    'is one: %s',
    (text) => {
      expect(claimed(text)).toEqual(['???????????4321']);
    },
  );
});

describe('a number in a page', () => {
  it('is not claimed under its name on the line before, however the markup is indented', () => {
    expect(claimedInPage(`<div>\n  Artikel-Nr.\n  <span>\n    ${number}\n  </span>\n</div>`)).toEqual([]);
    expect(claimedInPage(`<ul>\n <li>WG-Zimmer frei</li>\n <li>Anzeigen-ID</li>\n <li>${number}</li>\n</ul>`)).toEqual([]);
  });

  it.each([
    `<script>x={"attributes":[{"name":"IMEI","value":"${number}"}]}</script>`,
    `<script>x={"imei":{"value":"${number}"}}</script>`,
    `<script>x={"params":[["imei","${number}"]]}</script>`,
    `<meta itemprop="serialNumber" content="${number}">`,
    `<table><tr><td>IMEI</td><td>Order</td></tr><tr><td>${number}</td><td>12345</td></tr></table>`,
  ])('is claimed where its field says so: %s', (html) => {
    expect(claimedInPage(html)).toEqual([number]);
  });

  it.each([
    `<script>x={"imei":"","orderId":"${number}"}</script>`,
    `<script>x={"title":"clean IMEI","id":${number}}</script>`,
    `<script>x=[{"name":"IMEI","value":""},{"name":"ref","value":"${number}"}]</script>`,
    `<script>track("imei_click","${number}")</script>`,
    `<table><tr><th>IMEI</th><th>Invoice</th></tr><tr><td></td><td>${number}</td></tr></table>`,
    `<dl><dt>IMEI</dt><dd>-</dd><dt>Payment reference</dt><dd>${number}</dd></dl>`,
    `<div data-timeid="${number}">x</div>`,
    `<a href="/imei-check/order/${number}">x</a>`,
  ])('is not where another field holds it: %s', (html) => {
    expect(claimedInPage(html)).toEqual([]);
  });
});

describe('a picture named by a number', () => {
  it('is claimed where it is the only one', () => {
    expect(claimedInPage(`<img src="/u/${number}.jpg"><img src="/u/front.jpg">`)).toEqual([number]);
  });

  it('is not where the platform numbers its pictures alike', () => {
    expect(claimedInPage(`<img src="/u/${number}.jpg"><img src="/u/408621303312271.jpg">`)).toEqual([]);
  });
});

describe('names of fields', () => {
  it.each(['imei', 'data-imei1', 'product[imei]', 'deviceImei', 'row imei', 'IMEI_No', 'device_imei2'])('say IMEI: %s', (name) => {
    expect(namesImei(name)).toBe(true);
  });

  it.each(['timeId', 'data-animeid', 'imei-check', 'imei_order_id', 'imeiStatus', 'remeid'])('do not: %s', (name) => {
    expect(namesImei(name)).toBe(false);
  });
});

function claimed(text: string): (string | undefined)[] {
  return findIdentifiersInText(text).flatMap(({ value, pattern, confidence }) =>
    confidence >= CLAIM_CONFIDENCE ? (value ?? pattern) : [],
  );
}

function claimedInPage(html: string): (string | undefined)[] {
  return findIdentifiersInHtml(html).flatMap(({ value, confidence }) => (confidence >= CLAIM_CONFIDENCE ? value : []));
}
