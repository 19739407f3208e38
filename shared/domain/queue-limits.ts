/** What keeps the review queue worth opening: how much one thing may fill it, and how many weak Cases a day enter it. */

/**
 * Cases that one record, or one listing, may bring in a day. A stolen phone is offered a few times over, on two or three sites; what fits
 * nine listings in a day is a copied advert, a placeholder number or a wrong record, and one person should look at why, once.
 */
export const mostCasesADay = 8;

/** The window of `mostCasesADay`. */
export const floodWindowMs = 24 * 3_600_000;

/**
 * How many of a day's places may be taken by now: an even share for each hour that has begun, so that the best of an hour go in and the
 * evening's are not shut out by the morning's. Of 20 places 1 may be taken at 00:10, 14 at 16:00, all at 23:00. Hours in UTC.
 */
export function placesByNow(perDay: number, now: Date): number {
  return Math.ceil((perDay * (now.getUTCHours() + 1)) / 24);
}
