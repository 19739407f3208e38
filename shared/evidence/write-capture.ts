/** Writes a Capture: the WARC file (ISO 28500) by warcio, the manifest beside it. */

import { randomUUID } from 'node:crypto';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { WireAnswer } from '../sources/http/download.ts';
import type { CapturedPiece, CaptureFiles, CaptureManifest, PieceKind } from './capture.ts';
import { sha256 } from './sha256.ts';

/** An answer of the platform, byte for byte. */
export interface SeenAnswer {
  what: Extract<PieceKind, 'page' | 'photo'>;
  url: string;
  finalUrl: string;
  status: number;
  capturedAt: string;
  wire: WireAnswer;
}

/** What came without an HTTP answer of this moment: what a browser drew, or a photo that was kept when it was read. */
export interface SeenResource {
  what: Exclude<PieceKind, 'page'>;
  url: string;
  finalUrl: string;
  contentType: string;
  capturedAt: string;
  body: Uint8Array;
}

export interface CaptureDraft extends Omit<CaptureManifest, 'format' | 'warc' | 'pieces'> {
  seen: readonly (SeenAnswer | SeenResource)[];
  /** As the User-Agent said it, for the record of who asked. */
  userAgent: string;
}

export async function writeCapture({ seen, userAgent, ...facts }: CaptureDraft): Promise<CaptureFiles> {
  const info = { software: toolsLine(facts.tools), 'http-header-user-agent': oneLine(userAgent), conformsTo: warcStandard };
  const records = [WARCRecord.createWARCInfo({ warcVersion: 'WARC/1.1', date: facts.startedAt, warcHeaders: newId() }, info)];
  const pieces: CapturedPiece[] = [];
  for (const each of seen) {
    const { record, recordId } = 'wire' in each ? answerRecord(each) : resourceRecord(each);
    records.push(record);
    pieces.push(pieceOf(each, recordId));
  }
  const warc = Buffer.concat(await Promise.all(records.map((record) => WARCSerializer.serialize(record, { gzip: true }))));
  const manifest: CaptureManifest = {
    format: 'fencewatch-capture-1',
    ...facts,
    warc: { bytes: warc.length, sha256: sha256(warc) },
    pieces,
  };
  return { warc, manifest: new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`) };
}

const warcStandard = 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/';

function answerRecord({ finalUrl, status, capturedAt, wire }: SeenAnswer) {
  const headers = newId();
  const record = WARCRecord.create(
    {
      type: 'response',
      warcVersion: 'WARC/1.1',
      url: oneLine(finalUrl),
      date: capturedAt,
      warcHeaders: headers,
      statusline: `HTTP/1.1 ${status} ${oneLine(wire.statusText)}`,
      httpHeaders: wire.headers.map(([name, value]) => [archivedName(name), oneLine(value)]),
    },
    [wire.body],
  );
  return { record, recordId: headers['WARC-Record-ID'] };
}

/** Pictures of the page are named as Browsertrix names its screenshots, so that ReplayWeb.page shows them; a photo goes by its address. */
const resourceNames: Record<SeenResource['what'], string> = {
  photo: '',
  rendition: 'urn:rendition:',
  'full-page': 'urn:fullPage:',
  offer: 'urn:view:',
};

function resourceRecord({ what, finalUrl, contentType, capturedAt, body }: SeenResource) {
  const headers = { ...newId(), 'Content-Type': contentType };
  const url = `${resourceNames[what]}${oneLine(finalUrl)}`;
  const record = WARCRecord.create({ type: 'resource', warcVersion: 'WARC/1.1', url, date: capturedAt, warcHeaders: headers }, [body]);
  return { record, recordId: headers['WARC-Record-ID'] };
}

function pieceOf(seen: SeenAnswer | SeenResource, recordId: string): CapturedPiece {
  const { what, url, finalUrl, capturedAt } = seen;
  const body = 'wire' in seen ? seen.wire.body : seen.body;
  const payload = { bytes: body.length, sha256: sha256(body) };
  if (!('wire' in seen)) return { what, url, finalUrl, contentType: seen.contentType, capturedAt, recordId, payload };
  const contentType = seen.wire.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  return { what, url, finalUrl, status: seen.status, contentType, capturedAt, recordId, payload };
}

function newId() {
  return { 'WARC-Record-ID': `<urn:uuid:${randomUUID()}>` };
}

/** The chunks of the connection are put together already; a reader that sees the header would look for them. */
function archivedName(name: string): string {
  return name === 'transfer-encoding' ? 'x-orig-transfer-encoding' : name;
}

/** A header that breaks its line would begin another one. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]/g, ' ');
}

function toolsLine(tools: Record<string, string>): string {
  return oneLine(
    Object.entries(tools)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  );
}
