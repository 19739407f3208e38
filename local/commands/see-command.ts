/** `fencewatch see`: identifiers out of photos, one line of JSON a file, so that anyone can measure the seeing from outside. */

import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { comparePhotos } from '../../shared/vision/compare-photos.ts';
import { MOST_BYTES } from '../../shared/vision/decode-photo.ts';
import type { Fingerprint } from '../../shared/vision/fingerprint.ts';
import { createPhotoReader, type PhotoReader, type PhotoReading } from '../../shared/vision/read-photo.ts';
import { faultText } from '../fault-text.ts';
import { writeJsonLine } from './json-lines.ts';
import { startProgress } from './progress.ts';

interface SeeOptions {
  text?: boolean;
  pairs?: boolean;
}

export function registerSeeCommand(program: Command): void {
  program
    .command('see')
    .argument('<files...>', 'photos: JPEG, PNG, WebP, GIF, AVIF or TIFF')
    .option('--text', 'add all the writing that was read, row by row')
    .option(
      '--pairs',
      'then a line {"files":[a,b],"likeness"} for every two photos that are the same, or alike, as far as their fingerprints tell',
    )
    .description('read the IMEIs on photos: one line of JSON {"file","identifiers":[…]} a file; exit code 1 if one cannot be read')
    .action(see);
}

async function see(files: string[], options: SeeOptions): Promise<void> {
  const reader = await createPhotoReader();
  if (reader.withoutText !== undefined) console.error(`Barcodes only: ${reader.withoutText}.`);
  const progress = startProgress('photos');
  const known: { file: string; fingerprint: Fingerprint }[] = [];
  for (const [index, file] of files.entries()) {
    progress.update(index, files.length);
    const reading = await readFileOrWhy(reader, file);
    if (reading.outcome === 'unreadable') {
      process.exitCode = 1;
      console.error(`${file}: ${reading.why}`);
    }
    await writeJsonLine(lineOf(file, reading, options));
    if (reading.outcome === 'read' && reading.fingerprint !== undefined) known.push({ file, fingerprint: reading.fingerprint });
  }
  progress.update(files.length, files.length);
  progress.stop();
  if (options.pairs) await writePairs(known);
}

async function writePairs(photos: readonly { file: string; fingerprint: Fingerprint }[]): Promise<void> {
  for (const [index, one] of photos.entries()) {
    for (const other of photos.slice(index + 1)) {
      const compared = comparePhotos(one.fingerprint, other.fingerprint);
      if (compared.likeness !== 'different') await writeJsonLine({ files: [one.file, other.file], ...compared });
    }
  }
}

async function readFileOrWhy(reader: PhotoReader, file: string): Promise<PhotoReading> {
  try {
    const { size } = await stat(file);
    // A video of gigabytes under the name of a photo is not read into memory to be refused.
    if (size > MOST_BYTES) return { outcome: 'unreadable', why: `larger than ${MOST_BYTES / 1e6} MB (${size} bytes)` };
    return await reader.read(await readFile(file));
  } catch (error) {
    return { outcome: 'unreadable', why: faultText(error) };
  }
}

/** A file that cannot be read has its line too, so that no file is lost between input and output. */
function lineOf(file: string, reading: PhotoReading, { text }: SeeOptions) {
  if (reading.outcome === 'unreadable') return { file, identifiers: [], unreadable: reading.why };
  const identifiers = reading.identifiers.map(({ digitConfidences: _, ...identifier }) => identifier);
  const { fingerprint } = reading;
  return { file, identifiers, ...(fingerprint && { fingerprint }), ...(text && { text: reading.text }) };
}
