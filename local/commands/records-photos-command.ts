/** `fencewatch records photos add`: what the owner gave with the report. */

import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { sha256 } from '../../shared/evidence/sha256.ts';
import { mostOwnersPhotos, type RecordsRequest } from '../../shared/messages.ts';
import { decodePhoto, MOST_BYTES } from '../../shared/vision/decode-photo.ts';
import { fingerprintOf } from '../../shared/vision/fingerprint.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import type { Stores } from '../stores.ts';
import { dataOption } from './data-option.ts';

export function registerRecordsPhotosCommand(records: Command): void {
  records
    .command('photos')
    .description('photos that the owner gave with the report')
    .command('add')
    .argument('<reference>', "the force's own reference of the record")
    .argument('<files...>', `photos of the device, at most ${mostOwnersPhotos}: JPEG, PNG, WebP, GIF, AVIF or TIFF`)
    .description('have listings found that show such a photo; exit code 1 if one cannot be used, the others are taken')
    .addOption(dataOption())
    .action(add);
}

async function add(reference: string, files: string[], { data }: { data: string }): Promise<void> {
  const attached = await attach(await existingDataFolder(data), { work: ['records', 'match'] });
  try {
    const { stores } = attached;
    if ((await stores.records.get(reference)) === undefined) throw new Error(`There is no record ${reference}`);
    const usable = await usablePhotos(files.slice(0, mostOwnersPhotos));
    for (const file of files.slice(mostOwnersPhotos)) refuse(file, `more than ${mostOwnersPhotos} at once`);
    if (usable.length > 0) await addPhotos(reference, usable, stores);
    await attached.settled();
    console.log(`${reference}: ${usable.length} of ${files.length} photos taken. Listings that show one are being compared.`);
  } finally {
    await attached.stop();
  }
}

/** The desk learns here, file by file, what the import would otherwise say in the audit alone. */
async function usablePhotos(files: readonly string[]): Promise<Uint8Array[]> {
  const usable: Uint8Array[] = [];
  for (const file of files) {
    const bytes = await bytesOrWhy(file);
    if (typeof bytes === 'string') refuse(file, bytes);
    else usable.push(bytes);
  }
  return usable;
}

async function bytesOrWhy(file: string): Promise<Uint8Array | string> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return `larger than ${MOST_BYTES / 1e6} MB`;
    const bytes = await readFile(file);
    const decoded = await decodePhoto(bytes);
    if (decoded.outcome === 'refused') return decoded.why;
    return (await fingerprintOf(decoded.photo)) === undefined ? 'too little in it to be known again' : bytes;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(file: string, why: string): void {
  process.exitCode = 1;
  console.error(`${file}: ${why}`);
}

async function addPhotos(reference: string, photos: readonly Uint8Array[], stores: Stores): Promise<void> {
  const keys: string[] = [];
  for (const bytes of photos) {
    const key = `photos/${randomUUID()}`;
    await stores.uploads.put(key, bytes, 'application/octet-stream');
    keys.push(key);
  }
  const body: RecordsRequest = { type: 'add-photos', reference, keys, actor: userInfo().username };
  await stores.recordsQueue.send([{ body }]);
  const wanted = photos.map((bytes) => sha256(bytes).slice(0, 16));
  for (;;) {
    const known = (await stores.records.get(reference))?.photoHashes ?? [];
    if (wanted.every((hash) => known.includes(hash))) return;
    await sleep(100);
  }
}
