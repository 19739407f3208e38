import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sourceTable } from '../../../local/source/source-table.ts';
import { registry } from '../../../shared/sources/registry.ts';

const page = await readFile(new URL('../../../docs/sources.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).slice(1);

describe('docs/sources.md', () => {
  // After a change of the registry: npm run -s fencewatch -- source list
  it('has the table of the registry', () => {
    expect(page).toContain(`<!-- sources -->\n\n${sourceTable(registry)}\n\n<!-- /sources -->`);
  });

  it.each(registry.map(({ id }) => [id]))('has one section for %s, with its basis, what was proved and what was not', (id) => {
    const own = sections.filter((section) => section.split('\n', 1)[0]?.includes(`\`${id}\``));
    expect(own).toHaveLength(1);
    for (const part of ['**Basis:**', '**Oddities.**', '**Proved:**', '**Not proved:**']) expect(own[0]).toContain(part);
  });

  it('names no source that the registry does not have', () => {
    const named = sections.flatMap((section) => [...(section.split('\n', 1)[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => id));
    expect(named.toSorted()).toEqual(registry.map(({ id }) => id).toSorted());
  });
});
