import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configFields } from '../../shared/aws/config.ts';
import { configurationHead, configurationRows } from '../support/configuration-table.ts';
import { monitorTemplate } from '../support/monitor-template.ts';

const operating = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
const template = monitorTemplate({ sourceFiles: ['deploy/sources.json'], platformFiles: ['deploy/platforms.json'] });

test('the operating guide says of every variable what it is and where its value comes from', () => {
  const documented = operating.split(`${configurationHead}\n`)[1]?.split('\n\n')[0]?.split('\n');
  expect(documented).toEqual(configurationRows(template));
});

test('a value that nobody may see comes from Secrets Manager', () => {
  const secretKinds = ['secret', 'secrets', 'credentials', 'numberedKeys', 'signingKeys'];
  const rows = configurationRows(template);
  for (const [key, { kind }] of Object.entries(configFields)) {
    const isSecret = rows.some((row) => row.startsWith(`| \`${key}\` `) && row.includes('**secret**'));
    expect([key, isSecret]).toEqual([key, secretKinds.includes(kind)]);
  }
});
