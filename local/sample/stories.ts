/** What a report says around the device: how it went, where, and what sets this phone apart. No people, no real incidents. */

import type { Phone } from './phones.ts';
import type { Random } from './random.ts';

export interface Place {
  /** As a force writes it. */
  area: string;
  /** Where in it the theft happened. */
  spots: readonly string[];
}

export const storyPlace: readonly Place[] = [
  { area: 'Hackney E8', spots: ['Mare Street', 'a bus stop on Dalston Lane', 'London Fields'] },
  { area: 'Camden NW1', spots: ['Camden High Street', 'the lock', 'a pub garden'] },
  { area: 'Westminster W1', spots: ['Oxford Street', 'a restaurant terrace', 'Regent Street'] },
  { area: 'Islington N1', spots: ['Upper Street', 'the towpath', 'Angel station'] },
  { area: 'Lambeth SE1', spots: ['the South Bank', 'Waterloo station', 'Lower Marsh'] },
  { area: 'Southwark SE15', spots: ['Rye Lane', 'a gym changing room', 'Peckham Rye'] },
  { area: 'Tower Hamlets E1', spots: ['Brick Lane', 'Whitechapel Road', 'a market stall'] },
  { area: 'Newham E15', spots: ['the shopping centre', 'Stratford station', 'a coach'] },
  { area: 'Kensington W8', spots: ['the High Street', 'a museum cloakroom', 'the park gates'] },
  { area: 'Brent HA9', spots: ['outside the stadium', 'Wembley Park station', 'a fast-food restaurant'] },
  { area: 'Croydon CR0', spots: ['a tram', 'Surrey Street', 'East Croydon station'] },
  { area: 'Haringey N17', spots: ['High Road', 'a barber shop', 'Bruce Grove station'] },
];

const happenings = [
  'Snatched from the hand at {spot} by a rider on an electric bike',
  'Taken from a table at {spot} while the owner paid',
  'Pickpocketed in a crowd at {spot}',
  'Taken from a jacket left on a chair at {spot}',
  'Taken from a bag at {spot}',
  'Robbed at {spot} after dark by two people',
  'Taken in a burglary near {spot}',
  'Left for a minute at {spot} and gone',
];

const afterwards = [
  'The {model} was switched off within minutes.',
  'Last seen on the map two streets away.',
  'The SIM was removed at once.',
  'It was locked and in a clear case.',
  'Screen lock was on; lost mode set the same evening.',
  'The owner still has the box and the receipt.',
  '',
];

const commonMarks = [
  'cracked back glass',
  'hairline scratch across the screen',
  'dent in the lower left corner',
  'chip beside the camera',
  'battery at {battery} %',
  'scratched camera lens',
  'bent SIM tray',
  'rear camera glass cracked',
];
const rareMarks = [
  'initials {initials} engraved on the back',
  'asset tag {tag} under the case',
  'sticker of a green heron on the back',
  'pink line down the right of the display',
  'nail varnish dot in red beside the speaker',
  'inscription "for {initials}" on the frame',
  'replacement back in a different blue',
  'home-made wooden skin',
];

export function storyOf(random: Random, phone: Phone, place: Place): string {
  const told = random.pick(happenings).replace('{spot}', random.pick(place.spots));
  return `${told}. ${random.pick(afterwards).replace('{model}', phone.model)}`.trim();
}

/** None, one or two common marks, and on one phone in six a mark that hardly another phone has. */
export function drawMarks(random: Random): string[] {
  const common = random.shuffled(commonMarks).slice(0, random.pick([0, 0, 1, 1, 2]));
  const rare = random.chance(0.17) ? [random.pick(rareMarks)] : [];
  return [...common, ...rare].map((mark) => fillIn(mark, random));
}

/** True for a mark that sets one phone apart from all others of its kind. */
export function isRareMark(mark: string): boolean {
  return /engraved|asset tag|inscription|heron|varnish|wooden/.test(mark);
}

function fillIn(mark: string, random: Random): string {
  const letter = () => random.pick([...'ABCDEFGHJKLMNPRSTW']);
  return mark
    .replace('{battery}', String(random.int(71, 94)))
    .replace('{initials}', `${letter()}${letter()}`)
    .replace('{tag}', `${letter()}${letter()}-${random.digits(4)}`);
}
