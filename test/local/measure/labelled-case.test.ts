import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCase, readLabelledCases } from '../../../local/measure/labelled-case.ts';
import { reportOn } from '../../../local/measure/reading-report.ts';
import { tablesOf } from '../../../local/measure/report-tables.ts';

async function read(lines: unknown[]) {
  const folder = await mkdtemp(join(tmpdir(), 'labelled-'));
  const bad: string[] = [];
  try {
    const file = join(folder, 'cases.jsonl');
    await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return { cases: await readLabelledCases(file, (line, reason) => bad.push(`${line}: ${reason}`)), bad };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const plain = {
  id: 'a',
  lang: 'pl',
  text: 'nr IMEI 355167890712340',
  expected: [{ imei: '355167890712340', kind: 'imei' }],
  class: 'plain',
};
const harmless = { id: 'b', html: '<p>Order number 355167890712340</p>', expected: [], class: 'order' };

describe('labelled cases', () => {
  it('are read line by line; a bad line is named with its field and the others go on', async () => {
    const { cases, bad } = await read([plain, 'no json', { ...plain, expected: [{ kind: 'imei' }] }, { ...plain, html: '<p>' }, harmless]);
    expect(cases.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(bad).toEqual([
      expect.stringMatching(/^2: expected JSON/),
      expect.stringMatching(/^3: expected\.0\.imei: /),
      '4: line: expected either text or html',
    ]);
  });

  it('are counted by way of writing, language and in total; ambiguous ones are told and not counted', () => {
    const missed = { ...plain, id: 'c', expected: [{ imei: '861234050012346', kind: 'imei' }] };
    const report = reportOn([plain, missed, harmless, { ...harmless, id: 'd', ambiguous: true }], readCase);
    expect(report.byWay).toMatchObject([
      { name: 'plain', cases: 2, identifiers: 2, found: 1, missed: 1, falseClaims: 1, alarms: 1 },
      { name: 'order', cases: 1, identifiers: 0, falseClaims: 0 },
    ]);
    expect(report.byLanguage.map(({ name }) => name)).toEqual(['pl', 'mixed']);
    expect(report.totals.map(({ name, cases }) => [name, cases])).toEqual([
      ['complete', 2],
      ['harmless', 1],
      ['all', 3],
    ]);
    expect(report.errors).toEqual([{ id: 'c', way: 'plain', missed: ['86123405*****46'], falseClaims: ['35516789*****40'] }]);
    expect(tablesOf(report)).toContain('| plain          |     2 |           2 |     1 |      1 | 50.0 % |            1 |     50.0 % |');
    expect(tablesOf(report)).toContain('1 ambiguous cases are read and not scored.');
  });
});
