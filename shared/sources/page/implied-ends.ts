/** Elements whose end tag may be left out (HTML, 13.1.2.4): the next of their kind ends them. */

import { tagKey } from '../../domain/identifiers/tag-names.ts';

const key = (name: string) => tagKey(name, 0, name.length);

const P = key('p');
const cells = ['td', 'th'];
const endedByNext: Record<string, string[]> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'tbody', 'tfoot'],
  td: [...cells, 'tr', 'tbody', 'tfoot'],
  th: [...cells, 'tr', 'tbody', 'tfoot'],
  option: ['option'],
};
const ends = new Map(Object.entries(endedByNext).map(([name, enders]) => [key(name), new Set(enders.map(key))]));
const table = key('table');

/** Whether an open element ends where `next` begins, which is no inline element. A paragraph holds no other block, save a table in old pages. */
export function isEndedBy(open: number, next: number): boolean {
  return open === P ? next !== table : (ends.get(open)?.has(next) ?? false);
}
