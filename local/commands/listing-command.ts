/** `fencewatch listing`: what a listing said over time, and which others offer the same item. */

import type { Command } from 'commander';
import type { KeptLink } from '../../shared/aws/link-store.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import { changesBetween } from '../../shared/domain/revision-changes.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';

interface Options {
  data: string;
  json?: boolean;
}

export function registerListingCommand(program: Command): void {
  const listing = program.command('listing').description('what a listing said over time');
  listing
    .command('show')
    .argument('<source>', 'id of the source: gumtree')
    .argument('<item>', 'the platform’s own id of the item: 1487654321')
    .description('revisions with what changed, and listings of the same item with reasons')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(show);
}

async function show(source: string, itemId: string, { data, json }: Options): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { listings, links } = attached.stores;
    const listing = await listings.get({ source, itemId });
    if (listing === undefined) throw new Error(`There is no listing ${source}/${itemId}: it was never read, or its term has passed`);
    const revisions = await listings.revisions(listing);
    const linked = await links.linksOf(listing);
    console.log(json ? JSON.stringify({ listing, revisions, links: linked }, undefined, 2) : listingText(listing, revisions, linked));
  } finally {
    await attached.stop();
  }
}

/** For a terminal: identifiers masked, nothing that a stranger wrote can steer it. */
export function listingText(listing: Listing, revisions: readonly Revision[], links: readonly KeptLink[]): string {
  return [
    `${listing.source}/${listing.itemId}: ${listing.liveness}, first seen ${listing.firstSeenAt}`,
    plain(listing.url),
    ...revisions.flatMap((revision, index) => revisionLines(revision, revisions[index - 1])),
    ...(links.length === 0 ? ['No other listing of this item is known.'] : links.flatMap(linkLines)),
  ].join('\n');
}

function revisionLines(revision: Revision, before: Revision | undefined): string[] {
  const head = `${revision.number}. ${revision.readAt}`;
  const kept = revision.how['identifiers'];
  const numbers = kept === undefined ? [] : [`   of its numbers are kept: ${kept}`];
  if (before === undefined) return [`${head}  ${cut(revision.title)}`, ...numbers];
  return [head, ...numbers, ...changesBetween(before, revision).map(({ field, was, is }) => `   ${field}: ${cut(was)} → ${cut(is)}`)];
}

function linkLines({ kind, source, itemId, reasons, against }: KeptLink): string[] {
  const what = kind === 'relisting' ? 'Put up again as' : 'On another site as';
  return [
    `${what} ${source}/${plain(itemId)}`,
    ...reasons.map((reason) => `   for: ${reason}`),
    ...against.map((reason) => `   against: ${reason}`),
  ];
}

/** Longer words of a stranger are cut. */
const longestShown = 120;

function cut(text: string): string {
  return plain(text, longestShown);
}
