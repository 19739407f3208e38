/** Listings that match nothing lose their text, seller and photos after the Source's retention term (product rule 3). */

const secondsPerDay = 86_400;

/** The epoch second after which an item kept since `from` may go: what DynamoDB's time to live takes. */
export function expirySecond(from: Date, retentionDays: number): number {
  return Math.floor(from.getTime() / 1000) + secondsOfTerm(retentionDays);
}

/**
 * Whether half of the term has passed since a listing's page was read. What is kept of it goes at the term's end though the offer stands, so one
 * that is still shown is read again before.
 */
export function isHalfForgotten({ readAt }: { readAt: string }, retentionDays: number, now: Date): boolean {
  return (now.getTime() - Date.parse(readAt)) / 1000 > secondsOfTerm(retentionDays) / 2;
}

/** Of the expiry second of an item: whether less than half of the term is left. */
export function isHalfExpired(expiresAt: number, retentionDays: number, now: Date): boolean {
  return expiresAt - now.getTime() / 1000 < secondsOfTerm(retentionDays) / 2;
}

function secondsOfTerm(retentionDays: number): number {
  return retentionDays * secondsPerDay;
}

/** Of the keys of photos that go after so many days: `30-days/`. */
export function termPrefix(retentionDays: number): string {
  return `${retentionDays}-days/`;
}

/** The days of a key, or undefined for one of another form. */
export function termOf(key: string): number | undefined {
  const days = /^([0-9]{1,3})-days\//.exec(key)?.[1];
  return days === undefined ? undefined : Number(days);
}
