/** Cyrillic in Latin letters, so that "Марта" and "Marta" are one name. */

const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** A lower-cased word; Latin ones stay as they are, without their accents. */
export function romanised(word: string): string {
  if (/^[a-z\d]*$/.test(word)) return word;
  const latin = word.replace(/[а-яёґєіїў]/g, (letter) => letters[letter] ?? letter);
  return latin.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
