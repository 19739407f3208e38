/** With what photos are read, as evidence names it: a reading can be repeated only with the same. */

import { version } from '../version.ts';
import { modelFiles } from './text-models.ts';

/** Held equal to those of package.json by a test. */
export const packageVersions = { sharp: '0.35.5', 'onnxruntime-node': '1.30.0', 'zxing-wasm': '3.1.4' } as const;

/** `{ fencewatch: '0.1.0', sharp: '0.35.5', …, 'PP-OCRv4 detection': 'sha256:30a86f57…' }` */
export const readerTools: Record<string, string> = {
  fencewatch: version,
  ...packageVersions,
  'PP-OCRv4 detection': `sha256:${modelFiles.detection.sha256}`,
  'PP-OCRv4 recognition': `sha256:${modelFiles.recognition.sha256}`,
};
