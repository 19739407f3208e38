import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: inflateEither,
  br: promisify(brotliDecompress),
} as const;

/** What we can undo, for the Accept-Encoding of a request. */
export const acceptedEncodings = 'gzip, deflate, br';

/** A body that grows beyond the limit when decompressed, or that cannot be decompressed. The fetch fails. */
export class InflateFailed extends Error {
  override name = 'InflateFailed';
}

/** Undoes a Content-Encoding (`gzip`, `br`, `gzip, br`) and stops at `limit` bytes, so that a bomb of 1 kB costs no gigabyte. */
export async function inflateBody(body: Buffer, contentEncoding: string, limit: number): Promise<Buffer> {
  const encodings = contentEncoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > 2) throw new InflateFailed(`compressed ${encodings.length} times over`);
  let bytes = body;
  for (const encoding of encodings.reverse()) bytes = await inflateOnce(bytes, encoding, limit);
  return bytes;
}

async function inflateOnce(bytes: Buffer, encoding: string, limit: number): Promise<Buffer> {
  const decode = isKnown(encoding) ? decoders[encoding] : undefined;
  if (decode === undefined) throw new InflateFailed(`unknown content encoding ${encoding.slice(0, 20)}`);
  if (bytes.length === 0) return bytes;
  try {
    // A cut stream gives what was there: half a page still says whether it is a block page.
    const finishFlush = encoding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
    return await decode(bytes, { maxOutputLength: limit, finishFlush });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    const why = tooLarge ? `larger than ${limit} bytes when decompressed` : `not readable as ${encoding}`;
    throw new InflateFailed(why, { cause: error });
  }
}

/** Half of the servers that say "deflate" leave out the zlib header that RFC 9110 section 8.4.1.2 asks for. */
function inflateEither(bytes: Buffer, options: { maxOutputLength: number; finishFlush: number }): Promise<Buffer> {
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return promisify(hasHeader ? inflate : inflateRaw)(bytes, options);
}

function isKnown(encoding: string): encoding is keyof typeof decoders {
  return Object.hasOwn(decoders, encoding);
}
