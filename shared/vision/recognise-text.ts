/** What one stretch of writing says, letter by letter, with how sure each is. */

import type { InferenceSession, TypedTensor } from 'onnxruntime-node';
import { cutOut } from './cut-out.ts';
import type { Photo } from './photo.ts';
import type { TensorOf } from './text-models.ts';
import { type TextRegion, turned } from './text-region.ts';

export interface Letter {
  character: string;
  /** 0 to 1, as the model gives it. */
  probability: number;
  /** Where along the region its middle stands: 0 at the beginning, 1 at the end. */
  along: number;
}

export interface TextLine {
  /** In the direction in which it could be read. */
  region: TextRegion;
  letters: Letter[];
}

export interface Recogniser {
  session: InferenceSession;
  /** The characters the model knows, by class; the first is "no letter here". */
  characters: readonly string[];
  tensorOf: TensorOf;
}

/** Writing that runs down the photo is this much higher than long. */
const RUNS_DOWN = 1.5;
/** Less sure writing may stand on its head. */
const SURELY_UPRIGHT = 0.75;

/** Reads a region, the other way round too where that reads better. */
export async function recogniseText(photo: Photo, region: TextRegion, recogniser: Recogniser): Promise<TextLine> {
  const level = region.height > region.length * RUNS_DOWN ? turned(region, 1) : region;
  const letters = await readAlong(photo, level, recogniser);
  if (letters.length === 0 || meanProbability(letters) >= SURELY_UPRIGHT) return { region: level, letters };
  const upsideDown = turned(level, 2);
  const other = await readAlong(photo, upsideDown, recogniser);
  return meanProbability(other) > meanProbability(letters) ? { region: upsideDown, letters: other } : { region: level, letters };
}

function meanProbability(letters: readonly Letter[]): number {
  return letters.length === 0 ? 0 : letters.reduce((sum, { probability }) => sum + probability, 0) / letters.length;
}

async function readAlong(photo: Photo, region: TextRegion, { session, characters, tensorOf }: Recogniser): Promise<Letter[]> {
  const { input, width, height, length } = cutOut(photo, region);
  const outputs = await session.run({ [session.inputNames[0] ?? 'x']: tensorOf(input, [1, 3, height, width]) });
  const { data, dims } = outputs[session.outputNames[0] ?? ''] as TypedTensor<'float32'>;
  return lettersOf({ classes: data, columns: dims[1] ?? 0, filled: length / width }, characters);
}

/** How likely each class is in each column. */
interface Scores {
  classes: Float32Array;
  columns: number;
  /** The share of the columns that the writing takes. */
  filled: number;
}

/** Greedy reading of the columns (CTC): the likeliest class of each, where one class goes on it is one letter. */
function lettersOf({ classes, columns, filled }: Scores, characters: readonly string[]): Letter[] {
  const count = columns === 0 ? 0 : classes.length / columns;
  const letters: Letter[] = [];
  let before = 0;
  let from = 0;
  for (let column = 0; column < columns; column++) {
    const { best, probability } = likeliest(classes.subarray(column * count, (column + 1) * count));
    const last = letters.at(-1);
    if (best !== 0 && best !== before) {
      from = column;
      letters.push({ character: characters[best] ?? '', probability, along: alongOf(column, column) });
    } else if (best !== 0 && last !== undefined) {
      last.probability = Math.max(last.probability, probability);
      last.along = alongOf(from, column);
    }
    before = best;
  }
  return letters;

  function alongOf(first: number, last: number): number {
    return Math.min(1, ((first + last) / 2 + 0.5) / columns / filled);
  }
}

function likeliest(classes: Float32Array): { best: number; probability: number } {
  let [best, probability] = [0, -1];
  for (let index = 0; index < classes.length; index++) {
    const each = classes[index] ?? 0;
    if (each > probability) [best, probability] = [index, each];
  }
  return { best, probability };
}
