import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../shared/sources/read-page.ts';

const url = 'https://market.example/x/7128708803.html';

function listing(head: string, body: string) {
  return readPage({ url, text: `<html lang="en"><head>${head}</head><body>${body}</body></html>` });
}

describe('a listing page without structured data', () => {
  it('is read by a heading that the head repeats, with the price and place behind it', () => {
    const reading = listing(
      '<title>300ZX Twin Turbo 1992</title>',
      '<h2>300ZX Twin Turbo 1992 - $5800 (N.Miami/ Hialeah)</h2><hr>Runs well.<br>Call Joe.',
    );
    expect(reading).toMatchObject({
      kind: 'listing',
      title: '300ZX Twin Turbo 1992',
      price: { amount: 5800, currency: 'USD' },
      location: 'N.Miami/ Hialeah',
      description: 'Runs well.\nCall Joe.',
    });
  });

  it.each([
    ['1950 chrysler - $3000 (wooddale)', '1950 chrysler - cars & trucks - by owner', '1950 chrysler'],
    ['iPhone 13 - 128GB', 'iPhone 13 - 128GB | Larder Lane', 'iPhone 13 - 128GB'],
    ['iPhone 13, 128GB', 'iPhone 13', 'iPhone 13, 128GB'],
    ['iPhone 13 (Leeds)', 'iPhone 13', 'iPhone 13'],
    ['iPhone', 'iPhone 13 128GB | Larder Lane', 'iPhone 13 128GB'],
  ])('headed %j under the title %j is titled %j', (heading, title, expected) => {
    const reading = listing(
      `<title>x</title><meta property="og:title" content="${title}">`,
      `<h1>${heading}</h1><b class="price">$9</b><p id="postingbody">A text of more than forty letters, as adverts have.</p>`,
    );
    expect(reading).toMatchObject({ kind: 'listing', title: expected });
  });

  it('whose only heading is the name of the site takes its title from the text', () => {
    const reading = listing(
      '<title>Computers, price 500 €. Selling my PC - Ludus Adverts</title>',
      '<h1>LUDUS ADVERTS</h1><div id="msg_div_msg">Selling my PC. It runs well and is clean.</div><td class="ads_price">500 €</td>',
    );
    expect(reading).toMatchObject({ kind: 'listing', title: 'Selling my PC. It runs well and is clean.', price: { amount: 500 } });
  });

  it('and without a price is one only where an element is named as the text of an advert', () => {
    const body = (name: string) =>
      `<h1>Lost phone</h1><div class="${name}">${'Lost near the station on Sunday, black, with a red cover. '.repeat(5)}</div>`;
    expect(listing('<title>Lost phone</title>', body('postingbody'))).toMatchObject({ kind: 'listing', title: 'Lost phone' });
    expect(listing('<title>Lost phone</title>', body('description')).kind).toBe('unknown');
  });

  it('has the whole text of the advert, of which the metadata are a cut copy', () => {
    const text = 'Great condition, never repaired, with box and charger. IMEI 356938035643809 on the box.';
    const reading = listing(
      `<title>Pixel 8</title><meta property="og:description" content="${text.slice(0, 40)}">`,
      `<h1>Pixel 8</h1><b class="price">£90</b><section id="postingbody">QR Code Link to This Post<br>${text}</section>`,
    );
    expect(reading).toMatchObject({ kind: 'listing', description: `QR Code Link to This Post\n${text}`, how: { description: 'page' } });
  });

  it('names the seller, not the label beside him', () => {
    const reading = listing(
      '<title>Desk</title>',
      '<h1>Desk</h1><b class="price">£80</b><div class="seller-box"><h3>Seller information</h3><p>Ann B.</p><a>Contact</a></div>',
    );
    expect(reading.seller).toEqual({ name: 'Ann B.' });
  });
});
