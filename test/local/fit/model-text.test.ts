import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ceilingText } from '../../../local/fit/ceiling.ts';
import { modelText } from '../../../local/fit/model-text.ts';
import { currentModel, modelVersions } from '../../../shared/domain/matching/matching-model.ts';

it('docs/matching.md shows the weights in force: `fencewatch model show --write docs/matching.md`', () => {
  const page = readFileSync(new URL('../../../docs/matching.md', import.meta.url), 'utf8');
  expect(page).toContain(modelText(currentModel, { inForce: currentModel.version, versions: modelVersions.map(({ version }) => version) }));
});

it('no description of what everybody has names one phone among a hundred thousand', () => {
  const [, , common = '', , engraved = ''] = ceilingText(currentModel).split('\n');
  const cells = (row: string) => row.split('|').map((cell) => cell.trim());
  expect(cells(common)[1]).toBe('model, storage, colour, network, battery, a week, 3 km');
  expect(Number.parseFloat(cells(common)[5] ?? '')).toBeLessThan(1);
  expect(Number.parseFloat(cells(engraved)[5] ?? '')).toBeGreaterThan(50);
});
