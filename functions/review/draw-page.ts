import type { Delivery } from '../../shared/aws/batch.ts';
import type { Case } from '../../shared/domain/case.ts';
import { answerText } from '../../shared/evidence/answer-text.ts';
import { type MissingPiece, readManifest } from '../../shared/evidence/capture.ts';
import { warcPayloads } from '../../shared/evidence/warc-payloads.ts';
import type { SeenAnswer, SeenResource } from '../../shared/evidence/write-capture.ts';
import type { ReviewParts } from './parts.ts';

interface Drawn {
  seen: SeenResource[];
  missing: MissingPiece[];
}

/** Draws the page from the bytes that were captured when the Case was opened, with the photos just captured: nothing is asked for anew but its style. */
export async function drawPage(
  standing: Case,
  photos: readonly SeenAnswer[],
  { delivery, parts }: { delivery: Delivery; parts: ReviewParts },
): Promise<Drawn> {
  const { capturer, source, now } = parts;
  const { url } = standing.listing;
  if (capturer.draw === undefined) return notDrawn('there is no browser here');
  try {
    const page = await capturedPage(standing, parts);
    if (page === undefined) return notDrawn('the page itself was not captured');
    const shown = new Map(photos.map((each) => [each.url, { contentType: contentTypeOf(each), body: each.wire.body }]));
    const { fullPage, offer } = await capturer.draw({ url: page.finalUrl, text: page.text, source, photos: shown }, delivery.signal);
    const drawing = { url, finalUrl: page.finalUrl, contentType: 'image/jpeg', capturedAt: now().toISOString() };
    const seen: SeenResource[] = [{ what: 'full-page', ...drawing, body: fullPage }];
    if (offer === undefined) return { seen, missing: [{ what: 'offer', url, why: 'no part of the page holds the offer alone' }] };
    return { seen: [...seen, { what: 'offer', ...drawing, body: offer }], missing: [] };
  } catch (error) {
    return notDrawn(`the browser could not draw it: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  }
}

function notDrawn(why: string): Drawn {
  return { seen: [], missing: [{ what: 'full-page', why }] };
}

async function capturedPage({ id }: Case, { captures }: ReviewParts): Promise<{ finalUrl: string; text: string } | undefined> {
  const stored = (await captures.ofCase(id)).filter(({ kind, pieces }) => kind === 'page' && pieces > 0).at(-1);
  if (stored === undefined) return undefined;
  const { manifest, warc } = await captures.read(stored);
  const [piece] = readManifest(manifest).pieces;
  for await (const { recordId, ...answer } of warcPayloads(warc)) {
    if (piece?.recordId === recordId) return { finalUrl: piece.finalUrl, text: await answerText(answer) };
  }
  return undefined;
}

function contentTypeOf({ wire }: SeenAnswer): string {
  return wire.headers.find(([name]) => name === 'content-type')?.[1] ?? 'application/octet-stream';
}
