/** Photos on which a device's number stands, drawn: the dialog of *#06#, the About screen, the label of a box. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { madeUpSerial } from '../../sample/made-up-imei.ts';
import { type Random, randomFrom } from '../../sample/random.ts';
import { type Writing, widthOf, write } from './lettering.ts';

/** `barcode` is a box label whose number stands in the bars alone. */
export const scenes = ['dialog', 'about', 'box', 'barcode'] as const;
export type Scene = (typeof scenes)[number];

export function isScene(name: string): name is Scene {
  return scenes.some((scene) => scene === name);
}

export interface DevicePhoto {
  scene: Scene;
  /** One, or both of a dual-SIM phone. */
  imeis: readonly string[];
  /** The same key draws the same photo. */
  key: string;
}

/** A PNG of 900 × 1200, the thing askew on a table. */
export async function drawDevicePhoto({ scene, imeis, key }: DevicePhoto): Promise<Buffer> {
  const random = randomFrom('device photo', key);
  const drawn =
    scene === 'dialog' ? dialog(imeis, random) : scene === 'about' ? about(imeis, random) : await label(imeis, random, scene === 'box');
  return sharp(Buffer.from(onTable(drawn, random)))
    .png()
    .toBuffer();
}

interface Drawing {
  svg: string;
  width: number;
  height: number;
}

const WIDTH = 900;
const HEIGHT = 1200;

const tables = ['#b08960', '#7a5a42', '#d9d5cd', '#8b8d92', '#627090'];

/** Laid on a table, turned by some degrees, with a shadow and the light from one side. */
function onTable({ svg, width, height }: Drawing, random: Random): string {
  const tilt = (random.next() - 0.5) * 9;
  const table = random.pick(tables);
  const boards = Array.from(
    { length: 9 },
    (_, index) => `<rect y="${index * 140 + random.int(-20, 20)}" width="${WIDTH}" height="3" fill="#0002"/>`,
  );
  const x = (WIDTH - width) / 2 + random.int(-15, 15);
  const y = (HEIGHT - height) / 2 + random.int(-40, 40);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="light" x2="1" y2="0.6"><stop stop-color="#fff" stop-opacity=".18"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient></defs>
<rect width="100%" height="100%" fill="${table}"/>${boards.join('')}
<g transform="rotate(${tilt} ${WIDTH / 2} ${HEIGHT / 2}) translate(${x} ${y})"><rect x="10" y="14" width="${width}" height="${height}" rx="18" fill="#0004"/>${svg}</g>
<rect width="100%" height="100%" fill="url(#light)"/></svg>`;
}

/** A phone's frame around what its screen shows. */
function screen(content: string, background: string): Drawing {
  const [width, height] = [620, 1060];
  const frame = `<rect width="${width}" height="${height}" rx="58" fill="#101114"/><rect x="18" y="18" width="${width - 36}" height="${height - 36}" rx="44" fill="${background}"/>`;
  return { svg: `${frame}<g transform="translate(18 18)">${content}</g>`, width, height };
}

function dialog(imeis: readonly string[], random: Random): Drawing {
  const dark = random.chance(0.4);
  const [paper, ink, ground] = dark ? ['#2c2c2e', '#f2f2f4', '#000'] : ['#fdfdfd', '#17181a', '#c9ccd2'];
  const rows = imeis.map((imei, index) => write(imei, { x: 42, y: 130 + index * 70, size: 27, colour: ink }));
  const title = centred('IMEI', { x: 232, y: 45, size: 34, colour: ink, weight: 0.9 });
  const height = 190 + imeis.length * 70;
  const button = centred('OK', { x: 232, y: height - 62, size: 26, colour: '#2f7df6' });
  const card = `<g transform="translate(60 330)"><rect width="464" height="${height}" rx="26" fill="${paper}"/>${title}${rows.join('')}${button}</g>`;
  return screen(`${write('9:41', { x: 40, y: 26, size: 18, colour: ink })}${card}`, ground);
}

function about(imeis: readonly string[], random: Random): Drawing {
  const rows = [
    ['MODEL NAME', 'PHONE'],
    ['SERIAL NUMBER', madeUpSerial('Apple', random)],
    ['CAPACITY', '128 GB'],
    ...imeis.map((imei, index) => [
      index === 0 ? 'IMEI' : 'IMEI2',
      `${imei.slice(0, 2)} ${imei.slice(2, 8)} ${imei.slice(8, 14)} ${imei.slice(14)}`,
    ]),
    ['ICCID', `8944${random.digits(15)}`],
    ['BLUETOOTH', Array.from({ length: 6 }, () => random.digits(2)).join(':')],
  ];
  const lines = rows.map(([name = '', value = ''], index) => {
    const y = 190 + index * 110;
    return `${write(name, { x: 36, y, size: 20, colour: '#222' })}${write(value, { x: 548 - widthOf(value, 21), y: y + 38, size: 21, colour: '#666' })}<rect x="36" y="${y + 82}" width="512" height="1" fill="#0002"/>`;
  });
  return screen(`${centred('ABOUT', { x: 292, y: 80, size: 26, colour: '#111', weight: 0.9 })}${lines.join('')}`, '#f2f2f6');
}

async function label(imeis: readonly string[], random: Random, withText: boolean): Promise<Drawing> {
  const codes = await Promise.all(imeis.map(code128));
  const rows = codes.map((code, index) => {
    const y = 130 + index * 150;
    const number = `IMEI${imeis.length > 1 ? index + 1 : ''} ${imeis[index]}`;
    return `<g transform="translate(40 ${y})">${bars(code, 560, 78)}</g>${withText ? write(number, { x: 40, y: y + 92, size: 22 }) : ''}`;
  });
  const height = 230 + imeis.length * 150;
  const serial = write(`(S) SERIAL NO. ${madeUpSerial('Apple', random)}`, { x: 40, y: height - 70, size: 18 });
  const name = write('PHONE, BLACK, 128 GB', { x: 40, y: 40, size: 24, weight: 0.8 });
  return { svg: `<rect width="660" height="${height}" rx="8" fill="#fbfbf8"/>${name}${rows.join('')}${serial}`, width: 660, height };
}

function centred(text: string, writing: Writing): string {
  return write(text, { ...writing, x: writing.x - widthOf(text, writing.size) / 2 });
}

interface Bars {
  width: number;
  /** 0 where a bar stands; one row of the symbol. */
  dark: Uint8ClampedArray;
}

async function code128(text: string): Promise<Bars> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  const { symbol, error } = await writeBarcode(text, { format: 'Code128' });
  if (symbol === null || error !== '') throw new Error(`no barcode for a text of ${text.length} characters: ${error}`);
  return { width: symbol.width, dark: symbol.data.slice(0, symbol.width) };
}

function bars({ width, dark }: Bars, over: number, height: number): string {
  const one = over / width;
  const drawn = Array.from(dark, (value, index) =>
    value === 0 ? `<rect x="${index * one}" width="${one + 0.05}" height="${height}"/>` : '',
  );
  return `<rect x="-14" y="-6" width="${over + 28}" height="${height + 12}" fill="#fff"/><g fill="#000">${drawn.join('')}</g>`;
}
