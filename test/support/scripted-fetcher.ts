import type { FetchOptions, FetchOutcome, PageFetcher } from '../../shared/sources/fetch-page.ts';

export interface ScriptedFetcher extends PageFetcher {
  /** Addresses in the order they were asked for. */
  asked: string[];
  /** With what each was asked for, beside its address. */
  conditions: Pick<FetchOptions, 'etag' | 'lastModified'>[];
  /** What an address answers from now on. */
  answer(url: string, outcome: FetchOutcome | string): void;
}

/** Answers from a script instead of the network; an address without an answer is a 404. A text stands for a page with status 200. */
export function createScriptedFetcher(): ScriptedFetcher {
  const answers = new Map<string, FetchOutcome>();
  const asked: string[] = [];
  const conditions: ScriptedFetcher['conditions'] = [];
  return {
    asked,
    conditions,
    answer: (url, outcome) => void answers.set(url, typeof outcome === 'string' ? pageOf(url, outcome) : outcome),
    async fetch(url, _source, { etag, lastModified } = {}) {
      asked.push(url);
      conditions.push({ ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) });
      return answers.get(url) ?? pageOf(url, '<h1>Not found</h1>', 404);
    },
    async close() {},
  };
}

export function pageOf(url: string, text: string, status = 200): FetchOutcome {
  const contentType = 'text/html; charset=utf-8';
  const body = new TextEncoder().encode(text);
  return {
    outcome: 'page',
    url,
    finalUrl: url,
    status,
    headers: { 'content-type': contentType },
    contentType,
    body,
    text,
    fetchedAt: '2026-11-22T10:00:00.000Z',
    wire: { statusText: status === 200 ? 'OK' : '', headers: [['content-type', contentType]], body },
  };
}
