/** A Source that a person had Fencewatch leave alone for a while. */

export interface Pause {
  source: string;
  /** ISO 8601 in UTC, as `until`. */
  since: string;
  reason: string;
  /** The person who said so. */
  by: string;
  /** From then on it is scanned again by itself; without it, when a person resumes it. */
  until?: string;
}

export function isInForce({ until }: Pause, now: Date): boolean {
  return until === undefined || now.getTime() < Date.parse(until);
}
