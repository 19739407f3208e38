import { describe, expect, it } from 'vitest';
import { exhibitPage } from '../../../functions/portal/pages/exhibit-page.ts';
import { readManifest } from '../../../shared/evidence/capture.ts';
import { platformEdition } from '../../../shared/evidence/platform-edition.ts';
import { aReadingsCapture } from '../../support/captures.ts';

const bytes = new TextEncoder().encode('a photo');
const { files } = await aReadingsCapture({ caseId: '7Kq2', photo: bytes, rendition: bytes });
const edition = platformEdition(files).manifest;
const [reading] = readManifest(edition).readings ?? [];

describe('the page of a photo that a number was read on', () => {
  it('names what it is, frames the number, and shows it masked', () => {
    const piece = {
      what: 'rendition',
      contentType: 'image/jpeg',
      capturedAt: '2026-11-22T11:02:30.000Z',
      sha256: 'a'.repeat(64),
      bytes,
    } as const;
    const manifest = { ref: 'FW-1/3', manifestSha256: 'b'.repeat(64), manifest: edition, kind: 'readings', isEdition: true } as const;
    const exhibit = { ...manifest, capturedAt: piece.capturedAt, photos: 1, pieces: [{ ...piece, ...(reading && { reading }) }] };
    const page = `${exhibitPage(exhibit, '/evidence/3')}`;
    for (const said of ['A photo of the listing with the number framed', '<rect x="100" y="200"', '22 Nov 2026', 'editionOf', 'SHA-256'])
      expect(page).toContain(said);
    expect(page).toMatch(/IMEI <code>\d{8}\*{5}\d{2}<\/code>, read from writing/);
    for (const empty of ['alt=""', 'aria-label=""', '<h2 class="govuk-heading-m"></h2>']) expect(page).not.toContain(empty);
    expect(page).not.toMatch(/\d{15}/);
  });
});
