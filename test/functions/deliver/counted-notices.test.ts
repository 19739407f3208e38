import { expect, it } from 'vitest';
import { countedNotices } from '../../../functions/deliver/counted-notices.ts';
import type { NoticeStore } from '../../../shared/aws/notice-store.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

it('counts a notice that ends delivered or undeliverable, once, and none that another delivery has ended', async () => {
  const { metrics, recorded } = recordedMetrics();
  let isMine = true;
  const kept: Pick<NoticeStore, 'change'> = { change: async () => isMine };
  const notices = countedNotices(kept, metrics);
  await notices.change('n1', { attempts: [] });
  await notices.change('n1', { state: 'delivered' });
  await notices.change('n2', { state: 'undeliverable' });
  isMine = false;
  expect(await notices.change('n1', { state: 'delivered' })).toBe(false);
  expect(recorded.added).toEqual({ NoticesDelivered: 1, NoticesUndeliverable: 1 });
});
