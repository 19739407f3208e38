import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentTo, digestOf, makeAskedKey, signReceipt, verifyReceipt } from '../../shared/check-receipt.ts';
import { publicOnly, type SigningKey, signingKeyOf, withNewKey } from '../../shared/signing-keys.ts';

const keys = withNewKey({ keys: [] }, new Date('2026-11-27T10:00:00Z'));
const asked = 'imei:35824005111111';
const statement = (askedKey: string) => ({
  id: 'r1',
  client: 'phone-hub',
  checkedAt: '2026-11-27T10:00:00.000Z',
  reference: 'Regal 4 „links“',
  asked: commitmentTo(asked, askedKey),
  answer: 'not-reported' as const,
});

function signing(set: typeof keys): SigningKey {
  const key = signingKeyOf(set);
  if (key === undefined) throw new Error('no key');
  return key;
}

describe('a receipt', () => {
  it('is verified offline with the public keys, and holds no number', async () => {
    const receipt = await signReceipt(statement(makeAskedKey()), signing(keys));
    expect(await verifyReceipt(receipt, publicOnly(keys))).toMatchObject({ client: 'phone-hub', answer: 'not-reported' });
    expect(JSON.stringify(receipt)).not.toMatch(/35824005|111111/);
    expect(JSON.stringify(publicOnly(keys))).not.toContain('"d"');
  });

  it('fails with any bit of it flipped', async () => {
    const receipt = await signReceipt(statement(makeAskedKey()), signing(keys));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('statement', 'signature'), fc.nat(), fc.integer({ min: 0, max: 6 }), async (field, place, bit) => {
        const text = receipt[field];
        const at = place % text.length;
        const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
        await expect(verifyReceipt({ ...receipt, [field]: flipped }, publicOnly(keys))).rejects.toThrow();
      }),
      { numRuns: 500 },
    );
    const last = receipt.signature.length - 1;
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      if (other === receipt.signature[last]) continue;
      await expect(verifyReceipt({ ...receipt, signature: receipt.signature.slice(0, last) + other }, publicOnly(keys))).rejects.toThrow();
    }
  });

  it('outlives the key that signed it, and is nobody else’s', async () => {
    const receipt = await signReceipt(statement(makeAskedKey()), signing(keys));
    const rotated = withNewKey(keys, new Date('2026-12-27T10:00:00Z'));
    expect(rotated.keys.map(({ d }) => d !== undefined)).toEqual([true, false]);
    await expect(verifyReceipt(receipt, publicOnly(rotated))).resolves.toBeDefined();
    await expect(verifyReceipt(receipt, publicOnly(withNewKey({ keys: [] }, new Date())))).rejects.toThrow();
  });

  it('binds what was asked to whoever keeps the number and its key', () => {
    const [one, other] = [makeAskedKey(), makeAskedKey()];
    expect(commitmentTo(asked, one)).toBe(commitmentTo(asked, one));
    expect(commitmentTo(asked, one)).not.toBe(commitmentTo(asked, other));
    expect(commitmentTo(asked, one)).not.toBe(commitmentTo('imei:35824005111112', one));
    expect(digestOf([{ row: 1, asked: 'a', answer: 'reported' }])).not.toBe(digestOf([{ row: 1, asked: 'a', answer: 'not-reported' }]));
  });
});
