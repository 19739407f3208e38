import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptTimestamp, checkTimestamp, timestampRequest } from '../../../shared/evidence/timestamp.ts';
import { createTimestampAuthority, type TimestampAuthority } from '../../support/timestamp-authority.ts';

const manifest = new TextEncoder().encode('{"format":"fencewatch-capture-1"}');

describe('a timestamp', () => {
  let authority: TimestampAuthority;
  let request: Uint8Array;
  let response: Uint8Array;
  beforeAll(async () => {
    authority = await createTimestampAuthority();
    request = await timestampRequest(manifest);
    response = await authority.answer(request);
  });

  it('says when, by whose word, and whether that word is trusted', async () => {
    await acceptTimestamp(response, request);
    const checked = { at: '2026-11-22T10:00:05.000Z', authority: 'Example TSA' };
    expect(await checkTimestamp(response, manifest)).toEqual({ ...checked, trusted: undefined });
    expect(await checkTimestamp(response, manifest, { trusted: [authority.root] })).toEqual({ ...checked, trusted: true });
    const { root: stranger } = await createTimestampAuthority();
    expect(await checkTimestamp(response, manifest, { trusted: [stranger] })).toEqual({ ...checked, trusted: false });
  });

  it('does not hold for another manifest', async () => {
    await expect(checkTimestamp(response, new TextEncoder().encode('{}'))).rejects.toThrow('does not hold');
  });

  it('is not accepted when it answers another request, or refuses this one', async () => {
    await expect(acceptTimestamp(response, await timestampRequest(manifest))).rejects.toThrow('answers another request');
    await expect(acceptTimestamp(await authority.answer(request, { nonce: false }), request)).rejects.toThrow('answers another request');
    await expect(acceptTimestamp(response, await timestampRequest(new Uint8Array(1)))).rejects.toThrow('of something else');
    await expect(acceptTimestamp(authority.refuse(), request)).rejects.toThrow('gave no timestamp (status 2)');
  });

  it('does not hold when signed by a certificate that is not made for timestamps alone', async () => {
    for (const uses of [['1.3.6.1.5.5.7.3.1'], ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.1']]) {
      const server = await createTimestampAuthority({ uses });
      await expect(checkTimestamp(await server.answer(request), manifest)).rejects.toThrow('not made for timestamps');
    }
  });

  it('never holds for bytes that are none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await expect(checkTimestamp(bytes, manifest)).rejects.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
