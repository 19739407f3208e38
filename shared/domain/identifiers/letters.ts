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
  if (isWholeLetter(character)) return character;
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').charAt(0);
  const folded = latin.get(plain) ?? latin.get(character.toLowerCase()) ?? plain;
  return folded >= '\ud800' && folded <= '\udfff' ? '〓' : folded;
}

/** Taken apart, a Korean syllable would be its first consonant, a Japanese ga a ka, and the Thai am a sign above nothing. */
function isWholeLetter(character: string): boolean {
  return (character >= '\u3041' && character <= '\u30ff') || (character >= '\uac00' && character <= '\ud7a3') || character === '\u0e33';
}

/** Commas, stops, question marks and brackets among the letters of Hebrew, Arabic, Devanagari, Chinese and Japanese; and the baht sign. */
const punctuation = new Set(Array.from('־׃،؛؟٪٫٬٭۔।॥฿、。〃〈〉《》「」『』【】〒〔〕〖〗〜', (sign) => sign.charCodeAt(0)));

/** Anything that spells words; signs, masks, currency and digits are not. Works on folded text, where only lower case is left. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return (code < 0x2000 || code > 0x2e00) && !punctuation.has(code);
}
