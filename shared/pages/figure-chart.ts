/** Bars as SVG, drawn here and without a script. Every number stands in it and in the table beside it; what a bar is does not hang on its colour. */

import { html, type Markup } from './html.ts';
import type { FigureRow, FigureView } from './present-figures.ts';

const WIDTH = 320;
const ROW = 32;
const BAR = { x: 30, width: 200, height: 18 };

export function figureChart({ id, heading, rows }: Pick<FigureView, 'id' | 'heading' | 'rows'>): Markup {
  const said = rows.map(({ letter, label, count, share }) => `${letter}, ${label}: ${count}${share === '' ? '' : `, ${share}`}`).join('; ');
  return html`<svg class="fw-chart" viewBox="0 0 ${WIDTH} ${rows.length * ROW}" role="img" aria-labelledby="${id}-title ${id}-desc">
    <title id="${id}-title">${heading}, as bars</title>
    <desc id="${id}-desc">${said}.</desc>
    <defs><pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="fw-chart__hatch" width="3" height="7"></rect></pattern></defs>
    ${rows.map((row, at) => bar(row, { id, y: at * ROW }))}
  </svg>`;
}

/** Full: counted. Hatched: stands for what is not known. A broken line: not shown. */
function bar({ letter, count, bar: share, isMissing }: FigureRow, { id, y }: { id: string; y: number }): Markup {
  const width = Math.round((share ?? 1) * BAR.width);
  const kind = share === undefined ? 'hidden' : isMissing ? 'missing' : 'counted';
  const fill = kind === 'missing' ? html` fill="url(#${id}-hatch)"` : '';
  return html`<text class="fw-chart__text" x="4" y="${y + 21}">${letter}</text>
    <rect class="fw-chart__bar fw-chart__bar--${kind}" x="${BAR.x}" y="${y + 7}" width="${width}" height="${BAR.height}"${fill}></rect>
    <text class="fw-chart__text" x="${BAR.x + width + 6}" y="${y + 21}">${share === undefined ? '–' : count}</text>`;
}
