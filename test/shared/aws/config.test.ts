import { expect, expectTypeOf, test } from 'vitest';
import { readConfig } from '../../../shared/aws/config.ts';

test('reads exactly the asked keys, each in its type', () => {
  const env = { LISTINGS_TABLE: 'listings', SOURCE_FILES: 'a.json, b.json', CASES_TABLE: 'cases' };
  const config = readConfig(env, ['LISTINGS_TABLE', 'SOURCE_FILES', 'ALLOWED_PRIVATE_NETWORKS', 'TEAM']);

  expect(config).toStrictEqual({
    LISTINGS_TABLE: 'listings',
    SOURCE_FILES: ['a.json', 'b.json'],
    ALLOWED_PRIVATE_NETWORKS: [],
    TEAM: 'default',
  });
  expectTypeOf(config).toEqualTypeOf<{
    readonly LISTINGS_TABLE: string;
    readonly SOURCE_FILES: string[];
    readonly ALLOWED_PRIVATE_NETWORKS: string[];
    readonly TEAM: string;
  }>();
});

test('reports every missing and every wrong key at once, and no secret', () => {
  const env = { SCAN_QUEUE_URL: 'ftp://queue', IDENTIFIER_KEY: 'too short', ALLOWED_PRIVATE_NETWORKS: '10.0.0.0/8,10.0.0.0/99', TEAM: '' };
  const read = () => readConfig(env, ['LISTINGS_TABLE', 'SCAN_QUEUE_URL', 'IDENTIFIER_KEY', 'ALLOWED_PRIVATE_NETWORKS', 'TEAM']);

  expect(read).toThrow(
    [
      'The environment does not configure this function:',
      '  LISTINGS_TABLE (table of Scans, Listings and Revisions): expected a name, found nothing',
      '  SCAN_QUEUE_URL (search pages to fetch): expected an http or https address, found "ftp://queue"',
      '  IDENTIFIER_KEY (key of the HMAC under which identifiers are indexed; another key makes an empty index): expected a secret of at least 32 characters, found 9 characters',
      '  ALLOWED_PRIVATE_NETWORKS (private networks that pages may be fetched from; none on AWS): expected networks such as 127.0.0.0/8 separated by commas, found "10.0.0.0/8,10.0.0.0/99"',
    ].join('\n'),
  );
});

test('takes networks of both versions of IP', () => {
  expect(readConfig({ ALLOWED_PRIVATE_NETWORKS: '127.0.0.0/8,::1/128' }, ['ALLOWED_PRIVATE_NETWORKS'])).toStrictEqual({
    ALLOWED_PRIVATE_NETWORKS: ['127.0.0.0/8', '::1/128'],
  });
});

test('takes keys by their number, and no address where there is none', () => {
  const key = 'a key of thirty-two characters, or of more';
  expect(readConfig({ PORTAL_KEY: JSON.stringify({ 1: key, 12: key }) }, ['PORTAL_KEY', 'PORTAL_URL'])).toStrictEqual({
    PORTAL_KEY: { 1: key, 12: key },
    PORTAL_URL: null,
  });
  for (const wrong of ['{"0":"a key of thirty-two characters, or of more"}', '{"1":"short"}', 'none', '[]'])
    expect(() => readConfig({ PORTAL_KEY: wrong }, ['PORTAL_KEY'])).toThrow(`found ${wrong.length} characters`);
});
