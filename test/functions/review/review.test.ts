import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { review } from '../../../functions/review/review.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import type { ReviewRequest } from '../../../shared/messages.ts';
import { aCase } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage } from '../../support/pipeline-parts.ts';

const url = 'https://market.example/item/phone/7';
const aws = useEmbeddedAws();

describe('capturing the evidence of a case', () => {
  it('keeps the page byte for byte and makes the case ready', async () => {
    const { parts, message } = await opened();
    const html = listingPage();
    parts.fetcher.answer(url, html);
    await review(message, aDelivery(), parts.review);
    const sha256 = createHash('sha256').update(html).digest('hex');
    const standing = await parts.review.cases.get(message.caseId);
    expect(standing).toMatchObject({ state: 'ready', page: { outcome: 'listing', sha256 } });
    const kept = await parts.evidence.get(standing?.page?.key ?? '');
    expect(new TextDecoder().decode(kept?.bytes)).toBe(html);
  });

  it('tries again while the page cannot be had, then makes the case ready with the reason', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, { outcome: 'failed', why: 'HTTP 503' });
    await expect(review(message, aDelivery(1), parts.review)).rejects.toThrow(RetryLater);
    await review(message, aDelivery(4), parts.review);
    const standing = await parts.review.cases.get(message.caseId);
    expect(standing).toMatchObject({ state: 'ready', page: { outcome: 'not captured: HTTP 503' } });
    expect(standing?.page?.key).toBeUndefined();
  });

  it('visits the platform once for a message that comes twice', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, listingPage());
    await review(message, aDelivery(), parts.review);
    await review(message, aDelivery(), parts.review);
    expect(parts.fetcher.asked).toEqual([url]);
  });
});

async function opened() {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  const { page: _page, readyAt: _readyAt, ...rest } = aCase();
  const standing = { ...rest, id: `case-of-${source.id}`, state: 'opened' as const };
  await parts.review.cases.open(standing);
  const message: ReviewRequest = { type: 'case-opened', caseId: standing.id, source: source.id, url };
  return { parts, message };
}
