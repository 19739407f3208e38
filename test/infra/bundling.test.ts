import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildBundles, refuseUndeclared } from '../../infra/bundling.ts';

const folder = mkdtempSync(join(tmpdir(), 'fencewatch-bundling-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function textOf(name: string): string {
  const code = buildBundles(folder, [name]).get(name)?.files.get('index.mjs');
  return Buffer.from(code ?? []).toString('utf8');
}

test('a handler that cannot be bundled is named with the line', () => {
  const broken = write('broken.ts', "export const fine = 1;\nimport { gone } from './gone.ts';\nexport const handler = gone;\n");
  expect(() => buildBundles(folder, [broken])).toThrow(/broken\.ts:2:21: ERROR: Could not resolve "\.\/gone\.ts"/);
});

test('a bundle is the same when nothing changed, and another when the code did', () => {
  const name = write('handler.ts', 'export const handler = () => "one";\n');
  const first = textOf(name);
  expect(first).toContain('"one"');
  expect(textOf(name)).toBe(first);
  write('handler.ts', 'export const handler = () => "two";\n');
  expect(textOf(name)).not.toBe(first);
});

test('a bundle does not depend on which others are made with it', () => {
  const [one, two] = [write('one.ts', 'export const handler = () => "one";\n'), write('two.ts', 'export const handler = () => "two";\n')];
  const together = buildBundles(folder, [one, two]);
  expect(together.get(one)).toEqual(buildBundles(folder, [one]).get(one));
  expect([...(together.get(two)?.files.keys() ?? [])]).toEqual(['index.mjs', 'index.mjs.map']);
});

test('a package that no bundle takes in must be brought along by the function that imports it', () => {
  const name = write(
    'draws.ts',
    "import sharp from 'sharp';\nimport { readFileSync } from 'node:fs';\nexport const handler = () => [sharp, readFileSync];\n",
  );
  const imports = buildBundles(folder, [name]).get(name)?.imports ?? [];
  expect(imports).toEqual(['sharp']);
  expect(() => refuseUndeclared(name, { imports }, [])).toThrow('draws.ts imports sharp, which no bundle takes in');
  expect(() => refuseUndeclared(name, { imports: ['sharp', 'zxing-wasm/reader'] }, ['sharp', 'zxing-wasm'])).not.toThrow();
});
