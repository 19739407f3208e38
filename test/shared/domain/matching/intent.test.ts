import { expect, it } from 'vitest';
import { readIntent } from '../../../../shared/domain/matching/intent.ts';

it.each([
  ['Stolen iPhone 13, reward', 'Snatched in Camden on Friday.', 'appeal'],
  ['Have you seen my Galaxy A12?', 'Taken in Palmers Green.', 'appeal'],
  ['iPhone 14 Pro', 'This phone was stolen from me. Please do not buy it.', 'appeal'],
  ['Lost my iPhone 12', 'Please call if found.', 'appeal'],
  ['Handy', 'Mir wurde mein iPhone gestohlen. Belohnung!', 'appeal'],
  ['Wanted: iPhone 13', 'Cash paid.', 'wanted'],
  ['Buying ip14, message me', '', 'wanted'],
  ['Looking for a Pixel 7', '', 'wanted'],
  ['Suche iPhone 13', '', 'wanted'],
  ['Case for iPhone 13', '', 'accessory'],
  ['Charger suits Samsung A53', '', 'accessory'],
  ['iPhone 12 empty box', '', 'accessory'],
  ['nur ovp: iphone 16 pro', '', 'accessory'],
  ['Leerkarton iPhone 14', 'ohne Handy', 'accessory'],
  ['Boîte vide iPhone 13', '', 'accessory'],
  ['Samo pudełko iPhone 12', '', 'accessory'],
  ['iPhone 14 mit OVP', 'ohne Gerätesperre', 'sale'],
  ['Galaxy S21 screen protector', '', 'accessory'],
  ['iPhone screen repair', '', 'service'],
  ['iPhone 13 with case', 'Works.', 'sale'],
  ['iPhone 13 boxed + charger', '', 'sale'],
  ['iPhone 13', 'Not stolen, can show receipt.', 'sale'],
  ['Galaxy S22', 'Never lost or stolen, clean IMEI.', 'sale'],
  ['iPhone 12, looking for a quick sale', '', 'sale'],
  ['Galaxy S21 cracked, for repair', '', 'sale'],
  ['', '', 'sale'],
])('reads "%s: %s" as %s', (title, description, intent) => {
  expect(readIntent({ title, description })).toBe(intent);
});
