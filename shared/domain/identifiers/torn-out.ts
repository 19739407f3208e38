/** Whether a reading takes only part of what somebody wrote as one number. */

import type { Group } from './written-number.ts';

/**
 * `3-5-1-1…` is one number: what joins its groups joins them all. Of sixteen digits so joined no fifteen are an IMEI, though they may pass
 * the check, and of fifteen that fail it no fourteen are one without check digit. (Behind fifteen two more may be the software version,
 * and many more are another number.) Nor is the count in "1) 35…" a digit of the number.
 */
export function isTornOut(
  groups: readonly Group[],
  first: number,
  { from, to, length }: { from: number; to: number; length: number },
): boolean {
  if (isCount(groups[from], groups[from + 1])) return true;
  const joints = new Set(places(from + 1, to).map((at) => joint(groups, at)));
  const before = places(first, from).reverse();
  const behind = places(to, groups.length);
  const heldBefore = held(groups, before, (at) => touches(groups[at], groups[at + 1]) || joints.has(joint(groups, at + 1)));
  const heldBehind = held(groups, behind, (at) => touches(groups[at - 1], groups[at]) || joints.has(joint(groups, at)));
  if (length === 15) return heldBefore + heldBehind === 1;
  return heldBefore > 0 || (heldBehind > 0 && heldBehind < 4);
}

function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Digits of the groups, nearest first, that hang on as the others do. */
function held(groups: readonly Group[], nearestFirst: readonly number[], hangsOn: (at: number) => boolean): number {
  let digits = 0;
  for (const at of nearestFirst) {
    const group = groups[at];
    if (group === undefined || !(hangsOn(at) || isSign(group))) break;
    if (!isSign(group)) digits += group.digits.length;
  }
  return digits;
}

/** "〇㈢㈤…": written as one, though the characters are of two kinds. */
function touches(group: Group | undefined, next: Group | undefined): boolean {
  return next?.gap === '' && group?.how !== 'mask' && next.how !== 'mask';
}

function isSign(group: Group | undefined): boolean {
  return group?.how === 'mask' && group.single !== undefined;
}

/** What joins a group to the digits before it: a separator, or a sign that was taken for a mask. */
function joint(groups: readonly Group[], at: number): string {
  const [group, previous] = [groups[at], groups[at - 1]];
  return isSign(previous) ? `${previous?.gap}${previous?.single}${group?.gap}` : (group?.gap ?? '');
}

/** "1) 35…", "/ 01 35…"; in "35 6938035643809" the two digits are the reporting body. */
function isCount(group: Group | undefined, next: Group | undefined): boolean {
  if (group?.how !== 'digits' || next === undefined || next.gap === '') return false;
  return (group.digits.length === 1 && next.digits.length >= 13) || (group.digits.length === 2 && next.digits.length >= 14);
}
