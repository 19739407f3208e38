/** Captures of an invented listing, as `writeCapture` takes them. */

import type { SeenPhoto } from '../../shared/domain/seen-photo.ts';
import { readManifest } from '../../shared/evidence/capture.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import { type CaptureDraft, type SeenAnswer, writeCapture } from '../../shared/evidence/write-capture.ts';
import { IMEI } from './console-data.ts';

const url = 'https://market.example/item/phone/7';
const at = '2026-11-22T10:00:00.000Z';

export function anAnswer(changes: Partial<SeenAnswer> & { text?: string } = {}): SeenAnswer {
  const { text = '<h1>iPhone 13</h1>', ...rest } = changes;
  const headers: SeenAnswer['wire']['headers'] = [['content-type', 'text/html; charset=utf-8']];
  const wire = { statusText: 'OK', headers, body: new TextEncoder().encode(text) };
  return { what: 'page', url, finalUrl: url, status: 200, capturedAt: at, wire, ...rest };
}

export function aDraft(changes: Partial<CaptureDraft> = {}): CaptureDraft {
  return {
    kind: 'page',
    caseId: '7Kq2',
    listing: { source: 'market', itemId: '7', url },
    startedAt: at,
    finishedAt: at,
    tools: { fencewatch: '0.1.0', node: 'v24.21.0' },
    userAgent: 'Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)',
    seen: [anAnswer()],
    missing: [],
    ...changes,
  };
}

export const anExhibit = {
  exhibit: 'FW-7Kq2',
  caseId: '7Kq2',
  title: 'iPhone 13',
  url,
  madeAt: '2026-11-23T09:00:00.000Z',
  madeBy: 'DC Smith',
  software: 'Fencewatch 0.1.0',
};

/** A photo of a listing on which the number of the literature was read, at a place that tests can reckon with. */
export function aSeenPhoto(bytes: Uint8Array): SeenPhoto & { sha256: string } {
  const find = {
    value: IMEI,
    source: 'text' as const,
    labelled: true,
    minDigitConfidence: 0.97,
    box: { x: 100, y: 200, width: 300, height: 40 },
  };
  const read = { outcome: 'read', sha256: sha256(bytes), width: 900, height: 1200, readWith: { sharp: '0.35.5' }, finds: [find] };
  return { url: 'https://img.marktplein.example/88120734/1.jpg', seenAt: at, ...read };
}

/** The capture of such a photo, and an archive that holds nothing else. */
export async function aReadingsCapture({ caseId, photo, rendition }: { caseId: string; photo: Uint8Array; rendition: Uint8Array }) {
  const { url: from, finds, width = 1, height = 1, readWith = {} } = aSeenPhoto(photo);
  const place = { url: from, finalUrl: from, capturedAt: at };
  const files = await writeCapture(
    aDraft({
      kind: 'readings',
      caseId,
      seen: [
        { what: 'photo', ...place, contentType: 'application/octet-stream', body: photo },
        { what: 'rendition', ...place, contentType: 'image/jpeg', body: rendition },
      ],
      readings: [{ photo: sha256(photo), rendition: sha256(rendition), url: from, width, height, tools: readWith, finds }],
    }),
  );
  const manifestSha256 = sha256(files.manifest);
  const stored = { caseId, kind: 'readings' as const, capturedAt: at, folder: 'f', manifestSha256, pieces: 2, missing: 0 };
  return { files, captures: { ofCase: async () => [stored], manifest: async () => readManifest(files.manifest), read: async () => files } };
}
