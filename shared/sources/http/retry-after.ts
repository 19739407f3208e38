/** Longest that a Retry-After is believed: a wrong clock or a hostile header must not silence a Source for months. */
const longestSeconds = 24 * 3600;

/**
 * Seconds to wait by a Retry-After header (RFC 9110 section 10.2.3): `120`, or `Sun, 22 Nov 2026 12:00:00 GMT`. A date is measured
 * from the answer's own Date header where there is one, so that a server whose clock is wrong still says what it means.
 */
export function retryAfterSeconds(headers: Record<string, string>, now: Date): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value), longestSeconds);
  if (!/\d{2}:\d{2}:\d{2}/.test(value)) return undefined;
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const said = Date.parse(headers['date'] ?? '');
  const from = Number.isNaN(said) ? now.getTime() : said;
  return Math.min(Math.max(0, Math.ceil((until - from) / 1000)), longestSeconds);
}
