import { crc32, deflateSync } from 'node:zlib';
import { randomFrom } from '../sample/random.ts';

const WIDTH = 240;
const HEIGHT = 320;

type Colour = readonly [red: number, green: number, blue: number];

/** A PNG of 240 × 320: a phone lying on a table, different for each key and always the same for one. */
export function photoPng(key: string): Uint8Array {
  const paint = phoneOnTable(key);
  const rows = new Uint8Array(HEIGHT * (1 + WIDTH * 3));
  let at = 0;
  for (let y = 0; y < HEIGHT; y++) {
    rows[at++] = 0; // no filter
    for (let x = 0; x < WIDTH; x++) for (const part of paint(x, y)) rows[at++] = part;
  }
  return png(rows);
}

/** Colour of every point: table boards with a grain, on it a rounded body with a camera or a lit screen. */
function phoneOnTable(key: string): (x: number, y: number) => Colour {
  const random = randomFrom('photo', key);
  const shade = (low: number, high: number): Colour => [random.int(low, high), random.int(low, high), random.int(low, high)];
  const [table, body, lens] = [shade(110, 225), shade(20, 235), shade(5, 60)];
  const [centreX, centreY] = [random.int(95, 145), random.int(135, 185)];
  const [half, tall] = [random.int(48, 62), random.int(100, 122)];
  const tilt = (random.next() - 0.5) * 0.7;
  const [board, grain, lenses] = [random.int(18, 60), random.next() * 6, random.int(1, 3)];
  const screenUp = random.chance(0.4);
  return (x, y) => {
    const [across, along] = turned(x - centreX, y - centreY, tilt);
    const edge = Math.max(Math.abs(across) - half, Math.abs(along) - tall);
    if (edge > 0)
      return shaded(
        table,
        ((x + Math.floor(y / 3)) % board < 2 ? -30 : 0) + Math.sin(x * 0.21 + y * 0.03 * grain) * 7 - (edge < 9 ? 26 : 0),
      );
    if (edge > -4) return shaded(body, -35);
    if (screenUp) return shaded([24, 28, 44], 70 * (0.5 + across / half / 2) * (0.6 + along / tall / 3));
    const camera = Array.from({ length: lenses }, (_, index) => Math.hypot(across + half - 20, along + tall - 22 - index * 24));
    return Math.min(...camera) < 10 ? lens : shaded(body, (across / half) * 14 - (along / tall) * 18);
  };
}

function turned(x: number, y: number, angle: number): [number, number] {
  return [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
}

function shaded(colour: Colour, by: number): Colour {
  const part = (value: number) => Math.max(0, Math.min(255, Math.round(value + by)));
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

/** PNG, third edition: signature, then IHDR (eight bits a channel, truecolour), IDAT and IEND. */
function png(rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
