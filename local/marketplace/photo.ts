/** Photos of phones, drawn: a phone on a table with what lies about. The same key gives the same picture, byte for byte. */

import { type Random, randomFrom } from '../sample/random.ts';
import { encodePng } from './png.ts';

const WIDTH = 240;
const HEIGHT = 320;

type Colour = readonly [red: number, green: number, blue: number];

/** What a colour's trade name says of it; the place in the list is the first digit of the photo's key. */
const bodies: readonly { name: RegExp; colour: Colour }[] = [
  { name: /black|midnight|graphite|obsidian|charcoal/i, colour: [42, 43, 48] },
  { name: /white|starlight|silver|snow|chalk|porcelain|cream/i, colour: [226, 224, 217] },
  { name: /blue|navy|teal|ultramarine|bay|aurora/i, colour: [86, 116, 152] },
  { name: /green|mint|sage|lime|khaki/i, colour: [104, 132, 108] },
  { name: /red|coral|burgundy/i, colour: [168, 46, 50] },
  { name: /pink|rose|crystal/i, colour: [226, 176, 184] },
  { name: /purple|violet|lavender|lilac/i, colour: [150, 134, 176] },
  { name: /gold|yellow|lemon|desert|hazel|amber/i, colour: [208, 178, 124] },
  { name: /titanium/i, colour: [150, 144, 136] },
  { name: /gr[ea]y|./i, colour: [112, 114, 120] },
];

const tables: readonly Colour[] = [
  [176, 137, 96],
  [112, 82, 60],
  [222, 219, 212],
  [139, 141, 146],
  [98, 116, 144],
  [118, 130, 102],
  [196, 178, 160],
];

/** A new photo's key for a phone of this colour: nine digits. */
export function drawPhotoKey(random: Random, colour: string): string {
  return `${bodies.findIndex((each) => each.name.test(colour))}${random.digits(8)}`;
}

/** A PNG of 240 × 320. */
export function photoPng(key: string): Uint8Array {
  const colourAt = sceneOf(key);
  const points = new Uint8Array(WIDTH * HEIGHT * 3);
  let at = 0;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const packed = colourAt(x, y);
      points[at++] = packed >> 16;
      points[at++] = (packed >> 8) & 255;
      points[at++] = packed & 255;
    }
  }
  return encodePng({ width: WIDTH, height: HEIGHT, points });
}

/** The colour of every point, as 0xRRGGBB. */
type Layer = (x: number, y: number) => number;
/** Nothing of this layer at that point. */
const CLEAR = -1;

function sceneOf(key: string): Layer {
  const random = randomFrom('photo', key);
  const layers = [phoneLayer(random, Number(key.charAt(0))), ...clutter(random)];
  const table = tableLayer(random);
  return (x, y) => {
    for (const layer of layers) {
      const colour = layer(x, y);
      if (colour !== CLEAR) return colour;
    }
    return table(x, y);
  };
}

/** Boards with a grain, lit from one side. */
function tableLayer(random: Random): Layer {
  const colour = random.pick(tables);
  const [board, slant, grain] = [random.int(24, 90), random.int(2, 9), 0.05 + random.next() * 0.2];
  const light = random.int(-18, 18) / WIDTH;
  return (x, y) => {
    const joint = (x + Math.floor(y / slant)) % board < 2 ? -28 : 0;
    return shaded(colour, joint + Math.sin(x * grain + y * 0.02) * 5 + (x - WIDTH / 2) * light);
  };
}

/** The phone, back or screen up, a little askew, with its shadow. */
function phoneLayer(random: Random, family: number): Layer {
  const body = (bodies[family] ?? { colour: [112, 114, 120] as const }).colour;
  const [centreX, centreY] = [random.int(95, 145), random.int(135, 185)];
  const [half, tall, round] = [random.int(48, 62), random.int(100, 122), random.int(10, 18)];
  const tilt = (random.next() - 0.5) * 0.7;
  const [cosine, sine] = [Math.cos(tilt), Math.sin(tilt)];
  const lenses = random.int(1, 3);
  const screenUp = random.chance(0.35);
  return (x, y) => {
    const across = (x - centreX) * cosine + (y - centreY) * sine;
    const along = (y - centreY) * cosine - (x - centreX) * sine;
    const edge = outside(Math.abs(across) - half + round, Math.abs(along) - tall + round) - round;
    if (edge > 0) return edge < 7 && y > centreY - tall ? shaded([70, 66, 62], edge * 9) : CLEAR;
    if (edge > -3) return shaded(body, -30);
    if (screenUp) return edge > -7 ? 0x0a0a0c : shaded([26, 30, 46], 60 * (0.5 + across / half / 2) * (0.7 + along / tall / 3));
    for (let lens = 0; lens < lenses; lens++) {
      const distance = Math.hypot(across + half - 20, along + tall - 22 - lens * 24);
      if (distance < 10) return distance < 4 ? 0x1c2438 : 0x0c0c10;
    }
    return shaded(body, (across / half) * 10 - (along / tall) * 14);
  };
}

/** Distance from a corner's centre, or from the nearer side where the point lies beside one. */
function outside(across: number, along: number): number {
  return Math.hypot(Math.max(across, 0), Math.max(along, 0)) + Math.min(Math.max(across, along), 0);
}

/** Up to three things that lie about: mugs, coins, boxes. */
function clutter(random: Random): Layer[] {
  return Array.from({ length: random.int(0, 3) }, () => {
    const colour: Colour = [random.int(60, 235), random.int(60, 235), random.int(60, 235)];
    const [centreX, centreY, size] = [random.int(0, WIDTH), random.int(0, HEIGHT), random.int(12, 46)];
    if (random.chance(0.5))
      return (x, y) => (Math.abs(x - centreX) < size && Math.abs(y - centreY) < size * 0.7 ? shaded(colour, (y - centreY) / 4) : CLEAR);
    return (x, y) => {
      const distance = Math.hypot(x - centreX, y - centreY);
      return distance < size ? shaded(colour, distance > size - 4 ? -40 : -distance / 3) : CLEAR;
    };
  });
}

function shaded([red, green, blue]: Colour, by: number): number {
  return (channel(red + by) << 16) | (channel(green + by) << 8) | channel(blue + by);
}

function channel(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
}
