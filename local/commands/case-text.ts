/** A Case as lines of text. Listing words come from strangers: control characters would let them write anywhere on the terminal. */

import type { Case } from '../../shared/domain/case.ts';
import type { Evidence } from '../../shared/domain/match.ts';
import { plain } from './plain.ts';

const titleWidth = 46;

/** One line: `7Kq2…  97 %  pennyfield/1048  iPhone 13 Pro 256GB   the IMEI in the advert is the one in the record`. */
export function caseLine({ id, listing, match }: Case): string {
  const percent = `${Math.round(match.probability * 100)} %`.padStart(5);
  const title = plain(listing.title).slice(0, titleWidth).padEnd(titleWidth);
  const strongest = match.evidence.filter(isReason).toSorted((a, b) => b.bits - a.bits)[0];
  const warning = match.flags.length > 0 ? ` [${match.flags.join(', ')}]` : '';
  return `${id}  ${percent}  ${`${listing.source}/${listing.itemId}`.padEnd(22)} ${title}  ${match.recordReference}: ${strongest?.sentence ?? ''}${warning}`;
}

export function describeCase(shown: Case): string {
  const { id, state, listing, match, page, openedAt, closedBecause } = shown;
  return [
    `Case ${id}: ${state}${closedBecause === undefined ? '' : ` (${closedBecause})`}, opened ${openedAt}`,
    `Listing ${listing.source}/${listing.itemId}, revision ${listing.revision}: ${plain(listing.title)}`,
    `        ${plain(listing.url)}`,
    `Record  ${match.recordReference}`,
    page
      ? `Page    ${page.outcome}, captured ${page.capturedAt}${page.sha256 === undefined ? '' : `, SHA-256 ${page.sha256}`}`
      : 'Page    not captured yet',
    ...match.flags.map((flag) => `Warning ${flag}`),
    '',
    ...match.evidence.map(evidenceLine),
    `${bits(match.bits)}  in all: ${Math.round(match.probability * 100)} in 100 (weights of ${match.modelVersion})`,
  ].join('\n');
}

function evidenceLine({ bits: weight, sentence, listingSays, recordSays }: Evidence): string {
  const sides =
    listingSays === undefined && recordSays === undefined ? '' : ` (advert: ${plain(listingSays ?? '–')}; record: ${recordSays ?? '–'})`;
  return `${bits(weight)}  ${sentence}${sides}`;
}

function isReason({ field }: Evidence): boolean {
  return field !== 'prior' && field !== 'cap';
}

function bits(weight: number): string {
  return `${weight >= 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`.padStart(6);
}
