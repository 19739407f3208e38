import { describe, expect, it } from 'vitest';
import { isMatchable } from '../../../shared/domain/identifier.ts';
import { identifiersOnPhotos, type PhotoFind } from '../../../shared/domain/seen-photo.ts';

const find: PhotoFind = { value: '', source: 'text', labelled: true, minDigitConfidence: 0.99, box: { x: 0, y: 0, width: 1, height: 1 } };

function identifierOf(changes: Partial<PhotoFind>) {
  return identifiersOnPhotos([{ url: 'https://market.example/1.jpg', outcome: 'read', finds: [{ ...find, ...changes }] }])[0];
}

describe('what was read on a photo', () => {
  it('counts as what the page says counts: a partial IMEI as the digits that were seen', () => {
    const partial = identifierOf({ kind: 'partial', value: '3551678907?????' });
    expect(partial).toMatchObject({
      kind: 'partial',
      pattern: '3551678907?????',
      where: 'photo:1',
      features: { known: 10, shownBy: 'mask' },
    });
    expect(partial?.value).toBeUndefined();
    expect(partial && isMatchable(partial)).toBe(true);
  });

  it('is for a person alone where a digit of a partial IMEI is in doubt: no check digit would show a slip', () => {
    const partial = identifierOf({ kind: 'partial', value: '3551678907?????', minDigitConfidence: 0.7 });
    expect(partial && isMatchable(partial)).toBe(false);
  });

  it('is compared with records when it is a serial number, and no claim', () => {
    const serial = identifierOf({ kind: 'serial', value: 'F662CF161Q' });
    expect(serial).toMatchObject({ kind: 'serial', value: 'F662CF161Q', confidence: 0.1 });
    expect(serial && isMatchable(serial)).toBe(true);
  });
});
