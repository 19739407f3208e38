import { expect, it } from 'vitest';
import { withoutGovernmentTypeface } from '../../../shared/pages/stylesheets.ts';

it('takes a typeface out of a stylesheet', () => {
  const sheet = 'a{b:c}@font-face{font-family:GDS Transport;src:url(/x.woff2)}p{font-family:GDS Transport,arial,sans-serif}';
  expect(withoutGovernmentTypeface(sheet)).toBe('a{b:c}p{font-family:var(--fw-typeface)}');
});
