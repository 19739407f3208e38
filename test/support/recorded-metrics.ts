import type { Metrics } from '../../shared/aws/metrics.ts';

/** Metrics that only remember: `added` sums by name, or by `source name`; `published` counts how often they were to be printed. */
export function recordedMetrics() {
  const added: Record<string, number> = {};
  const recorded = { added, published: 0 };
  const count = (name: string, value: number) => {
    added[name] = (added[name] ?? 0) + value;
  };
  const metrics: Metrics = {
    add(name, value) {
      count(name, value);
    },
    addOf(source, name, value) {
      count(`${source} ${name}`, value);
    },
    publish() {
      recorded.published += 1;
    },
  };
  return { metrics, recorded };
}
