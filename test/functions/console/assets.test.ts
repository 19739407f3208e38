import { describe, expect, it } from 'vitest';
import { loadAssets } from '../../../functions/console/assets.ts';

describe('assets', () => {
  it('carry the hash of their content in their name', () => {
    const paths = Object.values(loadAssets()).map(({ path }) => path);
    for (const path of paths) expect(path).toMatch(/^\/assets\/[a-z]+\.[0-9a-f]{8}\.(css|js|svg)$/);
    expect(new Set(paths).size).toBe(4);
  });

  it('hold neither the typeface that is licensed for gov.uk alone nor its name', () => {
    const { body } = loadAssets().govuk;
    expect(body).not.toContain('GDS Transport');
    expect(body).not.toContain('@font-face');
    expect(body).not.toContain('exclusive use on gov.uk');
    expect(body).toContain('font-family:var(--fw-typeface)');
  });

  it('load nothing from another address', () => {
    for (const { body } of Object.values(loadAssets())) expect(body).not.toMatch(/url\((?!\/assets\/images\/|data:|"data:)|@import/);
  });
});
