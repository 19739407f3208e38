import { expect, test } from 'vitest';
import type { Log } from '../../../shared/aws/log.ts';
import type { StoredTacs } from '../../../shared/aws/tac-store.ts';
import { createTacsInUse } from '../../../shared/aws/tacs-in-use.ts';
import { packGroups } from '../../../shared/domain/tac/packed-tacs.ts';

/** A store that holds what is put into it, a clock that is moved by hand, and what was warned of. */
function inUse() {
  let stored: StoredTacs | undefined;
  let broken = false;
  let minutes = 0;
  let gets = 0;
  const warned: string[] = [];
  const log: Log = { debug() {}, info() {}, warn: (message) => void warned.push(message), error() {} };
  const answer = <Value>(value: Value) => (broken ? Promise.reject(new Error('S3 is down')) : Promise.resolve(value));
  const tacs = createTacsInUse({
    store: {
      version: () => answer(stored?.version),
      get: () => {
        gets += 1;
        return answer(stored);
      },
    },
    now: () => new Date(minutes * 60_000),
    log,
  });
  return {
    warned,
    gets: () => gets,
    import(brand: string) {
      stored = { tacs: packGroups([{ source: 's', brand, models: [], otherNames: [], tacs: [35000001] }]), version: brand };
    },
    forget() {
      stored = undefined;
    },
    breaks(state: boolean) {
      broken = state;
    },
    async brandAt(minute: number, tac = '35000001') {
      minutes = minute;
      return (await tacs.current()).find(tac)[0]?.brand;
    },
  };
}

test('without an import the shipped list stands, with one both do', async () => {
  const desk = inUse();
  expect(await desk.brandAt(0, '35209308')).toBe('Teltonika');
  expect(await desk.brandAt(0)).toBeUndefined();
  desk.import('Apple');
  expect(await desk.brandAt(10)).toBe('Apple');
  expect(await desk.brandAt(10, '35209308')).toBe('Teltonika');
});

test('an import is used within ten minutes, and fetched once', async () => {
  const desk = inUse();
  desk.import('Apple');
  expect(await desk.brandAt(1)).toBe('Apple');
  desk.import('Samsung');
  expect(await desk.brandAt(10.9)).toBe('Apple');
  expect(await desk.brandAt(11)).toBe('Samsung');
  expect(await desk.brandAt(30)).toBe('Samsung');
  expect(desk.gets()).toBe(2);
});

test('a directory that was taken away is no longer used', async () => {
  const desk = inUse();
  desk.import('Apple');
  await desk.brandAt(0);
  desk.forget();
  expect(await desk.brandAt(10)).toBeUndefined();
});

test('when it cannot be had, the one in hand goes on, with a warning, and it is asked for again within a minute', async () => {
  const desk = inUse();
  desk.breaks(true);
  expect(await desk.brandAt(0, '35209308')).toBe('Teltonika');
  desk.import('Apple');
  desk.breaks(false);
  expect(await desk.brandAt(1)).toBe('Apple');
  desk.breaks(true);
  expect(await desk.brandAt(11)).toBe('Apple');
  expect(desk.warned).toHaveLength(2);
});

test('readers that ask together wait for one look', async () => {
  const desk = inUse();
  desk.import('Apple');
  expect(await Promise.all([desk.brandAt(0), desk.brandAt(0), desk.brandAt(0)])).toEqual(['Apple', 'Apple', 'Apple']);
  expect(desk.gets()).toBe(1);
});
