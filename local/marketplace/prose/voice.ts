import type { Random } from '../../sample/random.ts';

/** How one seller types, whatever is said. */
export interface Voice {
  /** 1 says everything; a terse seller says half. */
  talkativeness: number;
  typeTitle(title: string): string;
  typeText(sentences: readonly string[]): string[];
}

const voices: readonly { share: number; make(random: Random): Voice }[] = [
  { share: 5, make: () => ({ talkativeness: 1, typeTitle: same, typeText: inParagraphs(3) }) },
  { share: 3, make: () => ({ talkativeness: 0.5, typeTitle: same, typeText: inParagraphs(9) }) },
  { share: 3, make: () => ({ talkativeness: 0.8, typeTitle: lower, typeText: (all) => inParagraphs(9)(all).map(carelessly) }) },
  {
    share: 2,
    make: (random) => ({
      talkativeness: 1,
      typeTitle: same,
      typeText: (all) => inParagraphs(2)(all).map((each) => withEmoji(each, random)),
    }),
  },
  {
    share: 2,
    make: (random) => ({
      talkativeness: 0.9,
      typeTitle: same,
      typeText: (all) => inParagraphs(4)(all).map((each) => withTypos(each, random)),
    }),
  },
  { share: 1, make: () => ({ talkativeness: 0.7, typeTitle: (title) => title.toUpperCase(), typeText: inParagraphs(1) }) },
  { share: 1, make: () => ({ talkativeness: 1, typeTitle: same, typeText: (all) => all.map((each) => `- ${each}`) }) },
];

export function drawVoice(random: Random): Voice {
  return random.weighted(voices, (voice) => voice.share).make(random);
}

function same(text: string): string {
  return text;
}

function lower(text: string): string {
  return text.toLowerCase().replace(/(\d+) ?gb/, '$1');
}

/** So many sentences to a paragraph. */
function inParagraphs(length: number): (sentences: readonly string[]) => string[] {
  return (sentences) => {
    const paragraphs: string[] = [];
    for (let start = 0; start < sentences.length; start += length) paragraphs.push(sentences.slice(start, start + length).join(' '));
    return paragraphs;
  };
}

function carelessly(text: string): string {
  return text.toLowerCase().replaceAll('. ', ', ').replaceAll(' und ', ' u. ').replaceAll(' and ', ' n ').replace(/\.$/, '');
}

const emoji = ['📱', '🔥', '👍', '✅', '💯', '😊', '⭐'];

function withEmoji(text: string, random: Random): string {
  return `${random.pick(emoji)} ${text} ${random.pick(emoji)}`;
}

/** Swaps two neighbouring letters in one word of twelve; numbers stay as they are. */
function withTypos(text: string, random: Random): string {
  return text.replace(/\p{L}{6,}/gu, (word) => {
    if (!random.chance(1 / 12)) return word;
    const at = random.int(1, word.length - 3);
    return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  });
}
