import type { Source } from '../../shared/sources/source.ts';

/** The Sources as a Markdown table, for docs/sources.md and the terminal: how each may be watched, and why it is not. */
export function sourceTable(sources: readonly Source[]): string {
  const head = ['source', 'platform', 'hosts', 'access basis', 'terms reviewed', 'why it is not watched', 'pace', 'scans every', 'pages'];
  const rows = sources.map(({ id, name, hosts, access, api, enabled, disabledBecause = '', pace, schedule, pages }) => [
    `\`${id}\``,
    name,
    hosts.join(', '),
    access.basis,
    access.termsReviewedOn ?? 'no',
    enabled ? '' : disabledBecause,
    `${pace.secondsBetweenRequests} s`,
    `${schedule.everyMinutes} min`,
    api === undefined ? pages.how : 'API',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
