import { expect, test } from 'vitest';
import { columnOfHeader } from '../../../shared/domain/record-column.ts';

test.each([
  ['stolen_at', 'stolen_at'],
  ['Stolen At', 'stolen_at'],
  ['STOLEN-AT', 'stolen_at'],
  [' IMEI 1 ', 'imei1'],
  ['IMEI', 'imei1'],
  ['Model Number', 'model_number'],
  ['Color', 'colour'],
])('the header %s means the column %s', (header, column) => {
  expect(columnOfHeader(header)).toBe(column);
});

test.each(['officer', '', 'imei3', 'constructor', '__proto__'])('the header "%s" means nothing here', (header) => {
  expect(columnOfHeader(header)).toBeUndefined();
});
