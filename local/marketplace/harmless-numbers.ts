import type { Phone } from '../sample/phones.ts';
import type { Random } from '../sample/random.ts';
import type { Language } from './advert.ts';

/** Numbers of which adverts are full and that name no phone; a reader that takes one for an IMEI accuses an honest seller. */
export function harmlessNumbers(random: Random, language: Language, phone: Phone): Record<string, string> {
  return {
    phone: phoneNumber(random, language),
    order: `${random.int(202, 408)}-${random.digits(7)}-${random.digits(7)}`,
    ean: withGtinCheckDigit(`${random.pick(['019425', '880609', '084024'])}${random.digits(6)}`.slice(0, 12)),
    iccid: `89${language === 'en' ? '44' : '49'}${random.digits(15)}`,
    // The number every payment tutorial shows. Fifteen digits, and its check digit is right.
    card: '3782 822463 10005',
    reference: `${random.pick(['PF', 'KK', 'AB'])}${random.digits(6)}`,
    parcel: random.pick([`JJD00${random.digits(15)}`, `00340${random.digits(15)}`, `H00${random.digits(13)}`]),
    modelNumber: phone.modelNumbers[0] ?? phone.model,
  };
}

/** From the ranges that regulators keep free for films and books, so that nobody's telephone rings. */
function phoneNumber(random: Random, language: Language): string {
  if (language === 'en')
    return random.pick([`07700 900${random.digits(3)}`, `07700900${random.digits(3)}`, `+44 7700 900 ${random.digits(3)}`]);
  return random.pick([
    `0152 288173${random.pick(['86', '87', '88'])}`,
    `0171 39200${random.digits(2)}`,
    `+49 176 040690${random.digits(2)}`,
  ]);
}

/** GS1 General Specifications, section 7.9: weights 1 and 3 in turn. */
function withGtinCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
