/** Draws labelled photos: a scene in a browser, laid on a table and tilted, then blurred, made noisy and compressed. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import * as z from 'zod';
import { type Random, randomFrom } from '../../local/sample/random.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { giftCard, lockScreen, parcel, receipt, simCard, storageSettings } from './harmless.ts';
import { type Level, type LevelName, levels } from './level.ts';
import { numbersOf } from './numbers.ts';
import { batterySticker, boxLabel, engraving } from './prints.ts';
import type { DrawnScene, SceneNumbers } from './scene.ts';
import { androidAbout, androidDialog, iphoneAbout, iphoneDialog } from './screens.ts';

export interface LabelledPhoto {
  id: string;
  level: LevelName;
  scene: string;
  /** That a person can see whole, in the writing; a barcode may say a hidden one. */
  visible: string[];
  /** The phone's numbers that are covered, in writing and bars. */
  hidden: string[];
  bytes: Buffer;
}

const inPage = fileURLToPath(new URL('in-page.js', import.meta.url));

type Draw = (numbers: SceneNumbers, random: Random) => DrawnScene | Promise<DrawnScene>;

const showing: Record<string, Draw> = {
  iphoneDialog,
  androidDialog,
  iphoneAbout,
  androidAbout,
  boxLabel,
  boxLabelAgain: boxLabel,
  engraving,
  batterySticker,
};
const harmless: Record<string, Draw> = { simCard, parcel, giftCard, receipt, lockScreen, storageSettings };
const HARMLESS = 0.2;
const CENSORED = 0.16;
const mostAttempts = 5;

/** `count` photos, the levels in turn. The same seed draws the same photos on one machine. */
export async function* drawPhotos(count: number, seed: number): AsyncGenerator<LabelledPhoto> {
  const fonts = await fontFaces();
  let browser = await launchChromium();
  try {
    for (let index = 0, attempt = 1; index < count; ) {
      const level = levels[index % levels.length];
      if (level === undefined) return;
      try {
        yield await drawPhoto(browser, { id: `${seed}-${index}`, level, fonts });
        [index, attempt] = [index + 1, 1];
      } catch (error) {
        // On a busy machine, and after some hundred large pages, a browser says that it is unable to take a picture. Another one draws the same.
        if (attempt++ === mostAttempts) throw error;
        await browser.close();
        browser = await launchChromium();
      }
    }
  } finally {
    await browser.close();
  }
}

async function drawPhoto(browser: Browser, { id, level, fonts }: { id: string; level: Level; fonts: string }): Promise<LabelledPhoto> {
  const random = randomFrom('labelled photo', id);
  const isHarmless = random.chance(HARMLESS);
  const scene = random.pick(Object.keys(isHarmless ? harmless : showing));
  const numbers = numbersOf(random);
  const drawn = await { ...harmless, ...showing }[scene]?.(numbers, random);
  if (drawn === undefined) throw new Error(`there is no scene ${scene}`);
  const page = await browser.newPage({ viewport: { width: 760, height: 920 }, deviceScaleFactor: 2 });
  try {
    await page.setContent(`<style>${fonts}*{box-sizing:border-box}body{margin:0}</style>${stageOf(drawn, level, random)}`, {
      waitUntil: 'load',
    });
    await page.addScriptTag({ path: inPage });
    await page.evaluate('document.fonts.ready');
    await page.evaluate(`fillFrame(${(drawn.isScreen ? 0.78 : 0.62) + random.next() * (drawn.isScreen ? 0.2 : 0.33)})`);
    const isCensored = !isHarmless && random.chance(CENSORED);
    if (isCensored) await page.evaluate(`censorAll('${random.pick(['blur', 'bar', 'scribble', 'x', 'end'])}')`);
    const shown = z.array(z.string()).parse(await page.evaluate('framedNumbers()'));
    const bytes = await developed(await page.screenshot({ type: 'png', ...(await shotOf(page)) }), drawn.isScreen, level, random);
    const visible = isCensored ? [] : shown;
    return {
      id,
      level: level.name,
      scene: isCensored ? `${scene}, censored` : scene,
      visible,
      hidden: isHarmless ? [] : numbers.imeis.filter((imei) => !visible.includes(imei)),
      bytes,
    };
  } finally {
    await page.close();
  }
}

/** The scene straight on, or lying on a table under some light. */
function stageOf({ html, isScreen }: DrawnScene, level: Level, random: Random): string {
  if (!random.chance(level.photographed)) return `<div id="shot" style="display:inline-block">${html}</div>`;
  const either = (most: number) => (random.next() * 2 - 1) * most;
  const [x, y, z] = [either(level.tilted), either(level.tilted), either(level.turned)];
  const table = random.pick(['#8a6b4d', '#c9c3b8', '#4b4f57', '#6d7f95', '#ddd', '#33302c']);
  const stripes = `repeating-linear-gradient(${random.int(0, 180)}deg,#0000 0 ${random.int(8, 60)}px,#0002 0 ${random.int(62, 90)}px),${table}`;
  const glare = random.chance(0.35)
    ? `<div style="position:absolute;inset:0;background:radial-gradient(circle at ${random.int(10, 90)}% ${random.int(10, 90)}%,#fff${random.pick(['6', '8', 'a'])},#fff0 ${random.int(12, 30)}%)"></div>`
    : '';
  const moire = random.chance(0.3)
    ? `<div style="position:absolute;inset:0;background:repeating-linear-gradient(${random.int(0, 90)}deg,#0000 0 2px,#0001 2px 3.3px)"></div>`
    : '';
  const shade = `<div style="position:absolute;inset:0;background:linear-gradient(${random.int(0, 360)}deg,#0000,#000${random.int(2, 6)})"></div>`;
  const size = isScreen ? 'width:500px;height:920px' : 'width:760px;height:680px';
  return `<div id="shot" style="position:relative;${size};overflow:hidden;background:${stripes};display:grid;place-items:center;perspective:1500px">
<div id="thing" style="transform:scale(var(--scale)) rotateX(${x}deg) rotateY(${y}deg) rotateZ(${z}deg)">${html}</div>${glare}${moire}${shade}</div>`;
}

async function shotOf(page: Page) {
  const box = await page.locator('#shot').boundingBox();
  if (box === null) throw new Error('the scene is not on the page');
  return { clip: box };
}

/** What lens, sensor, upload and marketplace do to it. */
async function developed(png: Buffer, isScreen: boolean, level: Level, random: Random): Promise<Buffer> {
  const between = ([from, to]: readonly [number, number]) => from + random.next() * (to - from);
  const width = Math.round(between(isScreen ? level.screenWidth : level.width));
  const blur = between(level.blur);
  let image = sharp(png).resize({ width });
  if (blur >= 0.3) image = image.blur(blur);
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const noise = between(level.noise);
  for (let at = 0; at < data.length; at++) {
    const drawn = random.next() + random.next() + random.next() + random.next() - 2; // nearly normal, deviation 0.577
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (drawn * noise) / 0.577));
  }
  const turned = random.chance(level.sideways) ? random.pick([90, 180, 270]) : 0;
  return sharp(data, { raw: info })
    .rotate(turned)
    .jpeg({ quality: Math.round(between(level.quality)) })
    .toBuffer();
}

/** Fonts from npm, so that the photos do not depend on what is installed; what is missing falls back to the browser's own. */
async function fontFaces(): Promise<string> {
  const require = createRequire(import.meta.url);
  const files = ['Inter', 'Roboto'].flatMap((family) => [400, 600].map((weight) => ({ family, weight })));
  const faces = await Promise.all(
    files.map(async ({ family, weight }) => {
      const name = family.toLowerCase();
      const file = require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
      const data = (await readFile(file)).toString('base64');
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
    }),
  );
  return faces.join('');
}
