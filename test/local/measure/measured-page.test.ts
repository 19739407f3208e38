import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { generatedCases } from '../../../local/measure/generated-cases.ts';
import { readCase } from '../../../local/measure/labelled-case.ts';
import { measuredText, withMeasured } from '../../../local/measure/measured-block.ts';
import { reportOn } from '../../../local/measure/reading-report.ts';
import { withWeights } from '../../../local/measure/weights-source.ts';
import { weights } from '../../../shared/domain/identifiers/confidence-weights.ts';

const page = await readFile(new URL('../../../docs/identifiers.md', import.meta.url), 'utf8');

describe('docs/identifiers.md', () => {
  // After a change of the reader: npm run -s fencewatch -- identifiers measure --write docs/identifiers.md
  it('shows what the reader does today with the made-up texts', () => {
    const report = reportOn(generatedCases({ each: 60, seed: 1 }), readCase);
    expect(page).toBe(withMeasured(page, 'generated', measuredText('measure --write docs/identifiers.md', report)));
  });

  it('shows the same tables for the labelled sample', () => {
    const [, sample = ''] = /<!-- measured: sample -->(.*)<!-- end of sample -->/s.exec(page) ?? [];
    for (const head of ['way of writing', 'language', 'in total', 'confidence']) expect(sample).toContain(`| ${head}`);
    expect(sample).toMatch(/Expected calibration error 0\.0[0-3]\d over all/);
    expect(sample).toMatch(/`npm run -s fencewatch -- identifiers measure \S+ --write docs\/identifiers\.md`/);
  });

  it('is refused when the comments are not there', () => {
    expect(() => withMeasured('# A page', 'generated', '')).toThrow('<!-- measured: generated -->');
  });
});

describe('the source of the weights', () => {
  const file = new URL('../../../shared/domain/identifiers/confidence-weights.ts', import.meta.url);

  it('is rewritten number by number, the rest as it was', async () => {
    const source = await readFile(file, 'utf8');
    expect(withWeights(source, weights)).toBe(source);
    const changed = withWeights(source, { ...weights, prior: -6.25, 'label imei': 9.5 });
    expect(changed).toContain('  prior: -6.25,\n');
    expect(changed).toContain("  'label imei': 9.5,\n");
    expect(changed.length).toBe(source.length + '.25'.length + '.5'.length);
  });

  it('must name every weight', () => {
    expect(() => withWeights('export const weights = {};', weights)).toThrow('prior');
  });
});
