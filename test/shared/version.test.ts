import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { version, warcioVersion } from '../../shared/version.ts';
import { packageVersions } from '../../shared/vision/reader-tools.ts';

it('is the version of package.json', async () => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  expect(version).toBe(JSON.parse(text).version);
  expect(JSON.parse(text).dependencies).toMatchObject(packageVersions);
  expect(warcioVersion).toBe(JSON.parse(text).dependencies.warcio);
});
