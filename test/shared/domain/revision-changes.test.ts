import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../shared/domain/revision-changes.ts';
import { anIdentifier, aRevision } from '../../support/console-data.ts';

describe('what changed between two revisions', () => {
  const before = aRevision({ price: { amount: 300, currency: 'GBP' }, images: ['a', 'b'], identifiers: [], location: 'Leeds' });

  it('is told with both values, of photos and identifiers only those that went and came', () => {
    const after = {
      ...before,
      price: { amount: 250, currency: 'GBP' },
      images: ['b', 'c'],
      identifiers: [anIdentifier()],
      description: 'New text.',
    };
    expect(changesBetween(before, after)).toEqual([
      { field: 'description', was: before.description, is: 'New text.' },
      { field: 'price', was: '300 GBP', is: '250 GBP' },
      { field: 'images', was: 'a', is: 'c' },
      { field: 'identifiers', was: 'nothing', is: `imei ${anIdentifier().value}` },
    ]);
  });

  it('is nothing between equal ones, and names what disappeared or moved', () => {
    expect(changesBetween(before, before)).toEqual([]);
    const { location: _location, ...without } = before;
    expect(changesBetween(before, without)).toEqual([{ field: 'location', was: 'Leeds', is: 'nothing' }]);
    expect(changesBetween(before, { ...before, images: ['b', 'a'] })).toEqual([
      { field: 'images', was: 'nothing', is: 'in another order' },
    ]);
  });
});
