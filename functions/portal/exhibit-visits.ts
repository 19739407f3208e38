/** The evidence that a notice names, shown and handed out to the platform whose listing it is of. */

import type { Context } from 'hono';
import { type Exhibit, exhibitOf } from './exhibit.ts';
import { captureNames } from './pages/capture-names.ts';
import { exhibitPage } from './pages/exhibit-page.ts';
import type { PortalParts } from './parts.ts';
import { notHere, print } from './print.ts';
import { leaveRow, noticeAsked, type Visit } from './visit.ts';

/** Lambda answers with at most 6 MB, a third of which goes to base64. */
const mostBytes = 4_400_000;

export async function showExhibit(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const asked = await exhibitAsked(context, parts, visit);
  if (asked === undefined) return notHere(context, parts);
  const { base } = visit;
  const notice = `${base}/notices/${encodeURIComponent(asked.noticeId)}`;
  const path = `${notice}/listings/${asked.listing}/evidence/${asked.number}`;
  return print(context, parts, {
    title: `${captureNames[asked.exhibit.kind]}, ${asked.exhibit.ref}`,
    home: `${base}/notices`,
    back: { href: `${notice}#listing-${asked.listing}`, text: 'Back to the notice' },
    content: exhibitPage(asked.exhibit, path),
  });
}

/** The bytes that a hash was made of: `1` is the first piece, `manifest.json` the manifest. */
export async function sendPiece(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const asked = await exhibitAsked(context, parts, visit);
  const name = context.req.param('piece') ?? '';
  const piece = asked && pieceNamed(asked.exhibit, name);
  if (asked === undefined || piece === undefined || piece.bytes.length > mostBytes) return notHere(context, parts);
  return context.body(new Uint8Array(piece.bytes), 200, {
    'content-type': piece.contentType,
    'content-disposition': piece.contentType.startsWith('image/') ? 'inline' : `attachment; filename="${piece.fileName}"`,
  });
}

interface Piece {
  bytes: Uint8Array;
  contentType: string;
  fileName: string;
}

/** A stranger's page is handed out as bytes and never as a page; of what a browser drew it is known that it is a picture. */
function pieceNamed({ ref, manifest, pieces }: Exhibit, name: string): Piece | undefined {
  const stem = ref.replace('/', '-');
  if (name === 'manifest.json') return { bytes: manifest, contentType: 'application/json', fileName: `${stem}-manifest.json` };
  const piece = /^[1-9]\d?$/.test(name) ? pieces[Number(name) - 1] : undefined;
  if (piece === undefined) return undefined;
  const isPicture = piece.what !== 'page' && /^image\/(?:jpeg|png|webp)$/.test(piece.contentType);
  return { bytes: piece.bytes, contentType: isPicture ? piece.contentType : 'application/octet-stream', fileName: `${stem}-${name}.bin` };
}

interface ExhibitAsked {
  noticeId: string;
  listing: number;
  number: number;
  exhibit: Exhibit;
}

async function exhibitAsked(context: Context, parts: PortalParts, visit: Visit): Promise<ExhibitAsked | undefined> {
  const stored = await noticeAsked(context, parts, visit);
  const [listing, number] = [numberIn(context.req.param('listing')), numberIn(context.req.param('exhibit'))];
  const exhibit = stored && (await exhibitOf(stored, { listing, exhibit: number }, parts));
  if (stored === undefined || exhibit === undefined) return undefined;
  const caseId = stored.cases[listing - 1]?.caseId ?? '';
  const piece = context.req.param('piece')?.slice(0, 20) ?? 'all';
  const detail = { noticeId: stored.id, ref: exhibit.ref, manifestSha256: exhibit.manifestSha256, piece };
  await leaveRow(parts, visit.pass, { act: 'evidence-viewed', subject: { kind: 'case', id: caseId }, outcome: 'done', detail });
  return { noticeId: stored.id, listing, number, exhibit };
}

function numberIn(text: string | undefined): number {
  return /^[1-9]\d?$/.test(text ?? '') ? Number(text) : 0;
}
