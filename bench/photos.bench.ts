/** IMEIs read from photos that were drawn for this run and never looked at: how many, how many wrong, at what cost; beside tesseract.js. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './median.ts';
import type { PhotoReaderResult } from './peers/photo-reader.ts';
import { drawPhotos, type LabelledPhoto } from './photos/draw-photos.ts';
import type { Figure } from './run.ts';

const run = promisify(execFile);
/** `FENCEWATCH_PHOTOS=300` and `FENCEWATCH_PHOTO_SEED=62` measure on more and on others. Seed 11 is the one that the rules were made on. */
const count = Number(process.env['FENCEWATCH_PHOTOS'] ?? 60);
const seed = Number(process.env['FENCEWATCH_PHOTO_SEED'] ?? 61);
/** `FENCEWATCH_PHOTOS_KEPT=folder` keeps the photos, with `truth.json`, to be looked at. */
const kept = process.env['FENCEWATCH_PHOTOS_KEPT'];
/** Models and libraries take their memory with the first photos. */
const warm = 15;

export async function photos(): Promise<Figure[]> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'photos-')));
  try {
    const truth = await drawInto(folder);
    const ours = await read('fencewatch-photo-reader.ts', folder);
    const theirs = await read('tesseract-photo-reader.ts', folder);
    return [
      {
        what: `photos drawn with seed ${seed}, IMEIs on them`,
        value: String(truth.length),
        against: String(truth.flatMap(({ visible }) => visible).length),
      },
      ...(['easy', 'medium', 'hard'] as const).map((level) => recallFigure(level, truth, ours, theirs)),
      { what: 'photos with a wrong number', value: String(wrong(truth, ours)), against: `tesseract.js ${wrong(truth, theirs)}` },
      { what: 'of them with a covered number told', value: String(told(truth, ours)), against: `tesseract.js ${told(truth, theirs)}` },
      {
        what: 'median, ms of one core a photo',
        value: median(ours.costs).toFixed(0),
        against: `tesseract.js ${median(theirs.costs).toFixed(0)}`,
      },
      {
        what: 'most memory, MB',
        value: Math.max(...ours.memory).toFixed(0),
        against: `tesseract.js ${Math.max(...theirs.memory).toFixed(0)}`,
      },
      { what: `memory grown since photo ${warm}, MB`, value: grown(ours).toFixed(0), against: `over ${truth.length - warm} photos` },
    ];
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true });
  }
}

type Truth = Omit<LabelledPhoto, 'bytes'>[];

async function drawInto(folder: string): Promise<Truth> {
  const truth: Truth = [];
  for await (const { bytes, ...labels } of drawPhotos(count, seed)) {
    await writeFile(join(folder, `${labels.id}.jpg`), bytes);
    truth.push(labels);
  }
  await writeFile(join(folder, 'truth.json'), JSON.stringify(truth));
  return truth;
}

async function read(reader: string, folder: string): Promise<PhotoReaderResult> {
  const file = fileURLToPath(new URL(`./peers/${reader}`, import.meta.url));
  const { stdout } = await run(process.execPath, [file, folder], { maxBuffer: 1e8 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function recallFigure(level: LabelledPhoto['level'], truth: Truth, ours: PhotoReaderResult, theirs: PhotoReaderResult): Figure {
  const photosOfLevel = truth.filter((photo) => photo.level === level);
  const all = photosOfLevel.flatMap(({ visible }) => visible).length;
  const share = ({ found }: PhotoReaderResult) =>
    (photosOfLevel.flatMap(({ id, visible }) => visible.filter((imei) => found[id]?.includes(imei))).length / all) * 100;
  return { what: `${level}: of ${all} IMEIs read, %`, value: share(ours).toFixed(1), against: `tesseract.js ${share(theirs).toFixed(1)}` };
}

function wrong(truth: Truth, { found }: PhotoReaderResult): number {
  return truth.filter(({ id, visible }) => found[id]?.some((imei) => !visible.includes(imei))).length;
}

function told(truth: Truth, { found }: PhotoReaderResult): number {
  return truth.filter(({ id, hidden }) => found[id]?.some((imei) => hidden.includes(imei))).length;
}

function grown({ memory }: PhotoReaderResult): number {
  return (memory.at(-1) ?? 0) - (memory[warm - 1] ?? memory[0] ?? 0);
}
