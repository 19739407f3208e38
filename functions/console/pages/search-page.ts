/** What a search found: whether this number, record, listing or seller is in a queue already. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign } from '../../../shared/pages/pieces.ts';
import type { CaseRow } from '../present-cases.ts';
import type { Sought } from '../search-cases.ts';
import { caseTable } from './case-table.ts';
import { searchForm } from './filters.ts';

export interface SearchView {
  text: string;
  sought: Sought;
  rows: readonly CaseRow[];
  known: readonly string[];
}

const takenFor: Record<Sought['as'], string> = {
  imei: 'device number',
  listing: 'address of a listing',
  words: 'reference of a record, or id of a listing or seller',
};

export function searchPage({ text, sought, rows, known }: SearchView): Markup {
  const count = rows.length === 0 ? 'No case' : rows.length === 1 ? 'One case' : `${rows.length} cases`;
  return html`<h1 class="govuk-heading-l">Search</h1>
  ${searchForm(text)}
  <h2 class="govuk-heading-m">${count} of your team</h2>
  <p class="govuk-body">Looked for ${foreign(text, 100)} as ${takenFor[sought.as]}. ${known.join(' ')}</p>
  ${rows.length === 0 ? html`<p class="govuk-body">Nothing about it is in any queue of your team, open or closed.</p>` : caseTable(rows, { caption: 'Cases found, newest first' })}`;
}
