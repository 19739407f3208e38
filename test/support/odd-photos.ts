/** Photos as no camera makes them but the web serves them. */

import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { write } from '../../local/marketplace/drawn/lettering.ts';

/** A picture of one line of writing, 640 × 200. */
export function writingPhoto(text: string, background = '#f4f2ee'): Sharp {
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200">
<rect width="100%" height="100%" fill="${background}"/>${write(text, { x: 30, y: 80, size: 24 })}</svg>`),
  );
}

/** A PNG that declares a size and holds `rows` rows of it, all black: gigabytes in a few kilobytes. */
export function declaredPng(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const data = deflateSync(Buffer.alloc(rows * (width + 1)));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
