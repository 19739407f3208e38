import type { ListingCard } from '../../shared/domain/listing.ts';
import type { TryReport } from './try-report.ts';

const valueWidth = 60;
const offersShown = 5;

/** A report for a person at a terminal. */
export function tryText(report: TryReport): string {
  return [
    report.url ?? 'The page does not say where it was saved from; --url would.',
    headline(report),
    ...report.fields.flatMap(({ field, value, from, against }) => [
      `  ${field.padEnd(12)} ${cut(value).padEnd(valueWidth)}  ${from}`,
      ...against.map((other) => `  ${''.padEnd(12)} ${cut(`but ${other.from} says ${other.value}`)}`),
    ]),
    ...report.identifiers.map(
      ({ kind, value, confidence, where }) =>
        `  ${kind.padEnd(12)} ${cut(`${value}, ${Math.round(confidence * 100)} % sure`).padEnd(valueWidth)}  ${where}`,
    ),
    ...report.offers.slice(0, offersShown).map(offerLine),
    ...(report.offers.length > offersShown ? [`  … and ${report.offers.length - offersShown} more`] : []),
    ...(report.nextPageUrl === null ? [] : [`  next page    ${report.nextPageUrl}`]),
    ...(report.missing.length === 0 ? [] : [`Missing: ${report.missing.join(', ')}.`]),
    ...report.idleSelectors.map((selector) => `Declared and not found: ${selector}`),
  ].join('\n');
}

function headline({ kind, reason, source, itemId, offers }: TryReport): string {
  const by = source === null ? 'no source has this host, so by the page alone' : `by the source ${source}`;
  const what = {
    listing: `A listing${itemId === null ? '' : `, item ${itemId}`}`,
    search: `A search with ${offers.length} offers`,
    gone: 'An offer that is gone',
    blocked: 'A page that turns us away',
    unknown: 'Not readable',
  }[kind];
  return `${what}${reason === undefined ? '' : ` (${reason})`}; ${by}.`;
}

function offerLine({ itemId, url, title, price }: ListingCard): string {
  const asked = price === undefined ? 'no price' : `${price.amount} ${price.currency ?? ''}`.trim();
  return `  ${itemId.slice(0, 24).padEnd(12)} ${cut(`${asked}, ${title ?? 'no title'}`).padEnd(valueWidth)}  ${url}`;
}

function cut(text: string): string {
  return text.length > valueWidth ? `${text.slice(0, valueWidth - 1)}…` : text;
}
