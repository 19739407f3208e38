/** An evidence pack as a document to be read and printed. The pack is the exhibit; the document is made from it and names its digest. */

import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import * as z from 'zod';
import { isDrawable } from './drawable-photo.ts';
import { custodyPath, type Exhibit, reasonsPath } from './pack.ts';
import { readingsIn } from './pdf-readings.ts';
import { type Document, fact, heading, paragraph, plain, roomFor, size } from './pdf-text.ts';
import { readZip } from './stored-zip.ts';
import { type CheckedCapture, verifyPack } from './verify-pack.ts';
import { warcPayloads } from './warc-payloads.ts';

/** Latin, Greek and Cyrillic; a letter that it lacks shows as an empty box. */
const fonts = { plain: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };
/** Photos side by side, in points. */
const photo = { width: 155, height: 200 };

/** Throws with what does not hold when the pack is not whole: nothing is printed of one that was changed. */
export async function packPdf(archive: Uint8Array): Promise<Uint8Array> {
  const verdict = await verifyPack(archive);
  if (!verdict.whole) throw new Error(`the pack is not whole: ${verdict.problems.join('; ')}`);
  const { exhibit, captures, digest } = verdict;
  const files = new Map(readZip(archive).entries);
  const document = new PDFDocument({
    size: 'A4',
    margin: 56,
    bufferPages: true,
    info: { Title: exhibit.exhibit, Creator: exhibit.software },
  });
  const folder = createRequire(import.meta.url)
    .resolve('dejavu-fonts-ttf/package.json')
    .replace('package.json', 'ttf/');
  document.registerFont('plain', folder + fonts.plain).registerFont('bold', folder + fonts.bold);

  front(document, exhibit, digest);
  for (const [index, capture] of captures.entries()) captured(document, capture, index + 1);
  await photos(document, captures, files);
  await readingsIn(document, captures, files);
  reasons(document, files.get(reasonsPath));
  custody(document, files.get(custodyPath));
  howToCheck(document, digest);
  footers(document, exhibit, digest);
  document.end();
  return buffer(document);
}

function front(document: Document, { exhibit, caseId, title, url, madeAt, madeBy, software }: Exhibit, digest: string): void {
  document
    .font('bold')
    .fontSize(size.title)
    .text(`Exhibit ${plain(exhibit)}`);
  document.moveDown(0.5);
  fact(document, 'Listing', title);
  fact(document, 'Address', url);
  fact(document, 'Case', caseId);
  fact(document, 'Made', `${madeAt}${madeBy === undefined ? '' : ` by ${madeBy}`}, ${software}`);
  fact(document, 'Digest', digest);
}

function captured(document: Document, { manifest, timestamp }: CheckedCapture, number: number): void {
  const { kind, startedAt, finishedAt, tools, pieces, missing } = manifest;
  heading(document, `Capture ${number}: ${kind}`);
  const used = Object.entries(tools).map(([name, version]) => `${name} ${version}`);
  fact(document, 'When', `${startedAt} to ${finishedAt}`);
  fact(document, 'With', used.join(', '));
  if (timestamp !== undefined) fact(document, 'Timestamp', `${timestamp.at} by ${timestamp.authority} (RFC 3161)`);
  for (const { what, finalUrl, status, contentType, capturedAt, payload } of pieces) {
    const answer = status === undefined ? 'drawn by a browser' : `HTTP ${status}`;
    fact(document, what, `${finalUrl}\n${capturedAt}, ${answer}, ${contentType}, ${payload.bytes} bytes\nSHA-256 ${payload.sha256}`);
  }
  for (const { what, url = '', why } of missing) fact(document, `No ${what}`, `${url === '' ? '' : `${url}\n`}${why}`);
}

/** In rows as they fit on the page. */
async function photos(document: Document, captures: readonly CheckedCapture[], files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const wanted = new Map(
    captures
      .filter(({ manifest }) => manifest.kind !== 'readings')
      .flatMap(({ manifest }) => manifest.pieces)
      .filter(({ what }) => what !== 'page')
      .map((each) => [each.recordId, each]),
  );
  if (wanted.size === 0) return;
  heading(document, 'Photos');
  let left = document.page.margins.left;
  for (const [path, warc] of files) {
    if (!path.startsWith('archive/')) continue;
    for await (const { recordId, payload } of warcPayloads(warc)) {
      const piece = wanted.get(recordId);
      if (piece === undefined) continue;
      if (left + photo.width > document.page.width - document.page.margins.right) left = nextRow(document);
      roomFor(document, photo.height + 30);
      const top = document.y;
      const words = draw(document, payload, { left, top }) ? '' : 'In the pack, not drawn here. ';
      document.font('plain').fontSize(6);
      document.text(`${words}SHA-256 ${piece.payload.sha256}`, left, top + photo.height + 2, { width: photo.width });
      document.y = top;
      left += photo.width + 8;
    }
  }
  nextRow(document);
}

function draw(document: Document, image: Uint8Array, { left, top }: { left: number; top: number }): boolean {
  if (!isDrawable(image)) return false;
  try {
    document.image(Buffer.from(image), left, top, { fit: [photo.width, photo.height] });
    return true;
  } catch {
    // Its first bytes promised a picture, and the rest is none.
    return false;
  }
}

function nextRow(document: Document): number {
  document.x = document.page.margins.left;
  document.y += photo.height + 30;
  return document.x;
}

const reasonsSchema = z.object({
  match: z.object({
    recordReference: z.string(),
    probability: z.number(),
    modelVersion: z.string(),
    evidence: z.array(z.object({ bits: z.number(), sentence: z.string() })),
    gates: z.array(z.object({ sentence: z.string() })),
  }),
});

function reasons(document: Document, file: Uint8Array | undefined): void {
  if (file === undefined) return;
  const { match } = reasonsSchema.parse(JSON.parse(new TextDecoder().decode(file)));
  heading(document, 'Reasons for and against');
  paragraph(
    document,
    `Against record ${match.recordReference}. Weights in bits of model ${match.modelVersion}; they order a queue and are no proof.`,
  );
  for (const { bits, sentence } of match.evidence) fact(document, `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`, sentence);
  for (const { sentence } of match.gates) fact(document, 'bars it', sentence);
}

const custodySchema = z.object({ at: z.string(), actor: z.string(), act: z.string(), outcome: z.string() });

function custody(document: Document, file: Uint8Array | undefined): void {
  if (file === undefined) return;
  heading(document, 'Custody');
  const rows = new TextDecoder().decode(file).split('\n');
  for (const row of rows.filter((line) => line !== '')) {
    const { at, actor, act, outcome } = custodySchema.parse(JSON.parse(row));
    paragraph(document, `${at}  ${act}, ${outcome}: ${actor}`);
  }
}

function howToCheck(document: Document, digest: string): void {
  heading(document, 'How to check');
  paragraph(
    document,
    `This document was made from a WACZ file whose datapackage.json has the SHA-256 ${digest}. With that file at hand: “fencewatch evidence verify FILE”, “wacz validate -f FILE” (py-wacz), or unpack it and compare the SHA-256 of each file with datapackage.json.`,
  );
}

function footers(document: Document, { exhibit }: Exhibit, digest: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    document.page.margins.bottom = 0;
    document.font('plain').fontSize(7);
    const words = `Exhibit ${plain(exhibit)}, digest ${digest.slice(0, 16)}…, page ${page - start + 1} of ${count}`;
    document.text(words, document.page.margins.left, document.page.height - 40, { lineBreak: false });
  }
}
