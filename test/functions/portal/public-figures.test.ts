import { expect, it } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createPublicFigureStore } from '../../../shared/aws/public-figure-store.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createPortalDesk } from '../../support/portal-desk.ts';
import { someFigures } from '../../support/public-figures.ts';

const aws = useEmbeddedAws();

it('shows public figures to anybody, the newest period first, each with rule, denominator and what is missing', async () => {
  const desk = createPortalDesk(aws);
  expect((await desk.get('/figures')).text).toContain('Nothing was counted yet');

  const store = createPublicFigureStore({ client: aws.dynamo, table: tableName('cases') });
  const figures = someFigures();
  await store.keep(figures);
  await store.keep({ ...figures, period: { from: '2026-07-01', to: '2026-09-30' } });
  const { status, text, headers } = await desk.get('/figures');
  expect(status).toBe(200);
  for (const said of [
    'Figures, 1 Oct 2026 to 31 Dec 2026',
    '29 cases decided in the period or waiting at its end',
    'Confirmed means that two different officers confirmed it',
    '7 (24 %) cases were not decided at the end of the period',
    'fewer than 5',
    'href="/figures/2026-07-01"',
  ])
    expect(text).toContain(said);
  expect(headers.get('cache-control')).toBe('public, max-age=300');
  expect((await desk.get('/figures/2026-07-01')).text).toContain('Figures, 1 Jul 2026 to 30 Sept 2026');
  expect((await desk.get('/figures/2025-01-01')).status).toBe(404);
});
