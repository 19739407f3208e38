import { WARCParser } from 'warcio';

/**
 * What the server sent, by WARC-Record-ID, a record at a time, with the HTTP head that stood before it. Of a record without an HTTP head the
 * whole block.
 */
export async function* warcPayloads(warc: Uint8Array): AsyncGenerator<{ recordId: string; payload: Uint8Array; head: string }> {
  // Blocks as they are: how warcio reads an HTTP head must not decide what the bytes behind it are.
  for await (const record of WARCParser.iterRecords(inOnePiece(warc), { parseHttp: false })) {
    const block = await record.readFully(false);
    const bodyAt = record.warcType === 'response' ? Buffer.from(block).indexOf('\r\n\r\n') + 4 : 0;
    const head = new TextDecoder('latin1').decode(block.subarray(0, bodyAt));
    yield { recordId: record.warcHeader('WARC-Record-ID') ?? '', payload: block.subarray(bodyAt), head };
  }
}

/** A WARC file in memory as warcio's parser takes it: in pieces that come one after another. */
export async function* inOnePiece(warc: Uint8Array): AsyncGenerator<Uint8Array> {
  yield warc;
}
