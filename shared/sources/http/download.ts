import type { Dispatcher } from 'undici';
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
export async function download(asked: DownloadRequest): Promise<Download> {
  const answer = await exchange(asked);
  const flat = flatHeaders(answer.headers);
  const body = await inflateBody(answer.body, flat['content-encoding'] ?? '', asked.limits.bodyBytes);
  const wire = { statusText: answer.statusText, headers: headerLines(answer.headers), body: answer.body };
  return { status: answer.status, headers: flat, body, wire };
}

interface Answer {
  status: number;
  statusText: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Takes the answer as it comes, without a stream in between: that would be a tenth of the time of reading a page. */
function exchange({ url, dispatcher, headers, body, limits, signal }: DownloadRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answer: Answer = { status: 0, statusText: '', headers: {}, body: Buffer.alloc(0) };
    const chunks: Buffer[] = [];
    let length = 0;
    let controller: Dispatcher.DispatchController | undefined;
    let isOver = false;

    function end(settle: () => void): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      settle();
    }
    function give(): void {
      end(() => resolve({ ...answer, body: Buffer.concat(chunks, Math.min(length, limits.bodyBytes)) }));
    }
    function fail(error: Error): void {
      end(() => reject(error));
      controller?.abort(error);
    }
    const timer = setTimeout(() => fail(new DOMException('no complete answer in time', 'TimeoutError')), limits.timeoutMs);
    const aborted = () => fail(reasonOf(signal));
    if (signal?.aborted) return aborted();
    signal?.addEventListener('abort', aborted, { once: true });

    const { origin, pathname, search } = url;
    const sent = { ...headers, 'accept-encoding': acceptedEncodings };
    try {
      dispatcher.dispatch(
        { origin, path: pathname + search, method: body === undefined ? 'GET' : 'POST', headers: sent, body: body ?? null },
        {
          onRequestStart(started) {
            controller = started;
            // Given up while it waited for a connection.
            if (isOver) started.abort(new Error('not wanted any more'));
          },
          onResponseStart(_, status, answered, statusText = '') {
            if (status >= 200) Object.assign(answer, { status, headers: answered, statusText });
          },
          onResponseData(_, chunk) {
            if (isOver) return;
            chunks.push(chunk);
            length += chunk.length;
            if (length <= limits.bodyBytes) return;
            const tooLarge = new BodyTooLarge(`larger than ${limits.bodyBytes} bytes`);
            if (limits.whenLonger === 'fail') return fail(tooLarge);
            give();
            controller?.abort(tooLarge);
          },
          onResponseEnd: give,
          onResponseError(_, error) {
            fail(error);
          },
        },
      );
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
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
