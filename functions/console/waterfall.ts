/** The reasons of a Match as a waterfall: each bar begins where the one before it ended, and the last stands for the total. */

import type { Evidence } from '../../shared/domain/match.ts';

/** Places along the chart in per cent of its width, one decimal. */
export interface WaterfallBar {
  from: number;
  width: number;
  /** Where this line ends and the next begins. */
  end: number;
  speaks: 'for' | 'against' | 'total';
}

export interface Waterfall {
  /** One bar for each piece of evidence, in the order given. */
  bars: WaterfallBar[];
  total: WaterfallBar;
  /** Where zero bits stand: as likely as not. */
  zero: number;
}

/** Room at either side, in per cent, so that no bar touches the edge. */
const MARGIN = 2;

export function waterfallOf(evidence: readonly Pick<Evidence, 'bits'>[]): Waterfall {
  const ends: number[] = [];
  for (const { bits } of evidence) ends.push((ends.at(-1) ?? 0) + bits);
  const total = ends.at(-1) ?? 0;
  const lowest = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - lowest || 1;
  const place = (bits: number) => oneDecimal(MARGIN + ((bits - lowest) / span) * (100 - 2 * MARGIN));
  const bar = (start: number, end: number, speaks: WaterfallBar['speaks']): WaterfallBar => ({
    from: Math.min(place(start), place(end)),
    // A line of no weight still gets a sliver: a missing bar would read as a missing reason.
    width: Math.max(0.6, oneDecimal(Math.abs(place(end) - place(start)))),
    end: place(end),
    speaks,
  });
  return {
    bars: evidence.map(({ bits }, index) => bar(ends[index - 1] ?? 0, ends[index] ?? 0, bits < 0 ? 'against' : 'for')),
    total: bar(0, total, 'total'),
    zero: place(0),
  };
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
