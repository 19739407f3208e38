import type { ExtraFile } from './bundling.ts';

const govuk = 'node_modules/govuk-frontend';

/** What shared/pages/stylesheets.ts reads beside the code of every function that shows pages. */
export const pageFiles: readonly ExtraFile[] = ['package.json', 'dist/govuk/govuk-frontend.min.css']
  .map((name): ExtraFile => ({ from: `${govuk}/${name}`, to: `${govuk}/${name}` }))
  .concat({ from: 'shared/pages/styles', to: 'styles' });
