import { expect, test } from 'vitest';
import { atFirstUse } from '../../../shared/domain/at-first-use.ts';

test('a value is made when it is first asked for, and once', () => {
  const made: string[] = [];
  const words = atFirstUse(() => [made.push('made')]);
  expect(made).toEqual([]);
  expect(words()).toBe(words());
  expect(made).toEqual(['made']);
});

test('undefined is a value like any other', () => {
  let times = 0;
  const nothing = atFirstUse(() => void times++);
  expect([nothing(), nothing(), times]).toEqual([undefined, undefined, 1]);
});

test('what could not be made is tried again', () => {
  let times = 0;
  const late = atFirstUse(() => {
    times += 1;
    if (times === 1) throw new Error('not yet');
    return times;
  });
  expect(late).toThrow('not yet');
  expect(late()).toBe(2);
});
