import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, maskIdentifiers } from '../../../shared/aws/log.ts';

const printed: string[] = [];
const { info, error } = console;

// Powertools writes through the console it finds when a Logger is made.
beforeEach(() => {
  printed.length = 0;
  process.env['POWERTOOLS_DEV'] = 'true';
  console.info = console.error = (line: string) => void printed.push(line);
});
afterEach(() => {
  Object.assign(console, { info, error });
});

const line = () => JSON.parse(printed.join('')) as Record<string, unknown>;

test('names the service and keeps the details', () => {
  createLog('read').info('Listing read', { itemId: '1498012', revision: 3 });

  expect(line()).toMatchObject({ service: 'read', level: 'INFO', message: 'Listing read', itemId: '1498012', revision: 3 });
});

test('masks identifiers in the message, in names, in numbers and in depth', () => {
  createLog('read').info('IMEI 356938035643809 found', {
    '356938035643809': true,
    number: 356938035643809,
    big: 356938035643809n,
    nested: { list: ['35-693803-564380-9', { deep: 'IMEISV 3569380356438012' }] },
  });

  expect(printed.join('')).not.toMatch(/35.?693803.?564380/);
  expect(line()).toMatchObject({
    message: 'IMEI 35693803*****09 found',
    '35693803*****09': true,
    number: '35693803*****09',
    big: '35693803*****09',
    nested: { list: ['35693803*****09', { deep: 'IMEISV 35693803******12' }] },
  });
});

test('masks identifiers in an error, its stack and its cause', () => {
  createLog('read').error('Failed', { error: new Error('bad 356938035643809', { cause: new Error('deep 356938035643809') }) });

  expect(printed.join('')).not.toContain('356938035643809');
  expect(line()).toMatchObject({ error: { message: 'bad 35693803*****09', cause: { message: 'deep 35693803*****09' } } });
});

test('leaves times, item ids and short numbers as they are', () => {
  const text = '2026-11-22T10:00:00.000Z item 1498012 at 1795341600000';
  expect(maskIdentifiers(text)).toBe(text);
});

test('lets no run of 14 to 16 digits through, whatever stands around it and between', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 16 });
  const separator = fc.constantFrom('', ' ', '-', '.', '/');
  const hidden = fc.property(digits, separator, fc.string(), fc.string(), (run, between, before, after) => {
    const written = run.join(between);
    expect(maskIdentifiers(`${before}${written}${after}`)).not.toContain(written);
  });
  fc.assert(hidden);
});
