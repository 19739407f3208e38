/** Windows code page 1252 where it differs from Latin-1 (WHATWG Encoding Standard, index windows-1252). */
const special = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹Œ'].map((character, index) => [
    character,
    [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c][index] ?? 0x3f,
  ]),
);
for (const [character, byte] of [
  ['Ž', 0x8e],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['™', 0x99],
  ['š', 0x9a],
  ['›', 0x9b],
  ['œ', 0x9c],
  ['ž', 0x9e],
  ['Ÿ', 0x9f],
] as const)
  special.set(character, byte);

/** HTML as windows-1252 bytes; what the code page lacks becomes a character reference, as browsers send it (`&#322;` for ł). */
export function encodeWindows1252(markup: string): Uint8Array {
  const pieces: string[] = [];
  for (const character of markup) {
    const code = character.codePointAt(0) ?? 0;
    const byte = special.get(character);
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) pieces.push(character);
    else pieces.push(byte === undefined ? `&#${code};` : String.fromCharCode(byte));
  }
  return Buffer.from(pieces.join(''), 'latin1');
}
