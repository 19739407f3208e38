import { readPage } from '../../shared/sources/read-page.ts';
import type { ReadPage, SourceDraft } from './draft-source.ts';
import { reportOf } from './try-report.ts';

/** How the drafted definition reads the very pages it was made from, a line each; what the pages said before and it does not is named. */
export function checkDraft({ definition }: SourceDraft, pages: readonly ReadPage[]): string[] {
  return pages.map(({ page, reading: before }) => {
    const reading = readPage({ ...page, source: definition });
    const report = reportOf({ ...page, source: definition }, reading);
    if (reading.kind === 'search') {
      const lost = before.cards.length - reading.cards.length;
      const off = lost === 0 ? '' : `, ${Math.abs(lost)} ${lost > 0 ? 'fewer' : 'more'} than its links suggest`;
      return `${page.name}: a search with ${reading.cards.length} offers${off}${missing(report.missing)}`;
    }
    if (reading.kind === 'listing') return `${page.name}: a listing, item ${report.itemId ?? 'unknown'}${missing(report.missing)}`;
    return `${page.name}: ${reading.kind}${reading.reason === undefined ? '' : ` (${reading.reason})`}`;
  });
}

function missing(fields: readonly string[]): string {
  return fields.length === 0 ? '' : `; missing: ${fields.join(', ')}`;
}
