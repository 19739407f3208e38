import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPriceTag, parsePrice } from '../../../shared/sources/price.ts';

describe('parsePrice', () => {
  it.each([
    ['1.299,00 €', 'EUR', 'de', 1299, 'EUR'],
    ['VB 1.250 €', 'EUR', 'de', 1250, 'EUR'],
    ['250 € VB', 'EUR', 'de', 250, 'EUR'],
    ['€ 673,59', 'EUR', 'de', 673.59, 'EUR'],
    ['1’299.– CHF', 'CHF', 'de', 1299, 'CHF'],
    ['£1,299', 'GBP', 'en', 1299, 'GBP'],
    ['£ 12.50', 'GBP', 'en', 12.5, 'GBP'],
    ['1 299 zł', 'PLN', 'pl', 1299, 'PLN'],
    ['1\u00a0299,50\u00a0zł', 'PLN', 'pl', 1299.5, 'PLN'],
    ['US $50.94', 'GBP', 'en', 50.94, 'USD'],
    ['USD50.94', 'USD', 'es', 50.94, 'USD'],
    ['US $67.00/ea', 'USD', 'en', 67, 'USD'],
    ['$1,050', 'AUD', 'en', 1050, 'AUD'],
    ['$1,050', 'GBP', 'en', 1050, 'USD'],
    ['S$169', 'SGD', 'en', 169, 'SGD'],
    ['R$ 2.499', 'BRL', 'pt', 2499, 'BRL'],
    ['Rs 85,000', 'PKR', 'en', 85000, 'PKR'],
    ['Rs 85,000', 'GBP', 'en', 85000, 'INR'],
    ['₹ 45,00,000', 'INR', 'en', 4500000, 'INR'],
    ['¥1,300', 'JPY', 'ja', 1300, 'JPY'],
    ['１，３００円', 'JPY', 'ja', 1300, 'JPY'],
    ['1 290 kr', 'SEK', 'sv', 1290, 'SEK'],
    ['12,5', 'EUR', 'de', 12.5, 'EUR'],
    ['365', 'EUR', 'lv', 365, 'EUR'],
    ['0 €', 'EUR', 'de', 0, 'EUR'],
    ['1.299.000 Ft', 'HUF', 'hu', 1299000, 'HUF'],
  ])('reads %s on a %s page in %s', (text, currency, language, amount, expected) => {
    expect(parsePrice(text, { currency, language })).toEqual({ amount, currency: expected });
  });

  it.each(['VB', 'Free', 'Zu verschenken', 'Preis auf Anfrage', 'iPhone 13 128GB', 'call 0161 496 0000 for a price', ''])(
    'reads no price in "%s"',
    (text) => {
      expect(parsePrice(text, { currency: 'GBP', language: 'en' })).toBeUndefined();
    },
  );

  it('takes the lowest of a range and of a price that was lowered', () => {
    expect(parsePrice('£200 - £250', { currency: 'GBP' })?.amount).toBe(200);
    expect(parsePrice('was £400 now £350', { currency: 'GBP' })?.amount).toBe(350);
  });

  it('takes the amount beside the sign out of a heading with other numbers', () => {
    expect(parsePrice("1999 Mustang '08 swap - $8500 (Homestead)", { currency: 'USD' })).toEqual({ amount: 8500, currency: 'USD' });
  });

  it('leaves the currency out when neither page nor Source say one', () => {
    expect(parsePrice('350')).toEqual({ amount: 350 });
  });

  it('reads back any amount written the English or the German way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const amount = cents / 100;
        const english = amount.toLocaleString('en-GB', { minimumFractionDigits: 2 });
        const german = amount.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(parsePrice(`£${english}`, { language: 'en' })?.amount).toBe(amount);
        expect(parsePrice(`${german} €`, { language: 'de' })?.amount).toBe(amount);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => parsePrice(text) !== null),
      { numRuns: 200 },
    );
  });
});

describe('isPriceTag', () => {
  it('tells a price tag from a title with a price in it', () => {
    expect(isPriceTag('£299 ono')).toBe(true);
    expect(isPriceTag('1.250 € VB')).toBe(true);
    expect(isPriceTag('iPhone 13 - £299')).toBe(false);
    expect(isPriceTag('VB')).toBe(false);
  });
});
