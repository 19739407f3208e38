/** A WARC file in memory as warcio's parser takes it: in pieces that come one after another. */
export async function* inOnePiece(warc: Uint8Array): AsyncGenerator<Uint8Array> {
  yield warc;
}
