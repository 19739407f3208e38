import { carousellPh, carousellSg } from './marketplaces/carousell.ts';
import { craigslist } from './marketplaces/craigslist.ts';
import { ebay, ebayApi, ebayApiDe, ebayApiUk, ebayDe, ebayUk } from './marketplaces/ebay.ts';
import { facebook } from './marketplaces/facebook.ts';
import { gumtree, gumtreePl } from './marketplaces/gumtree.ts';
import { kleinanzeigen } from './marketplaces/kleinanzeigen.ts';
import { leboncoin } from './marketplaces/leboncoin.ts';
import { mercariJp } from './marketplaces/mercari-jp.ts';
import { olxBr, olxIn } from './marketplaces/olx.ts';
import { ssLv } from './marketplaces/ss-lv.ts';
import { willhaben } from './marketplaces/willhaben.ts';
import type { Source } from './source.ts';

export { sourceOfHost } from './source-hosts.ts';

/**
 * The marketplaces that Fencewatch ships with. None is enabled: each waits for a person of the deploying force to read its terms and
 * to put a copy with `enabled: true` into a file of its own (see `load-sources.ts`).
 */
export const registry: readonly Source[] = [
  carousellPh,
  carousellSg,
  craigslist,
  ebay,
  ebayApi,
  ebayApiDe,
  ebayApiUk,
  ebayDe,
  ebayUk,
  facebook,
  gumtree,
  gumtreePl,
  kleinanzeigen,
  leboncoin,
  mercariJp,
  olxBr,
  olxIn,
  ssLv,
  willhaben,
];

export function findSource(sources: readonly Source[], id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}
