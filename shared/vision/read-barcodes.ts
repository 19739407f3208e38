/** Reads what barcodes on a photo say: the linear ones of box labels and the square ones of screens. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Photo, Point } from './photo.ts';

export interface Barcode {
  /** `Code128`, `QRCode`. */
  format: string;
  text: string;
  corners: Point[];
}

export type BarcodeReader = (photo: Photo) => Promise<Barcode[]>;

/** Kinds that makers print IMEIs in. The codes of shops (EAN, UPC) hold 12 or 13 digits and never one. */
const formats = ['Code128', 'Code39', 'QRCode', 'DataMatrix'] as const;

/** Loads the reader with the WebAssembly of its own package: left to itself it would fetch it from a content network. */
export async function loadBarcodeReader(): Promise<BarcodeReader> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const wasmBinary = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true });
  return async ({ width, height, points }) => {
    const data = new Uint8ClampedArray(points.buffer as ArrayBuffer, points.byteOffset, points.byteLength);
    const image = { data, width, height, colorSpace: 'srgb' as const, pixelFormat: 'rgba-unorm8' as const };
    const found = await readBarcodes(image, {
      formats: [...formats],
      tryHarder: true,
      tryRotate: true,
      tryInvert: true,
      tryDownscale: true,
    });
    return found
      .filter(({ isValid }) => isValid)
      .map(({ format, text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => {
        return { format, text, corners: [topLeft, topRight, bottomRight, bottomLeft] };
      });
  };
}
