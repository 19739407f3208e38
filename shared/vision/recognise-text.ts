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
  const { input, width, height, filled } = cutOut(photo, region);
  const outputs = await session.run({ [session.inputNames[0] ?? 'x']: tensorOf(input, [1, 3, height, width]) });
  const scores = outputs[session.outputNames[0] ?? ''] as TypedTensor<'float32'>;
  return lettersOf(scores.data, scores.dims[1] ?? 0, characters).map((letter) => ({
    ...letter,
    along: Math.min(1, letter.along / filled),
  }));
}

/** Greedy reading of the model's columns (CTC): the likeliest class of each, where one class goes on it is one letter. */
function lettersOf(scores: Float32Array, columns: number, characters: readonly string[]): Letter[] {
  const classes = columns === 0 ? 0 : scores.length / columns;
  const letters: Letter[] = [];
  let before = 0;
  let last: { letter: Letter; from: number } | undefined;
  for (let column = 0; column < columns; column++) {
    let [best, probability] = [0, -1];
    for (let index = 0, at = column * classes; index < classes; index++, at++) {
      const score = scores[at] ?? 0;
      if (score > probability) [best, probability] = [index, score];
    }
    if (best !== 0 && best !== before) {
      last = { letter: { character: characters[best] ?? '', probability, along: (column + 0.5) / columns }, from: column };
      letters.push(last.letter);
    } else if (best !== 0 && last !== undefined) {
      last.letter.probability = Math.max(last.letter.probability, probability);
      last.letter.along = ((last.from + column) / 2 + 0.5) / columns;
    }
    before = best;
  }
  return letters;
}
