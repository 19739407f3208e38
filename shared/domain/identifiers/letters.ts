/** Letters of other alphabets that look like Latin ones, and letters that Unicode does not take apart. For reading labels, not digits. */

/** Pairs of what is seen and the Latin letter it passes for (after UTS #39 confusables, the ones seen in "ІМЕІ" and "ɪᴍᴇɪ"). */
const looksLike = [
  ...['аa', 'вb', 'еe', 'ёe', 'кk', 'мm', 'нh', 'оo', 'рp', 'сc', 'тt', 'уy', 'хx', 'іi', 'їi', 'јj', 'ѕs', 'ԁd', 'ԛq', 'ԝw', 'ӏl', 'һh'],
  ...['αa', 'βb', 'εe', 'ιi', 'κk', 'μm', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'ϲc', 'ϳj'],
  ...['ɪi', 'ᴍm', 'ᴇe', 'ıi', 'ɩi', 'ℹi', 'łl', 'øo', 'đd', 'ħh', 'ŧt', 'ßs', 'æa', 'œo', 'ðd', 'ᴅd', 'ѐe', 'ѝi', 'ɡg', 'ʀr', 'ɴn'],
];

const latin = new Map(looksLike.map((pair) => [pair.charAt(0), pair.charAt(1)]));

/**
 * One character as labels and words are compared: lower case, without accents, look-alikes as Latin. `É` and `Е` (Cyrillic) give `e`.
 * Always one UTF-16 unit, so that offsets stay; a character outside the basic plane without a simple form gives `〓`.
 */
export function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').charAt(0);
  const folded = latin.get(plain) ?? latin.get(character.toLowerCase()) ?? plain;
  return folded >= '\ud800' && folded <= '\udfff' ? '〓' : folded;
}
