import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import { certaintyWords } from '../../../functions/console/present-photos.ts';
import { sha256 } from '../../../shared/evidence/sha256.ts';
import { renditionOf } from '../../../shared/vision/photo-rendition.ts';
import { aReadingsCapture, aSeenPhoto } from '../../support/captures.ts';
import { aCase, aListing, aRecord, aReviewer, aRevision, aScan, aSource, IMEI, partsOver, signedInAs } from '../../support/console-data.ts';

const path = '/cases/k3Yb0sQeT1xWm2Rz9aLp';
const picture = await sharp({ create: { width: 90, height: 120, channels: 3, background: '#987' } })
  .png()
  .toBuffer();
const rendition = (await renditionOf(picture)) ?? new Uint8Array(0);
const photo = aSeenPhoto(picture);

async function consoleWith({ kept = true, changed = false, photos = [photo], team = 'default' } = {}) {
  const { captures } = await aReadingsCapture({ caseId: aCase().id, photo: picture, rendition });
  const damaged = { ...captures, manifest: () => Promise.reject(new Error('changed')), read: () => Promise.reject(new Error('changed')) };
  const world = {
    cases: [aCase()],
    listings: [aListing()],
    revisions: [aRevision({ photos })],
    records: [aRecord()],
    scans: [aScan()],
    sources: [aSource()],
  };
  const parts = partsOver(world, { access: signedInAs(aReviewer({ team })), ...(kept && { captures: changed ? damaged : captures }) });
  return { app: createConsole(parts), parts };
}

describe('the photos on the page of a case', () => {
  it('show each number framed where it stands, with the reading beside it', async () => {
    const html = await (await (await consoleWith()).app.request(path)).text();
    expect(html).toContain(`<image href="${path}/photos/${sha256(rendition)}" width="900" height="1200"`);
    // A quarter of its height around the number.
    expect(html).toContain('x="90" y="190" width="320" height="60"');
    expect(html).toContain(`aria-label="Photo 1 of the listing. Framed: ${IMEI}, read from the writing, which the photo calls an IMEI."`);
    expect(html).toContain('No digit is in doubt: the least sure was read at 97 %.');
    expect(html).toContain(sha256(picture));
    expect(html).toContain('sharp 0.35.5');
  });

  it('are never loaded from where the platform keeps them', async () => {
    const html = await (await (await consoleWith()).app.request(path)).text();
    expect([...html.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].filter(([, address = '']) => address.includes('market'))).toEqual([]);
  });

  it('say so where the photo is not kept, and where what is kept was changed', async () => {
    const missing = await (await (await consoleWith({ kept: false })).app.request(path)).text();
    expect(missing).toContain('This photo is not among the evidence yet.');
    expect(missing).not.toContain('<image');
    const changed = await (await (await consoleWith({ changed: true })).app.request(path)).text();
    expect(changed).toContain('nothing may rest on it');
    expect(changed).not.toContain('<image');
  });

  it('do not stand there when no number was read on one', async () => {
    const html = await (await (await consoleWith({ kept: false, photos: [] })).app.request(path)).text();
    expect(html).not.toContain('id="photos"');
  });
});

describe('a photo of the evidence', () => {
  const address = `${path}/photos/${sha256(rendition)}`;

  it('comes as a JPEG drawn anew, to be taken for nothing else and kept in no cache', async () => {
    const { app, parts } = await consoleWith();
    const response = await app.request(address);
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(rendition))).toBe(true);
    expect(
      Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control'].map((name) => [name, response.headers.get(name)])),
    ).toEqual({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(parts.events).toMatchObject([{ act: 'photo-viewed', outcome: 'done', detail: { photo: sha256(rendition) } }]);
  });

  it('is never the bytes of the platform, nor of another team', async () => {
    const { app } = await consoleWith();
    expect((await app.request(`${path}/photos/${sha256(picture)}`)).status).toBe(404);
    expect((await app.request(`${path}/photos/..%2F..%2Fmanifest.json`)).status).toBe(404);
    const other = await consoleWith({ team: 'another' });
    expect((await other.app.request(address)).status).toBe(404);
    expect(other.parts.events).toMatchObject([{ outcome: 'refused' }]);
  });

  it('lies as its EXIF says and has no EXIF any more', async () => {
    const turned = await sharp(picture).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, exif, format } = await sharp(await renditionOf(turned)).metadata();
    expect([width, height, exif, format]).toEqual([120, 90, undefined, 'jpeg']);
  });

  it('is not drawn from what is no photo', async () => {
    expect(await renditionOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
  });
});

describe('a photo that another listing shows too', () => {
  const mine = { ...photo, sha256: 'a'.repeat(64), comparable: true as const, finds: [] };
  const other = { source: 'marktplein', itemId: '99', revision: 1 };
  const small = Buffer.from('a small picture');
  function deskWith(sellers: number) {
    const rows = {
      [mine.sha256]: { alike: ['b'.repeat(64)], owners: [], sellers: ['s0'], uses: [] },
      ['b'.repeat(64)]: { alike: [], owners: [], sellers: Array.from({ length: sellers }, (_, at) => `s${at}`), uses: [other] },
    };
    const world = {
      cases: [aCase()],
      listings: [aListing(), aListing({ itemId: '99', firstSeenAt: '2026-10-01T08:00:00Z' })],
      revisions: [aRevision({ photos: [mine] })],
      records: [aRecord()],
      scans: [],
      sources: [aSource()],
    };
    const parts = partsOver(world, {
      photos: { get: async (sha256) => rows[sha256] ?? { alike: [], owners: [], sellers: [], uses: [] } },
      pictures: { getRendition: async (sha256, days) => (days === 30 && sha256.startsWith('b') ? small : undefined) },
    });
    return createConsole(parts);
  }

  it('stands beside it, with where it was used', async () => {
    const html = await (await deskWith(2).request(path)).text();
    expect(html).toContain('The same photo was used in listing 99 of Marktplein, first seen on 2026-10-01.');
    expect(html).toContain(`<image href="${path}/photos/${'b'.repeat(64)}"`);
    const response = await deskWith(2).request(`${path}/photos/${'b'.repeat(64)}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await deskWith(2).request(`${path}/photos/${'c'.repeat(64)}`)).status).toBe(404);
  });

  it('says nothing when many sellers use it', async () => {
    const html = await (await deskWith(5).request(path)).text();
    expect(html).toContain('Many sellers use this picture');
    expect(html).not.toContain('listing 99');
  });
});

describe('how surely a number was read', () => {
  const find = { value: IMEI, source: 'text' as const, labelled: true, minDigitConfidence: 0.71, box: { x: 0, y: 0, width: 1, height: 1 } };
  it('names the digits to look at', () => {
    const digitConfidences = Array.from({ length: 15 }, (_, at) => ({ 1: 0.71, 11: 0.85 })[at] ?? 0.99);
    expect(certaintyWords({ ...find, digitConfidences })).toBe(
      'Look at the 2nd (71 %), the 12th (85 %) digit; every other was read at 90 % or surer.',
    );
  });

  it('is said of the least sure digit where the digits are not told apart', () => {
    expect(certaintyWords(find)).toBe('The least sure of its digits was read at 71 %.');
  });

  it('is not in doubt for a barcode', () => {
    expect(certaintyWords({ ...find, source: 'barcode', minDigitConfidence: 1 })).toContain('checksum');
  });
});
