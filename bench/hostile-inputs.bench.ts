/** What the worst input costs: a megabyte of everything that has made readers of text hang, and a seeded search over mutated pages. */

import { catalogueAt } from '../local/marketplace/catalogue.ts';
import { findIdentifiersInHtml } from '../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../shared/domain/identifiers/in-text.ts';
import { makeImei } from '../test/support/adverts.ts';
import { brokenPage, mutated } from '../test/support/broken-pages.ts';
import { type Chance, chance } from '../test/support/chance.ts';
import { harmlessListing, harmlessNumbers } from '../test/support/harmless-numbers.ts';
import { waysOfWriting } from '../test/support/written-identifiers.ts';
import type { Figure } from './run.ts';

const megabyte = 1_000_000;
const runs = 3;
/** How many mutated pages are read, and how long each is at most: linear time shows in short inputs as well, and more of them can be tried. */
const pages = 4_000;
const longestPage = 4_000;

/** Repeated up to a megabyte; a function gives another one each time. */
const repeated: Record<string, string | ((choices: Chance) => string)> = {
  digits: '3569380356438',
  'spaced digits': '3 5 6 9 ',
  'digits on lines': '35693803\n',
  'Arabic digits': '٣٥٦٩٣٨',
  separators: ' -./_|:',
  'nested tags': '<div>',
  'unclosed tags': '<a ',
  'unclosed quotes': '<a b="',
  'signs of markup': '<',
  'end tags': '</b>',
  'zero-width characters': '\u200b',
  'digits and zero-width characters': '3\u200b5\u200b',
  'combining marks': '3\u0301',
  imei: 'imei ',
  'imei and a digit': 'imei 3',
  'imei and half a number': 'imei 35693803 ',
  'imei and a number': 'imei 356938035643809 ',
  'masked numbers': 'imei 35****46 ',
  'spaced label': 'i m e i ',
  'serial labels': 's/n F2LX ',
  'MEID labels': 'meid a10000',
  'number words': 'three five double six ',
  'number words written together': 'dreifunfsechs',
  'imei and number words': 'imei three five ',
  'look-alikes': 'imei 3S6g38O ',
  'different numbers': (choices) => `imei ${makeImei(choices)}\n`,
  'different numbers and ends': (choices) => `imei ${makeImei(choices)}\nimei ends ${choices.digits(6)}\n`,
  'different numbers with digits hidden': (choices) => `<p>imei 3569<i hidden>9</i>${choices.digits(11)}</p>`,
  references: '&#51;',
  'open references': '&',
  'named references': '&nbsp;3',
  'style rules': '<style>.a{display:none}</style><b class=a>3</b>',
  'one style sheet of rules': '.a{top:-999px}',
  'open blocks': '{top:-999px;',
  'hidden elements': '<i hidden>3</i>5',
  'hidden elements with labels': '<i hidden>imei 3</i>5',
  attributes: ' title="imei 3"',
  'empty attributes': ' a',
  'attributes of tags': '<b title="356938035643809">',
  'field names': '<i name=imei value=35>',
  comments: '<!-- imei 3 -->',
  'open comments': '<!--',
  'dashes in a comment': '--',
  'CDATA sections': '<![CDATA[',
  quotes: '"\'',
  'bidi overrides': '\u202e35\u202c',
  'open bidi overrides': '\u202e3',
  'script blobs': '{"imei":"35","a":1},',
  escapes: '\\u0033',
  'end tags in a script': '</script',
  base64: 'aW1laTM1NjkzODAz',
  'percent escapes': '%33',
  emoji: '📱',
  'lone surrogates': '\ud83d',
  'letters of another script': 'Имеи',
};

/** What the repetition stands in, where it does not stand alone. */
const around: Record<string, [before: string, behind: string]> = {
  'one style sheet of rules': ['<style>', '</style><b class=a>3</b>'],
  'open blocks': ['<style>', '</style>'],
  attributes: ['<b', '>'],
  'empty attributes': ['<b', '>'],
  'dashes in a comment': ['<!-- imei', '-->'],
  'script blobs': ['<script>', '</script>'],
  escapes: ['<script>imei "', '"</script>'],
  'end tags in a script': ['<script>imei', ''],
  'percent escapes': ['<a href="imei', '">'],
};

export async function hostileInputs(): Promise<Figure[]> {
  const figures = Object.entries(repeated).map(([what, unit]) => {
    const [before, behind] = around[what] ?? ['', ''];
    const input = before + filled(unit) + behind;
    const [text, page] = [fastest(() => findIdentifiersInText(input)), fastest(() => findIdentifiersInHtml(input))];
    return {
      what: `a megabyte of ${what}, ms`,
      value: Math.max(text, page).toFixed(0),
      against: `text ${text.toFixed(0)}, page ${page.toFixed(0)}`,
    };
  });
  return [...figures, worstOfMutated()];
}

function filled(unit: string | ((choices: Chance) => string)): string {
  if (typeof unit === 'string') return unit.repeat(Math.ceil(megabyte / unit.length));
  const choices = chance(1);
  let text = '';
  while (text.length < megabyte) text += unit(choices);
  return text;
}

/** The slowest of thousands of mutated pages, by its bytes. Each slow one is read again, so that a pause of the machine is not taken for its fault. */
function worstOfMutated(): Figure {
  const seeds = seedTexts(chance(1));
  let worst = { perByte: 0, page: '' };
  for (let seed = 0; seed < pages; seed++) {
    const page = mutatedPage(seeds, chance(seed));
    const read = () => {
      findIdentifiersInHtml(page);
      findIdentifiersInText(page);
    };
    const perByte = (time: number) => (time * 1000) / Buffer.byteLength(page);
    if (perByte(timeOf(read)) <= worst.perByte) continue;
    const time = perByte(fastest(read));
    if (time > worst.perByte) worst = { perByte: time, page };
  }
  return {
    what: 'worst of mutated pages, microseconds per byte',
    value: worst.perByte.toFixed(2),
    against: `of ${pages}; ${worst.page.length} characters: ${JSON.stringify(worst.page.slice(0, 60))}`,
  };
}

/** A text that holds identifiers or harmless numbers, or signs of markup, mutated and repeated: what is slow shows when it comes again. */
function mutatedPage(seeds: readonly string[], choices: Chance): string {
  let page = choices.yes(0.3) ? brokenPage(choices) : choices.one(seeds);
  for (let wounds = choices.between(1, 8); wounds > 0; wounds--) page = mutated(page, choices);
  const stretch = page.slice(0, choices.between(1, 200));
  while (page.length < 400) page += stretch || ' ';
  if (choices.yes(0.5)) page = page.repeat(choices.between(1, 8));
  return page.slice(0, longestPage);
}

function seedTexts(choices: Chance): string[] {
  const written = Object.values(waysOfWriting).flatMap((write) => {
    const { html, text } = write(makeImei(choices), choices);
    return html ?? text ?? [];
  });
  const harmless = Object.keys(harmlessNumbers).map((kind) => harmlessListing(kind, choices));
  const adverts = catalogueAt(3, 0)
    .offers.slice(0, 40)
    .map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));
  return [...written, ...harmless, ...adverts];
}

/** Milliseconds of the fastest of a few runs: the others were disturbed. */
function fastest(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && least > 0.001; run++) least = Math.min(least, timeOf(work));
  return least;
}

function timeOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
