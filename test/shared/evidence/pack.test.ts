import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../../shared/evidence/capture.ts';
import { packEvidence } from '../../../shared/evidence/pack.ts';
import { readZip, writeZip } from '../../../shared/evidence/stored-zip.ts';
import { timestampRequest } from '../../../shared/evidence/timestamp.ts';
import { verifyPack } from '../../../shared/evidence/verify-pack.ts';
import { writeCapture } from '../../../shared/evidence/write-capture.ts';
import { aDraft, anAnswer, anExhibit } from '../../support/captures.ts';
import { createTimestampAuthority } from '../../support/timestamp-authority.ts';

const photo = anAnswer({ what: 'photo', url: 'https://market.example/7.jpg', finalUrl: 'https://market.example/7.jpg', text: 'ÿØÿ' });

async function aPack() {
  const page = await writeCapture(aDraft());
  const pictures = await writeCapture(
    aDraft({ kind: 'pictures', seen: [photo], missing: [{ what: 'offer', why: 'there is no browser' }] }),
  );
  return packEvidence({
    exhibit: anExhibit,
    captures: [page, pictures],
    inside: { reasons: { id: '7Kq2' }, custody: [{ act: 'case.opened' }] },
  });
}

describe('an evidence pack', () => {
  let pack: Awaited<ReturnType<typeof aPack>>;
  beforeAll(async () => {
    pack = await aPack();
  });

  it('is whole as it was made, and says what it holds', async () => {
    const verdict = await verifyPack(pack.bytes, { digest: pack.digest });
    expect(verdict).toMatchObject({ whole: true, digest: pack.digest, exhibit: { exhibit: 'FW-7Kq2', madeBy: 'DC Smith' } });
    if (!verdict.whole) throw new Error('whole');
    expect(verdict.captures.map(({ manifest: { kind, pieces, missing } }) => [kind, pieces.length, missing.length])).toEqual([
      ['page', 1, 0],
      ['pictures', 1, 1],
    ]);
  });

  it('fails when one byte anywhere is flipped', async () => {
    const anyFlip = fc.record({ at: fc.nat(pack.bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(anyFlip, async ({ at, by }) => {
        const flipped = Uint8Array.from(pack.bytes);
        flipped[at] = (flipped[at] ?? 0) ^ by;
        return !(await verifyPack(flipped)).whole;
      }),
      { numRuns: 600 },
    );
  });

  it('fails when a byte of any file, of its name or of the archive’s own tables is flipped', async () => {
    for (let at = 0; at < pack.bytes.length; at += 1) {
      const flipped = Uint8Array.from(pack.bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      if ((await verifyPack(flipped)).whole) expect.fail(`byte ${at} may be changed`);
    }
  });

  it('fails when bytes are added or cut off anywhere', async () => {
    const { length } = pack.bytes;
    await fc.assert(
      fc.asyncProperty(fc.nat(length), fc.uint8Array({ minLength: 1, maxLength: 9 }), async (at, extra) => {
        const longer = Buffer.concat([pack.bytes.subarray(0, at), extra, pack.bytes.subarray(at)]);
        return !(await verifyPack(longer)).whole && (at === length || !(await verifyPack(pack.bytes.subarray(0, at))).whole);
      }),
      { numRuns: 100 },
    );
  });

  it('names the file that was changed', async () => {
    const files = readZip(pack.bytes).entries.map(
      ([name, bytes]) => [name, name === 'case/reasons.json' ? new TextEncoder().encode('{}') : bytes] as const,
    );
    expect(await verifyPack(writeZip(files))).toEqual({ whole: false, problems: ['case/reasons.json was changed'] });
  });

  it('names the file of which one byte was flipped, or says that the archive itself was changed', async () => {
    const at = Buffer.from(pack.bytes).indexOf('case.opened');
    const flipped = Uint8Array.from(pack.bytes);
    flipped[at] = 0;
    expect(await verifyPack(flipped)).toEqual({ whole: false, problems: ['case/custody.jsonl was changed'] });
    const year = Uint8Array.from(pack.bytes);
    year[13] = 1;
    expect(await verifyPack(year)).toEqual({ whole: false, problems: ['the archive itself was changed, first at byte 13'] });
  });

  it('names a file that was put in, and one that was taken out', async () => {
    const files = readZip(pack.bytes).entries;
    expect(await verifyPack(writeZip([...files, ['note.txt', new Uint8Array(1)]]))).toEqual({
      whole: false,
      problems: ['note.txt is in the pack and not in its list'],
    });
    expect(await verifyPack(writeZip(files.filter(([name]) => name !== 'case/custody.jsonl')))).toEqual({
      whole: false,
      problems: ['case/custody.jsonl is missing'],
    });
  });

  it('tells a pack that was changed and sealed again by the digest that the audit holds', async () => {
    const page = await writeCapture(aDraft({ seen: [anAnswer({ text: 'another page' })] }));
    const forged = await packEvidence({ exhibit: anExhibit, captures: [page] });
    expect(await verifyPack(forged.bytes)).toMatchObject({ whole: true });
    expect(await verifyPack(forged.bytes, { digest: pack.digest })).toMatchObject({ whole: false });
  });

  it('holds nothing of the record nor of who acted when it goes to outsiders', async () => {
    const outside = await packEvidence({ exhibit: anExhibit, captures: [await writeCapture(aDraft())] });
    expect(readZip(outside.bytes).entries.map(([name]) => name)).not.toContain('case/reasons.json');
    expect(readZip(outside.bytes).entries.map(([name]) => name)).not.toContain('case/custody.jsonl');
  });

  it('says where in the archive each address is', async () => {
    const index = new TextDecoder().decode(new Map(readZip(pack.bytes).entries).get('indexes/index.cdx'));
    expect(index).toContain('example,market)/item/phone/7 20261122100000 {"url":"https://market.example/item/phone/7","mime":"text/html"');
    expect(index).toContain('"filename":"02-pictures.warc.gz"');
  });

  it('holds the word of a timestamp authority, which must be for these very bytes and, where asked, from a trusted one', async () => {
    const authority = await createTimestampAuthority();
    const page = await writeCapture(aDraft());
    const timestamp = await authority.answer(await timestampRequest(page.manifest));
    const stamped = await packEvidence({ exhibit: anExhibit, captures: [{ ...page, timestamp }] });
    const said = { at: '2026-11-22T10:00:05.000Z', authority: 'Example TSA', trusted: true };
    expect(await verifyPack(stamped.bytes, { trusted: [authority.root] })).toMatchObject({ whole: true, captures: [{ timestamp: said }] });
    const stranger = await createTimestampAuthority();
    expect(await verifyPack(stamped.bytes, { trusted: [stranger.root] })).toEqual({
      whole: false,
      problems: ['captures/01-page.json: Example TSA is not an authority that you trust'],
    });
    const other = await authority.answer(await timestampRequest(new Uint8Array(1)));
    const wrong = await packEvidence({ exhibit: anExhibit, captures: [{ ...page, timestamp: other }] });
    expect(await verifyPack(wrong.bytes)).toEqual({
      whole: false,
      problems: ['captures/01-page.json: its timestamp does not hold for it'],
    });
  });

  it('is refused, not inflated, when it holds compressed files', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(1_000_000) }, { level: 9 });
    expect(await verifyPack(bomb)).toEqual({ whole: false, problems: ['"a.txt" is compressed, which no pack of ours is'] });
  });

  it('is not any other file', async () => {
    for (const bytes of [new Uint8Array(0), gzipSync('x'), new TextEncoder().encode('PK\x03\x04'), writeZip([['a', new Uint8Array(1)]])]) {
      expect(await verifyPack(bytes)).toMatchObject({ whole: false });
    }
  });
});

describe('a capture', () => {
  it('names each piece by the SHA-256 of the bytes that the server sent', async () => {
    const body = gzipSync('<h1>iPhone</h1>');
    const wire = { statusText: 'OK', headers: [['content-encoding', 'gzip'] as const], body };
    const { manifest, warc } = await writeCapture(aDraft({ seen: [anAnswer({ wire })] }));
    const read = readManifest(manifest);
    expect(read.pieces[0]?.payload).toEqual({ bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') });
    expect(read.warc).toEqual({ bytes: warc.length, sha256: createHash('sha256').update(warc).digest('hex') });
  });

  it('is whole with whatever bodies, header values and addresses a platform sends', async () => {
    const odd = fc.string({ unit: 'binary', maxLength: 40 });
    const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
    const answer = fc.record({
      headers: fc.array(fc.tuple(fc.oneof(name, fc.constantFrom('transfer-encoding', 'content-encoding', 'set-cookie')), odd), {
        maxLength: 8,
      }),
      body: fc.uint8Array({ maxLength: 300 }),
      statusText: odd,
      status: fc.integer({ min: 100, max: 599 }),
      finalUrl: fc.oneof(fc.webUrl(), odd),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 3 }), async (answers) => {
        const seen = answers.map(({ headers, body, statusText, ...rest }) => anAnswer({ ...rest, wire: { headers, body, statusText } }));
        const { bytes } = await packEvidence({ exhibit: anExhibit, captures: [await writeCapture(aDraft({ seen }))] });
        const verdict = await verifyPack(bytes);
        expect(verdict).toMatchObject({ whole: true });
      }),
      { numRuns: 150 },
    );
  });
});
