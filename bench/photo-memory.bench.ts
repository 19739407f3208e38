/** What a warm function that looks at photos holds, after so many of them. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { drawPhotos } from './photos/draw-photos.ts';
import type { Figure } from './run.ts';

const run = promisify(execFile);
/** `FENCEWATCH_PHOTOS_IN_A_ROW=100` looks at fewer. */
const count = Number(process.env['FENCEWATCH_PHOTOS_IN_A_ROW'] ?? 1000);
/** Drawn once and looked at in turn, each time with other bytes. */
const drawn = 40;

const lineSchema = z.object({ photos: z.number(), finds: z.number(), resident: z.number(), heap: z.number(), outside: z.number() });

export async function photoMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  try {
    for await (const { id, bytes } of drawPhotos(drawn, 61)) await writeFile(join(folder, `${id}.jpg`), bytes);
    const worker = fileURLToPath(new URL('./peers/see-in-a-row.ts', import.meta.url));
    const { stdout } = await run(process.execPath, ['--expose-gc', worker, folder, String(count)]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .map(({ photos, finds, resident, heap, outside }) => ({
        what: `after ${photos} photos and ${finds} finds, MB`,
        value: String(resident),
        against: `of it JavaScript's heap ${heap}, buffers ${outside}`,
      }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
