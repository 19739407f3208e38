/** Whether stretches of a page overlap, asked thousands of times. */

export interface Span {
  start: number;
  end: number;
}

/** A question that tells whether a stretch shares a character with any of `spans`, which may overlap and stand in any order. */
export function overlapWith(spans: readonly (Span | undefined)[]): (span: Span | undefined) => boolean {
  const sorted = spans.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
  /** How far any of the spans up to this one reaches. */
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end));
  return (span) => {
    if (span === undefined) return false;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > span.start;
  };
}
