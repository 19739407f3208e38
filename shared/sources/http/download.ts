import type { Dispatcher } from 'undici';
import { request } from 'undici';
import { acceptedEncodings, inflateBody } from './inflate.ts';

/** One answer of a server, body decompressed. Header names in lower case, several values joined by `, `. */
export interface Download {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  wire: WireAnswer;
}

/** An answer as it came, before anything of it was undone or joined: what evidence keeps. */
export interface WireAnswer {
  /** As the server put it: `Not Found`; may be empty. */
  statusText: string;
  /** One pair a header line, in the order they came; names in lower case. */
  headers: (readonly [name: string, value: string])[];
  /** Still compressed; only the chunks of the connection are put together. */
  body: Uint8Array;
}

export interface DownloadLimits {
  /** Headers and body together, in milliseconds. */
  timeoutMs: number;
  /** As sent and when decompressed, in bytes. */
  bodyBytes: number;
  /** What becomes of a longer body: an error, or its beginning. */
  whenLonger: 'fail' | 'cut';
}

/** A body that is longer than allowed, whatever its Content-Length said. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

export interface DownloadRequest {
  url: URL;
  dispatcher: Dispatcher;
  headers: Record<string, string>;
  /** Posted when given; a GET without it. */
  body?: string | Uint8Array | undefined;
  limits: DownloadLimits;
  signal?: AbortSignal | undefined;
}

/** One request without redirects, cookies or retries, within its limits. */
export async function download({ url, dispatcher, headers, body: posted, limits, signal }: DownloadRequest): Promise<Download> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const answer = await request(url, {
    dispatcher,
    ...(posted !== undefined && { method: 'POST', body: posted }),
    headers: { ...headers, 'accept-encoding': acceptedEncodings },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const flat = flatHeaders(answer.headers);
  const sent = await readBody(answer.body, limits);
  const body = await inflateBody(sent, flat['content-encoding'] ?? '', limits.bodyBytes);
  const wire = { statusText: answer.statusText, headers: headerLines(answer.headers), body: sent };
  return { status: answer.statusCode, headers: flat, body, wire };
}

async function readBody(body: AsyncIterable<Buffer> & { destroy(): unknown }, limits: DownloadLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= limits.bodyBytes) continue;
    body.destroy();
    if (limits.whenLonger === 'fail') throw new BodyTooLarge(`larger than ${limits.bodyBytes} bytes`);
    break;
  }
  return Buffer.concat(chunks, Math.min(length, limits.bodyBytes));
}

function headerLines(headers: Record<string, string | string[] | undefined>): WireAnswer['headers'] {
  return Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((line) => [name, line] as const));
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
