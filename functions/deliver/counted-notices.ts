import type { Metrics } from '../../shared/aws/metrics.ts';
import type { NoticeStore } from '../../shared/aws/notice-store.ts';

/** The notices, with each one that ends delivered or undeliverable counted, once. */
export function countedNotices<Notices extends Pick<NoticeStore, 'change'>>(notices: Notices, metrics: Pick<Metrics, 'add'>): Notices {
  return {
    ...notices,
    async change(id, change) {
      const isChanged = await notices.change(id, change);
      if (isChanged && change.state === 'delivered') metrics.add('NoticesDelivered', 1);
      if (isChanged && change.state === 'undeliverable') metrics.add('NoticesUndeliverable', 1);
      return isChanged;
    },
  };
}
