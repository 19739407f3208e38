/** What the truth of the demo marketplace says about the listings that a cut-down scan has seen. */

import { listCases } from '../../local/commands/cases-command.ts';
import type { FlowMachine } from './flow-machine.ts';

/** `site/item → record`, sorted, of every plainly written number that ought to be a case among the listings seen. */
export async function expectedPlainPairs({ marketplace, stores, sources }: FlowMachine): Promise<string[]> {
  const seen = new Set<string>();
  for (const { id } of sources) {
    const [scan] = await stores.scans.recent(id, 1);
    if (scan === undefined) continue;
    for (const page of await stores.scans.pages(scan.id)) for (const itemId of page.itemIds) seen.add(`${id}/${itemId}`);
  }
  return marketplace
    .truth()
    .filter(({ expectCase, written }) => expectCase && written.startsWith('plain'))
    .filter(({ site, itemId }) => seen.has(`${site}/${itemId}`))
    .map(({ site, itemId, reference }) => `${site}/${itemId} → ${reference}`)
    .sort();
}

/** `site/item → record`, sorted, of every case that waits for a person. */
export async function queuedPairs({ stores }: FlowMachine): Promise<string[]> {
  const cases = await listCases(stores, 'ready', 1000);
  return cases.map(({ listing, match }) => `${listing.source}/${listing.itemId} → ${match.recordReference}`).sort();
}

/** Pairs that the truth says must never be queued. */
export function forbiddenPairs({ marketplace }: FlowMachine): Set<string> {
  const traps = marketplace.truth().filter(({ expectCase, reference }) => !expectCase && reference !== undefined);
  return new Set(traps.map(({ site, itemId, reference }) => `${site}/${itemId} → ${reference}`));
}
