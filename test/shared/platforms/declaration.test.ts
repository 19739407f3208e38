import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlatforms, noticePlatform, type Platform } from '../../../shared/platforms/declaration.ts';
import { aPlatform } from '../../support/notices.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-platforms-'));
});
afterAll(() => rm(folder, { recursive: true }));

const { channel: _channel, ...declared } = aPlatform();

async function load(content: unknown) {
  const file = join(folder, 'platforms.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadPlatforms([file]);
}

describe('a declared platform', () => {
  it.each<Platform['delivery']>([
    { how: 'webhook', url: 'https://marktplein.example/notices' },
    { how: 'email', to: 'abuse@marktplein.example' },
    { how: 'form', url: 'https://marktplein.example/report' },
    { how: 'portal', tell: 'abuse@marktplein.example' },
  ])('takes notices by $how', async (delivery) => {
    const platform = (await load({ ...declared, delivery })).get('marktplein');
    expect(platform && noticePlatform(platform).channel).toBe(delivery.how);
  });

  it.each([
    ['an e-mail address that breaks the line', { how: 'email', to: 'abuse@marktplein.example\r\nBcc: all@evil.example' }, 'delivery.to'],
    ['no e-mail address', { how: 'email' }, 'delivery.to'],
    ['the field of another channel', { how: 'portal', to: 'abuse@marktplein.example' }, 'delivery.tell'],
    ['an address of another kind', { how: 'form', url: 'javascript:alert(1)' }, 'delivery.url'],
    ['a channel that nobody knows', { how: 'fax', number: '1' }, 'delivery.how'],
  ])('is refused by file, entry and field for %s', async (_, delivery, field) => {
    const good = { ...declared, delivery: { how: 'form', url: 'https://marktplein.example/report' } };
    const loading = load([good, { ...declared, source: 'gumtree', delivery }]);
    await expect(loading).rejects.toThrow(/platforms\.json declares no platforms that can be used:\n {2}entry 2 \(gumtree\), /);
    await expect(loading).rejects.toThrow(field);
    await expect(loading).rejects.not.toThrow('entry 1');
  });

  it('is refused with every mistake at once', async () => {
    await expect(load([{ ...declared, name: '', respondWithinHours: 0 }])).rejects.toThrow(
      /, name: .*\n.*, respondWithinHours: .*\n.*, delivery: /,
    );
  });

  it.each([
    ['not JSON', '{"source":'],
    ['not an object', '[3]'],
  ])('is refused when it is %s', async (_, content) => {
    await expect(load(content)).rejects.toThrow(/platforms\.json/);
  });
});
