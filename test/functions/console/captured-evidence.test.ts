import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { capturedEvidence } from '../../../functions/console/captured-evidence.ts';
import { sha256 } from '../../../shared/evidence/sha256.ts';
import { writeCapture } from '../../../shared/evidence/write-capture.ts';
import { aCase } from '../../support/console-data.ts';

const page = '<!doctype html><p>Größe: IMEI 35-693803-564380-9</p>';
const at = '2026-11-22T11:02:30.000Z';

/** A capture as `review` keeps it, of a page that the server sent compressed. */
async function aCapture() {
  const body = gzipSync(page);
  const { source, itemId, url } = aCase().listing;
  const headers: [string, string][] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['Content-Encoding', 'gzip'],
  ];
  const seen = [{ what: 'page' as const, url, finalUrl: url, status: 200, capturedAt: at, wire: { statusText: 'OK', headers, body } }];
  const facts = {
    kind: 'page' as const,
    caseId: 'c',
    listing: { source, itemId, url },
    startedAt: at,
    finishedAt: at,
    tools: {},
    missing: [],
  };
  const { warc } = await writeCapture({ ...facts, seen, userAgent: 'test' });
  const item = aCase({ page: { capturedAt: at, key: 'cases/c/x/capture.warc.gz', sha256: sha256(body), outcome: 'listing' } });
  return { warc, item };
}

const holding = (bytes: Uint8Array | undefined) => ({
  evidence: { get: async () => bytes && { bytes, contentType: 'application/warc+gzip' } },
});

describe('the captured page', () => {
  it('is read out of its archive as the server meant it', async () => {
    const { warc, item } = await aCapture();
    expect(await capturedEvidence(item, holding(warc))).toEqual({ state: 'intact', text: page });
  });

  it('is damaged when it is not there, not the page that was noted, or a byte of it is another', async () => {
    const { warc, item } = await aCapture();
    expect(await capturedEvidence(item, holding(undefined))).toEqual({ state: 'damaged' });
    const other = aCase({ page: { ...item.page, capturedAt: at, outcome: 'listing', sha256: sha256(Buffer.from('other')) } });
    expect(await capturedEvidence(other, holding(warc))).toEqual({ state: 'damaged' });
    const nearEnd = warc.length - 20;
    const flipped = warc.map((byte, index) => (index === nearEnd ? byte ^ 1 : byte));
    expect(await capturedEvidence(item, holding(flipped))).toEqual({ state: 'damaged' });
    expect(await capturedEvidence(item, holding(new Uint8Array([1, 2, 3])))).toEqual({ state: 'damaged' });
  });

  it('may never have been had', async () => {
    const item = aCase({ page: { capturedAt: at, outcome: 'not captured: HTTP 503' } });
    expect(await capturedEvidence(item, holding(undefined))).toEqual({ state: 'none' });
  });
});
