/** Bytes of an upload as text. Byte order marks decide between UTF-8 and UTF-16; without one it is UTF-8. */

import { TextDecoder } from 'node:util';

/**
 * Decodes piece by piece, across characters that straddle two pieces. A byte that is not UTF-8 becomes U+FFFD, which rejects the
 * row it stands in and no other; the mark itself is dropped.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  // A mark may arrive cut in two, so nothing is decoded before three bytes are there.
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of bytes) {
    if (decoder) {
      yield decoder.decode(piece, { stream: true });
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < 3) continue;
    decoder = decoderFor(head);
    yield decoder.decode(head, { stream: true });
  }
  yield decoder ? decoder.decode() : decoderFor(head).decode(head);
}

function decoderFor(head: Uint8Array): TextDecoder {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}
