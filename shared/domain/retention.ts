/** Listings that match nothing lose their text, seller and photos after the Source's retention term (product rule 3). */

const secondsPerDay = 86_400;

/** The epoch second after which an item kept since `from` may go: what DynamoDB's time to live takes. */
export function expirySecond(from: Date, retentionDays: number): number {
  return Math.floor(from.getTime() / 1000) + secondsOfTerm(retentionDays);
}

export function secondsOfTerm(retentionDays: number): number {
  return retentionDays * secondsPerDay;
}
