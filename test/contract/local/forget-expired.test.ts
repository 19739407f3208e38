import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { readListing } from '../../../functions/read/read.ts';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { forgetExpired, forgetPhotos } from '../../../local/forget-expired.ts';
import { createListingStore } from '../../../shared/aws/listing-store.ts';
import { createPhotoBucket } from '../../../shared/aws/photo-bucket.ts';
import { expirySecond } from '../../../shared/domain/retention.ts';
import { aListing, aRevision } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage, testNow } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();
const seen = new Date('2026-11-22T10:00:00Z');
const day = 86_400_000;

/** Every row of a table in which the words stand, in its keys or anywhere. */
async function rowsThatName(words: string, name: 'listings' | 'identifiers'): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await aws.dynamo.send(new ScanCommand({ TableName: tableName(name) }));
  return Items.filter((item) => new RegExp(`\\b${words}\\b`).test(JSON.stringify(item)));
}

describe('what has expired', () => {
  it('takes photos along that were read, after the term of the source that showed them', async () => {
    const photos = createPhotoBucket({ client: aws.s3, bucket: aws.aws.environment['PHOTOS_BUCKET'] ?? '' });
    const photo = { bytes: Buffer.from('photo'), rendition: Buffer.from('drawn') };
    await photos.put('a'.repeat(64), photo, 7);
    await photos.put('a'.repeat(64), photo, 30);
    expect(await forgetPhotos(aws.s3, new Date(Date.now() + 6 * day))).toBe(0);
    expect(await forgetPhotos(aws.s3, new Date(Date.now() + 8 * day))).toBe(2);
    expect(await photos.get('a'.repeat(64), 7)).toBeUndefined();
    expect(await photos.get('a'.repeat(64), 30)).toMatchObject({ rendition: expect.anything() });
  });

  it('is forgotten with its text after the term, and what a case rests on is kept', async () => {
    const store = createListingStore({ client: aws.dynamo, table: aws.aws.environment['LISTINGS_TABLE'] ?? '' });
    const expiresAt = expirySecond(seen, 30);
    for (const itemId of ['unmatched', 'matched']) {
      await store.saveReading({ listing: aListing({ itemId, revision: 1 }), revision: aRevision({ number: 1 }), expiresAt });
    }
    const { source } = aListing();
    await store.keepForCase({ source, itemId: 'matched' }, 1);

    expect(await forgetExpired(aws.dynamo, new Date(seen.getTime() + 29 * day))).toBe(0);
    expect(await forgetExpired(aws.dynamo, new Date(seen.getTime() + 31 * day))).toBe(2);
    expect(await store.get({ source, itemId: 'unmatched' })).toBeUndefined();
    expect(await store.revisions({ source, itemId: 'unmatched' })).toEqual([]);
    expect(await store.revision({ source, itemId: 'matched' }, 1)).toBeDefined();
  });

  it.each([
    [10, 9, true],
    [10, 11, false],
    [60, 59, true],
    [60, 61, false],
  ])(
    'by the term of its source, %i days: after %i days text, seller, photos, index and links of what was read and matched are there: %s',
    async (retentionDays, after, isThere) => {
      const source = aSourceOfItsOwn({ retentionDays });
      const parts = createPipelineParts(aws, source);
      const text = listingPage({ description: 'IMEI 356938035643817. Sold with box and cable, a small mark at the corner.' });
      for (const itemId of ['7', '8']) {
        const url = `https://market.example/item/phone/${itemId}`;
        parts.fetcher.answer(url, text);
        const read = {
          type: 'read-listing',
          source: source.id,
          scanId: `${source.id}~2026-11-22T10:00:00Z`,
          why: 'new',
          itemId,
          url,
        } as const;
        await readListing(read, aDelivery(), parts.read);
        await match(
          { type: 'listing-revised', source: source.id, itemId, revision: 1 },
          { ...parts.match, retentionDays: () => retentionDays },
        );
      }
      await forgetExpired(aws.dynamo, new Date(testNow.getTime() + after * day));

      const left = await Promise.all((['listings', 'identifiers'] as const).map((name) => rowsThatName(source.id, name)));
      const revisions = left[0]?.filter(({ sk }) => String(sk).startsWith('REVISION')) ?? [];
      const links = left[0]?.filter(({ sk }) => String(sk).startsWith('LINK')) ?? [];
      expect([revisions.length, links.length, (left[1]?.length ?? 0) > 0]).toEqual(isThere ? [2, 2, true] : [0, 0, false]);
      if (!isThere) expect(left[0]?.filter(({ pk }) => String(pk).startsWith('LISTING'))).toEqual([]);
    },
  );
});
