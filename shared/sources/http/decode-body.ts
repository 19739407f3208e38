import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The text of a body, by what its bytes are rather than by what is said of them, since a share of pages lies:
 * a byte order mark decides; else bytes that are valid UTF-8 are UTF-8; else the charset of the Content-Type, then of `<meta>`;
 * else UTF-8 with replacement characters when only a few bytes are broken, and windows-1252 when most are.
 * Order after the WHATWG encoding sniffing algorithm (HTML 13.2.3), with the UTF-8 test put in front.
 */
export function decodeBody(body: Uint8Array, contentType = ''): { text: string; charset: string } {
  const charset = charsetOfMark(body) ?? charsetOfContent(body, contentType);
  return { text: new TextDecoder(charset).decode(body), charset };
}

function charsetOfMark(body: Uint8Array): string | undefined {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function charsetOfContent(body: Uint8Array, contentType: string): string {
  const wide = charsetOfZeros(body);
  if (wide !== undefined) return wide;
  const declared = [charsetIn(contentType), charsetIn(Buffer.from(body.subarray(0, 4096)).toString('latin1'))]
    .map(supported)
    .filter((label) => label !== undefined);
  // ISO-2022-JP is written in ASCII bytes, so only what is declared can tell it.
  if (isAscii(body)) return declared.find((label) => label === 'iso-2022-jp') ?? 'utf-8';
  if (isUtf8(body)) return 'utf-8';
  const legacy = declared.find((label) => label !== 'utf-8' && !label.startsWith('utf-16'));
  return legacy ?? (isMostlyUtf8(body) ? 'utf-8' : 'windows-1252');
}

/** UTF-16 without a mark: the markup is ASCII, so every other byte is zero. */
function charsetOfZeros(body: Uint8Array): string | undefined {
  const sample = body.subarray(0, 512);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  }
  const many = sample.length / 4;
  if (sample.length < 8 || Math.max(even, odd) < many) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function charsetIn(text: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(text)?.[1];
}

function supported(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** A page cut in the middle of a character, or with a few broken ones, is still UTF-8. */
function isMostlyUtf8(body: Uint8Array): boolean {
  const text = new TextDecoder().decode(body);
  let broken = 0;
  let beyondAscii = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) beyondAscii += 1;
  }
  return broken <= 1 || broken * 4 < beyondAscii;
}
