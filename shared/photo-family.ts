/** A photo and those near-equal to it: who shows them, and whether that says anything. */

import type { PhotoIndex, PhotoUse } from './aws/photo-index.ts';

export interface PhotoFamily {
  /** The photo itself first. */
  members: { sha256: string; uses: PhotoUse[] }[];
  /** Different sellers who show one of them, as far as they were counted. */
  sellers: number;
  /** A picture of a shop or a maker that many take: that two listings show it says nothing of them. */
  isStock: boolean;
  /** By what records know owners' photos among them. */
  owners: string[];
}

/** A thief has two or three names on a site, and a photo stolen from another seller has two; what five sellers show belongs to none of them. */
export const stockSellers = 5;
/** In so many versions only what is passed around stands. */
const mostVersions = 12;

/** Reads one row a version, and of a stock picture no more than tell that it is one. */
export async function photoFamily(sha256: string, index: Pick<PhotoIndex, 'get'>): Promise<PhotoFamily> {
  const own = await index.get(sha256);
  const sellers = new Set(own.sellers);
  const members = [{ sha256, uses: own.uses }];
  const owners = new Set(own.owners);
  if (own.alike.length > mostVersions) return { members, sellers: sellers.size, isStock: true, owners: [] };
  for (const other of own.alike) {
    if (sellers.size >= stockSellers) break;
    const row = await index.get(other);
    for (const seller of row.sellers) sellers.add(seller);
    for (const owner of row.owners) owners.add(owner);
    members.push({ sha256: other, uses: row.uses });
  }
  const isStock = sellers.size >= stockSellers;
  return { members, sellers: sellers.size, isStock, owners: isStock ? [] : [...owners] };
}
