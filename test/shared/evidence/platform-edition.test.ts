import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../shared/evidence/capture.ts';
import { packCase } from '../../../shared/evidence/case-pack.ts';
import { platformEdition } from '../../../shared/evidence/platform-edition.ts';
import { sha256 } from '../../../shared/evidence/sha256.ts';
import { readZip } from '../../../shared/evidence/stored-zip.ts';
import { verifyPack } from '../../../shared/evidence/verify-pack.ts';
import { writeCapture } from '../../../shared/evidence/write-capture.ts';
import { aDraft, anExhibit, aReadingsCapture, aSeenPhoto } from '../../support/captures.ts';
import { aCase } from '../../support/console-data.ts';

const bytes = new TextEncoder().encode('a photo');
const { files } = await aReadingsCapture({ caseId: '7Kq2', photo: bytes, rendition: bytes });
const [find] = aSeenPhoto(bytes).finds ?? [];
const number = find?.value ?? '';

describe('a platform’s edition of a capture', () => {
  it('masks what was read, names the manifest that is kept, and changes nothing else', () => {
    const [kept, edition] = [readManifest(files.manifest), platformEdition(files)];
    const { editionOf, readings, ...rest } = readManifest(edition.manifest);
    expect(editionOf).toBe(sha256(files.manifest));
    expect(readings?.[0]?.finds[0]?.value).toBe(`${number.slice(0, 8)}*****${number.slice(-2)}`);
    expect({ ...rest, readings: kept.readings }).toEqual(kept);
    expect(edition.warc).toBe(files.warc);
  });

  it('of a page is the very bytes that the notice names', async () => {
    const page = await writeCapture(aDraft());
    expect(platformEdition(page).manifest).toBe(page.manifest);
  });

  it('is what a pack for a platform holds, whole, without the number and without who made it', async () => {
    const parts = { captures: [files], custody: [], made: anExhibit, exhibit: 'FW-1' };
    const pack = await packCase(aCase(), { ...parts, audience: 'platform' });
    expect(await verifyPack(pack.bytes, { digest: pack.digest })).toMatchObject({
      whole: true,
      captures: [{ manifest: { kind: 'readings' } }],
    });
    const text = readZip(pack.bytes).entries.map(([, content]) => new TextDecoder().decode(content));
    for (const hidden of [number, anExhibit.madeBy]) expect(text.join('')).not.toContain(hidden);
    const inside = await packCase(aCase(), { ...parts, audience: 'force' });
    expect(new TextDecoder().decode(inside.bytes)).toContain(number);
  });
});
