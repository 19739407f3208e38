/** The photos on which numbers were read, each number framed, with the reading beside it. */

import type { CapturedReading } from './capture.ts';
import { isDrawable } from './drawable-photo.ts';
import { type Document, fact, heading, roomFor } from './pdf-text.ts';
import type { CheckedCapture } from './verify-pack.ts';
import { warcPayloads } from './warc-payloads.ts';

const names = { serial: 'Serial number', partial: 'Partial IMEI' } as const;

/** The most that a photo takes, in points. */
const most = { width: 380, height: 300 };

export async function readingsIn(
  document: Document,
  captures: readonly CheckedCapture[],
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const found = captures.flatMap(({ manifest }) =>
    (manifest.readings ?? []).map((reading) => {
      const piece = manifest.pieces.find(({ what, payload }) => what === 'rendition' && payload.sha256 === reading.rendition);
      return { reading, recordId: piece?.recordId ?? '' };
    }),
  );
  if (found.length === 0) return;
  const renditions = await payloadsOf(new Set(found.map(({ recordId }) => recordId)), files);
  heading(document, 'Numbers on photos');
  for (const { reading, recordId } of found) {
    draw(document, reading, renditions.get(recordId));
    for (const { kind, value, source, labelled, minDigitConfidence, box } of reading.finds) {
      const sure =
        source === 'barcode'
          ? 'a barcode, with a checksum of its own'
          : `writing, its least sure digit at ${Math.floor(minDigitConfidence * 100)} %`;
      const where = `${box.width} × ${box.height} points at ${box.x}, ${box.y} of ${reading.width} × ${reading.height}`;
      fact(
        document,
        kind === undefined ? 'IMEI' : names[kind],
        `${value}\nRead from ${sure}; ${labelled ? 'labelled' : 'not labelled'} as an IMEI. ${where}, upright.`,
      );
    }
    fact(document, 'Photo', `${reading.url}\nSHA-256 ${reading.photo}`);
    fact(document, 'Drawn anew', `SHA-256 ${reading.rendition}`);
    fact(
      document,
      'Read with',
      Object.entries(reading.tools)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    );
  }
}

async function payloadsOf(wanted: ReadonlySet<string>, files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const [path, warc] of files) {
    if (!path.startsWith('archive/')) continue;
    for await (const { recordId, payload } of warcPayloads(warc)) if (wanted.has(recordId)) found.set(recordId, payload);
  }
  return found;
}

function draw(document: Document, { width, height, finds }: CapturedReading, rendition: Uint8Array | undefined): void {
  if (rendition === undefined || !isDrawable(rendition)) return;
  const scale = Math.min(most.width / width, most.height / height);
  roomFor(document, height * scale + 40);
  const { left } = document.page.margins;
  const top = document.y;
  document.image(Buffer.from(rendition), left, top, { width: width * scale, height: height * scale });
  for (const { box } of finds) {
    const place = [left + box.x * scale - 2, top + box.y * scale - 2, box.width * scale + 4, box.height * scale + 4] as const;
    document
      .save()
      .lineWidth(2.5)
      .strokeColor('#0b0c0c')
      .rect(...place)
      .stroke();
    document
      .lineWidth(1.2)
      .strokeColor('#ffdd00')
      .rect(...place)
      .stroke()
      .restore();
  }
  document.x = left;
  document.y = top + height * scale + 8;
}
