/**
 * Where an entry of the two-way index stands, and which range of a partition a question reads. What names a device is hashed under a secret
 * key: 10¹⁴ IMEIs are few enough to try them all against a plain hash, and whoever sees the table must not learn which are stolen.
 */

import { createHmac } from 'node:crypto';
import type { IndexKey, Side } from '../domain/matching/index-keys.ts';
import type { Question } from '../domain/matching/questions.ts';
import type { ItemKey } from './item.ts';

/** An entry's keys, and the hashed first digits of its number where they are known. */
export interface Place extends ItemKey {
  head?: string | undefined;
}

/** Both ends included. */
export interface Range {
  pk: string;
  from: string;
  to: string;
}

/** 132 bits: no two numbers meet by chance, and every entry pays for its name. */
const hashLength = 22;
/** Sorts behind every character. */
const last = '\u{10ffff}';

export function createIndexPlaces(key: string) {
  /** `imei:35693803564380` → `imei#` and the HMAC of the whole: the space in clear, so that a place tells its block. */
  function partitionOf(partition: string): string {
    const space = partition.slice(0, partition.indexOf(':'));
    return `${space}#${hashed(partition)}`;
  }

  /** Two characters a digit, each from all digits up to it: paths agree as far as the digits do, and say nothing else. */
  function pathOf(space: string, digits: string): string {
    return [...digits].map((_digit, at) => hashed(`${space}/${digits.slice(0, at + 1)}`).slice(0, 2)).join('');
  }

  function hashed(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, hashLength);
  }

  function place(indexKey: IndexKey, side: Side, id: string): Place {
    const { partition, order, digits, head, sibling, disputed } = indexKey;
    const of = sibling ? `${side}-sibling` : disputed ? `${side}-disputed` : side;
    const path = digits === undefined ? [] : [pathOf(partition, digits)];
    return {
      pk: partitionOf(partition),
      sk: [of, ...path, ...order, id].join('#'),
      ...(head !== undefined && { head: pathOf('head', head) }),
    };
  }

  /** Of a number: everything of both sides. */
  function wholePartition(partition: string): Range {
    return { pk: partitionOf(partition), from: ' ', to: last };
  }

  function range({ partition, side, within, notBefore = '', notAfter, digits }: Question): Range {
    // A record tells all its digits; a listing may tell fewer than are asked for, so there the whole side is read.
    const path = digits === undefined || side === 'listing' ? '' : pathOf(partition, digits);
    const begin = [side, ...within, path].join('#');
    return { pk: partitionOf(partition), from: begin + notBefore, to: begin + (notAfter ?? '') + last };
  }

  /** Whether an entry's first digits may be those asked for. */
  function agrees({ head }: Question, entry: Place): boolean {
    return head === undefined || isSamePath(pathOf('head', head), entry.head ?? '');
  }

  return { place, wholePartition, range, agrees };
}

/** The listings in the partition of a record's entry: those of its number, or those whose digits may be its own. */
export function listingsBeside({ pk }: Place): Range {
  return { pk, from: 'listing', to: `listing${last}` };
}

/** Whether two entries of one partition may be of one number. */
export function mayBeOneNumber(one: Place, other: Place): boolean {
  if (!/^(?:ends|starts)#/.test(one.pk)) return true;
  return isSamePath(pathIn(one), pathIn(other)) && isSamePath(one.head ?? '', other.head ?? '');
}

/** `record#aB3xQ9#4217/23-A` → `aB3xQ9`. */
function pathIn({ sk }: Place): string {
  return sk.split('#', 2)[1] ?? '';
}

function isSamePath(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
