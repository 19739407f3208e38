import { expect, it } from 'vitest';
import { RetryLater } from '../../../shared/aws/errors.ts';
import { itemOf, type Lift, NewerItem, nounOf } from '../../../shared/aws/item.ts';

const key = { pk: 'SHELF#3', sk: 'BOX' };

/** Three shapes of one kind: `weight` in grams as a text, then as a number, then with a name that says the unit. */
const asNumber: Lift = ({ weight, ...item }) => ({ ...item, ...(weight !== undefined && { weight: Number(weight) }) });
const withUnit: Lift = ({ weight, ...item }) => ({ ...(weight !== undefined && { grams: weight }), ...item });
const lifts = [asNumber, withUnit];

it('reads an item of each former version in the shape of today', () => {
  const today = { name: 'screws', grams: 250 };
  expect(nounOf({ ...key, name: 'screws', weight: '250' }, [], lifts)).toStrictEqual(today);
  expect(nounOf({ ...key, v: 2, name: 'screws', weight: 250 }, [], lifts)).toStrictEqual(today);
  expect(nounOf({ ...key, v: 3, ...today }, [], lifts)).toStrictEqual(today);
});

it('writes the version of today, and none for a kind that never changed', () => {
  expect(itemOf(key, { grams: 250 }, lifts)).toStrictEqual({ ...key, grams: 250, v: 3 });
  expect(itemOf(key, { grams: 250 })).toStrictEqual({ ...key, grams: 250 });
});

it('reads an item of which an update has written a part in the shape of today', () => {
  expect(nounOf({ ...key, name: 'screws', grams: 300 }, [], lifts)).toStrictEqual({ name: 'screws', grams: 300 });
});

it('throws, to be tried again, at an item that a newer version wrote, and names it without what it is about', () => {
  const read = (item: object, known?: Lift[]) => () => nounOf({ pk: 'RECORD#4217/23-A', sk: 'REVISION#000001', ...item }, [], known);
  expect(read({ v: 4 }, lifts)).toThrow(NewerItem);
  expect(read({ v: 2 })).toThrow(
    'An item RECORD/REVISION is of version 2, and this version of Fencewatch knows it up to 1: a newer one wrote it',
  );
  expect(read({ v: 'two' }, lifts)).toThrow(RetryLater);
});
