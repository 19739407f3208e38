/** Keeps two figures from being shown together when one minus the other is a small group: 12 confirmed and 10 of them notified give the 2 that were not. */

import { isSmall } from './disclosure.ts';

/** The Cases behind a number that is shown. */
export type Group = ReadonlySet<string>;

export class ShownGroups {
  private readonly shown: Group[] = [];

  /** Takes the groups of one figure when none of them lies within a shown one, or around it, with 1 to 4 Cases between; false, and takes none, when one does. */
  take(groups: readonly Group[]): boolean {
    if (groups.some((group) => this.shown.some((other) => isNear(group, other)))) return false;
    this.shown.push(...groups);
    return true;
  }
}

/** Where each has Cases that the other lacks, subtraction gives the size of neither rest. */
function isNear(one: Group, other: Group): boolean {
  const [inner, outer] = one.size <= other.size ? [one, other] : [other, one];
  return isSmall(outer.size - inner.size) && [...inner].every((id) => outer.has(id));
}
