import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** A text in Code 128, as an SVG of this size in CSS pixels. */
export async function barcodeSvg(text: string, width: number, height: number): Promise<string> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  const { symbol, error } = await writeBarcode(text, { format: 'Code128' });
  if (symbol === null) throw new Error(`no barcode: ${error}`);
  const bars = Array.from(symbol.data.slice(0, symbol.width), (value, x) =>
    value === 0 ? `<rect x="${x}" width="1.02" height="10"/>` : '',
  );
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${symbol.width} 10" preserveAspectRatio="none" style="display:block;margin:auto">${bars.join('')}</svg>`;
}
