/** Photos that the owner gave with the report: filed by their look, so that an advert that shows one is found. */

import { Unprocessable } from '../../shared/aws/errors.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import type { MatchRequest, RecordsRequest } from '../../shared/messages.ts';
import { photoFamily } from '../../shared/photo-family.ts';
import { filePhoto } from '../../shared/photo-filing.ts';
import { decodePhoto, MOST_BYTES } from '../../shared/vision/decode-photo.ts';
import { fingerprintOf } from '../../shared/vision/fingerprint.ts';
import { announce } from './announce.ts';
import type { RecordsParts } from './parts.ts';

export type AddPhotosRequest = Extract<RecordsRequest, { type: 'add-photos' }>;

/** Kept as long as a report is usually looked for; added again they stay as long again. */
const daysKept = 730;

/**
 * Files each photo and has the record matched again, and each listing that shows such a photo already. What is no photo, or has too little in
 * it to be known again, is named in the audit row and the rest goes on. Of the photo only its fingerprint is kept; the upload goes after its term.
 */
export async function addPhotos(request: AddPhotosRequest, parts: RecordsParts): Promise<void> {
  const { reference, keys } = request;
  await audit(request, 'attempted', {}, parts);
  if ((await parts.records.get(reference)) === undefined) {
    await audit(request, 'refused', {}, parts);
    throw new Unprocessable('There is no record with the reference that photos were added to');
  }
  const [tokens, refused, shown]: [string[], string[], MatchRequest[]] = [[], [], []];
  for (const key of keys) {
    const filed = await fileUpload(key, parts);
    if ('why' in filed) refused.push(`${key}: ${filed.why}`);
    else {
      tokens.push(filed.token);
      shown.push(...filed.shownBy);
    }
  }
  await parts.records.addPhotoHashes(reference, tokens);
  // The record first: a listing that is matched before it is filed is met when the record asks.
  if (tokens.length > 0) await announce([reference], 'changed', parts);
  await parts.matchQueue.send(shown.map((body) => ({ body })));
  await audit(request, 'done', { photos: tokens.length, refused }, parts);
}

async function fileUpload(
  key: string,
  { uploads, photos: index, now }: RecordsParts,
): Promise<{ token: string; shownBy: MatchRequest[] } | { why: string }> {
  const bytes = await bytesOf(key, uploads);
  if (bytes === undefined) return { why: 'not among the uploads, or too large' };
  const decoded = await decodePhoto(bytes);
  if (decoded.outcome === 'refused') return { why: decoded.why };
  const fingerprint = await fingerprintOf(decoded.photo);
  if (fingerprint === undefined) return { why: 'too little in it to be known again' };
  const name = sha256(bytes);
  const filing = { index, now, retentionDays: daysKept };
  // Named as the owner's before it is filed: whoever finds it finds whose it is.
  const token = await index.nameOwners(name, expirySecond(now(), daysKept));
  await filePhoto(name, fingerprint, filing);
  const { members, isStock } = await photoFamily(name, index);
  const uses = isStock ? [] : members.flatMap((member) => member.uses);
  return { token, shownBy: uses.map((use) => ({ type: 'listing-revised', ...use })) };
}

async function bytesOf(key: string, uploads: RecordsParts['uploads']): Promise<Uint8Array | undefined> {
  const stream = await uploads.get(key);
  if (stream === undefined) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) {
      stream.destroy();
      return undefined;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function audit(
  { reference, actor }: AddPhotosRequest,
  outcome: 'attempted' | 'done' | 'refused',
  detail: Record<string, unknown>,
  { audit: store, now }: RecordsParts,
): Promise<void> {
  await store.append({
    at: now().toISOString(),
    actor,
    act: 'record-photos-added',
    subject: { kind: 'record', id: reference },
    outcome,
    detail,
  });
}
