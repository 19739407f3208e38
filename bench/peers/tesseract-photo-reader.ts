/** Tesseract as its documentation has it, on one block of text (psm 6, the best of those tried); the same rules say what in its text is an IMEI. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, PSM } from 'tesseract.js';
import { photoIdentifiers } from '../../shared/vision/photo-identifiers.ts';
import { measurePhotos } from './photo-reader.ts';

const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
const worker = await createWorker('eng', undefined, { langPath: join(data, '4.0.0_best_int'), cacheMethod: 'none' });
await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
await measurePhotos(async (photo) => {
  const { text } = (await worker.recognize(photo)).data;
  return photoIdentifiers({ text, letters: [] }, [], 1).map(({ value }) => value);
});
await worker.terminate();
