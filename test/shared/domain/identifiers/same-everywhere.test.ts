import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatedCases } from '../../../../local/measure/generated-cases.ts';

const cli = fileURLToPath(new URL('../../../../local/cli.ts', import.meta.url));
const readers = new URL('../../../../shared/domain/identifiers/', import.meta.url);

describe('reading', () => {
  it('gives the same finds whatever the locale and the time zone', async () => {
    const input = generatedCases({ each: 3, seed: 5 })
      .map(({ id, text, html }) => JSON.stringify({ id, ...(html === undefined ? { text } : { html }) }))
      .join('\n');
    const places = [
      { LC_ALL: 'C', TZ: 'UTC' },
      // Turkish lower-cases I differently, and Kolkata is half an hour off.
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' },
      { LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8', TZ: 'America/St_Johns' },
    ];
    const [home, ...others] = await Promise.all(places.map((place) => extract(input, place)));
    expect(home).toContain('"kind":"imei"');
    for (const other of others) expect(other).toBe(home);
  });

  it('uses nothing that depends on locale, clock or chance', async () => {
    const files = (await readdir(readers)).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      expect(await readFile(new URL(file, readers), 'utf8'), file).not.toMatch(
        /\.toLocale|\bIntl\.|localeCompare|new Date|Date\.now|performance\.|Math\.random|process\.env/,
      );
    }
  });
});

function extract(input: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [cli, 'extract'], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  return textOf(child.stdout);
}
