import type { Language } from '../advert.ts';

/** How a seller speaks of a mark that the owner reported: other words, the same thing. */
const tellings: readonly { mark: RegExp; en: string; de: string }[] = [
  { mark: /^initials (\w+) engraved/, en: "Has $1 engraved on the rear, doesn't bother me.", de: 'Auf der Rückseite ist $1 eingraviert.' },
  {
    mark: /^asset tag (\S+)/,
    en: 'There is an old inventory sticker $1 on it which should peel off.',
    de: 'Hinten klebt noch ein Inventaraufkleber $1.',
  },
  {
    mark: /heron/,
    en: 'The bird sticker (green heron) on the back comes off.',
    de: 'Der Aufkleber mit dem grünen Reiher geht bestimmt ab.',
  },
  { mark: /varnish/, en: 'Small red dot of nail varnish next to the speaker.', de: 'Kleiner roter Nagellackpunkt neben dem Lautsprecher.' },
  {
    mark: /^inscription "for (\w+)"/,
    en: 'Frame says "for $1", it was a present once.',
    de: 'Auf dem Rahmen steht "for $1", war mal ein Geschenk.',
  },
  { mark: /wooden/, en: 'Comes with a wooden skin somebody made by hand.', de: 'Mit selbst gemachter Holzfolie auf der Rückseite.' },
  { mark: /pink line/, en: 'Pink line along the right edge of the screen.', de: 'Rosa Streifen rechts im Display.' },
  { mark: /different blue/, en: 'Back was replaced once, slightly different blue.', de: 'Rückseite wurde getauscht, etwas anderes Blau.' },
  { mark: /^battery at (\d+)/, en: 'Battery health $1%.', de: 'Akku $1 %.' },
  { mark: /cracked back/, en: 'Back glass is cracked.', de: 'Rückglas hat einen Sprung.' },
  { mark: /dent/, en: 'Dent in the lower left corner.', de: 'Delle unten links.' },
];

/** Sentences for the marks that have a telling; Polish sellers of the demo write English there. */
export function tellMarks(marks: readonly string[], language: Language): string[] {
  return marks.flatMap((mark) => {
    const telling = tellings.find((each) => each.mark.test(mark));
    const found = telling?.mark.exec(mark);
    if (telling === undefined || !found) return [];
    return [telling[language === 'de' ? 'de' : 'en'].replace('$1', found[1] ?? '')];
  });
}
