import { describe, expect, it } from 'vitest';
import { forgetExpired } from '../../../local/forget-expired.ts';
import { createListingStore } from '../../../shared/aws/listing-store.ts';
import { expirySecond } from '../../../shared/domain/retention.ts';
import { aListing, aRevision } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const aws = useEmbeddedAws();
const seen = new Date('2026-11-22T10:00:00Z');
const day = 86_400_000;

describe('what has expired', () => {
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
});
