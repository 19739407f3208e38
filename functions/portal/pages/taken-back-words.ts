import { html, type Markup } from '../../../shared/pages/html.ts';
import { time } from '../../../shared/pages/pieces.ts';
import type { TakenBack } from '../taken-back.ts';

export function takenBackWords({ at, recallId, href }: TakenBack): Markup {
  return html`Taken back on ${time(at)} by ${href === undefined ? recallId : html`<a class="govuk-link" href="${href}">${recallId}</a>`}`;
}
