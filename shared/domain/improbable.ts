/** Shares compared with what is usual, so that a handful of pages raises no alarm and a hundred hide none. */

/** One in a thousand by chance. */
const improbable = 0.001;
/** Drift that is let pass: usual shares are estimates, and markets change. */
const tolerance = 1.25;
/** Even where a fault was never met before, so many in a hundred are no surprise. */
const leastFaultShare = 0.02;

export interface Share {
  /** How many of `of`. */
  count: number;
  of: number;
}

/** Whether far fewer have it than usual: `{ count: 2, of: 40 }` where it usually stands on 98 of 100. */
export function isTooFew({ count, of }: Share, usualShare: number): boolean {
  return atMost(count, of, usualShare / tolerance) < improbable;
}

/** Whether a fault befalls far more than usual. */
export function isTooMany({ count, of }: Share, usualShare: number): boolean {
  if (count === 0) return false;
  const share = Math.min(1, Math.max(leastFaultShare, usualShare * tolerance));
  return atMost(of - count, of, 1 - share) < improbable;
}

/** P(X ≤ count) of a binomial distribution, summed in logarithms so that thousands of pages do not underflow. */
function atMost(count: number, of: number, share: number): number {
  if (count >= of) return 1;
  const p = Math.min(1 - 1e-9, Math.max(1e-9, share));
  let logTerm = of * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let hits = 1; hits <= count; hits += 1) {
    logTerm += Math.log((of - hits + 1) / hits) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
