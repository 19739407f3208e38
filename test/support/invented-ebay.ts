/** An invented platform that speaks like eBay's Browse API: tokens for a key, a list of items in pages, single items, the errors it documents. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Source } from '../../shared/sources/source.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';
import { exampleSource } from './source-fixture.ts';

export const inventedKey = { clientId: 'Force-PRD-1', clientSecret: 'PRD-not-a-secret' };

export interface InventedEbay extends LoopbackServer {
  source: Source;
  /** Tokens handed out so far. */
  tokens(): number;
  /** Every token handed out so far is no longer taken. */
  takeBackTokens(): void;
  /** Item numbers that have ended. */
  ended: Set<string>;
}

const perPage = 2;

export async function startInventedEbay(items: readonly { id: string; title: string; price: string }[]): Promise<InventedEbay> {
  let [handedOut, firstGood] = [0, 1];
  const ended = new Set<string>();
  const server = await startLoopbackServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${server.host}`);
    if (url.pathname === '/identity/v1/oauth2/token') return giveToken(request, response);
    const [, number] = /^Bearer token-(\d+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (Number(number ?? 0) < firstGood) return send(response, 401, { errors: [{ errorId: 1001, message: 'Invalid access token' }] });
    if (url.pathname === '/buy/browse/v1/item_summary/search')
      return send(response, 200, pageOf(Number(url.searchParams.get('offset') ?? 0)));
    const asked = decodeURIComponent(url.pathname).split('|')[1] ?? '';
    const item = items.find(({ id }) => id === asked);
    if (item === undefined || ended.has(asked))
      return send(response, 404, { errors: [{ errorId: 11001, message: 'The specified item Id was not found.' }] });
    return send(response, 200, { ...summaryOf(item), description: `<p>${item.title}, IMEI 356938035643817</p>` });
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await textOf(request));
    const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    const isOurs = basic === `${inventedKey.clientId}:${inventedKey.clientSecret}` && form.get('grant_type') === 'client_credentials';
    if (!isOurs) return send(response, 401, { error: 'invalid_client' });
    handedOut += 1;
    return send(response, 200, { access_token: `token-${handedOut}`, expires_in: 7200, token_type: 'Application Access Token' });
  }

  function pageOf(offset: number) {
    const itemSummaries = items.slice(offset, offset + perPage).map(summaryOf);
    const next =
      offset + perPage < items.length ? { next: `http://${server.host}/buy/browse/v1/item_summary/search?offset=${offset + perPage}` } : {};
    return { total: items.length, offset, limit: perPage, ...next, ...(itemSummaries.length > 0 && { itemSummaries }) };
  }

  function summaryOf({ id, title, price }: { id: string; title: string; price: string }) {
    const itemId = `v1|${id}|0`;
    return {
      itemId,
      title,
      price: { value: price, currency: 'GBP' },
      itemHref: `http://${server.host}/buy/browse/v1/item/${encodeURIComponent(itemId)}`,
      itemWebUrl: `https://www.ebay.example/itm/${id}`,
      seller: { username: 'phones-and-more', feedbackScore: 12 },
      itemLocation: { city: 'Leeds', country: 'GB' },
    };
  }

  const source = exampleSource({
    id: 'invented-ebay',
    hosts: [server.host],
    access: { basis: 'official-api', note: 'An invented platform.', termsReviewedOn: '2026-11-01', termsReviewedBy: 'Legal desk' },
    api: {
      tokenUrl: server.url('/identity/v1/oauth2/token'),
      scope: 'https://api.ebay.com/oauth/api_scope',
      headers: { 'X-EBAY-C-MARKETPLACE-ID': 'EBAY_GB' },
      callsPerDay: 100,
    },
    searches: [{ name: 'Phones', url: server.url('/buy/browse/v1/item_summary/search?offset=0') }],
    listing: { url: '/buy/browse/v1/item/:itemId' },
  });
  return {
    ...server,
    source,
    ended,
    tokens: () => handedOut,
    takeBackTokens(): void {
      firstGood = handedOut + 1;
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
