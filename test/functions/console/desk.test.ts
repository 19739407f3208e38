import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { DeskFigures } from '../../../shared/domain/desk-figures.ts';
import { aSource, partsOver } from '../../support/console-data.ts';

const figures: DeskFigures = {
  countedAt: '2026-11-22T13:35:00.000Z',
  byState: [
    { state: 'ready', count: 1204 },
    { state: 'closed', count: 301 },
  ],
  waitingBySource: [{ source: 'marktplein', count: 1204 }],
  age: [{ days: 'less than 1 day', count: 4 }],
  overdue: 1200,
  byEvidence: [{ name: 'imei', confirmed: 5, refused: 1, undecided: 2 }],
  bySource: [{ name: '<script>alert(1)</script>', confirmed: 0, refused: 0, undecided: 1 }],
  hoursToDecision: { decisions: 6, median: 0.5, ninetieth: 70 },
};

async function show(counted: DeskFigures | undefined) {
  const parts = partsOver({ sources: [aSource()] }, { figures: { ofTeam: async () => counted } });
  return (await createConsole(parts).request('/desk')).text();
}

describe('the figures page', () => {
  it('says when it was counted and what is late', async () => {
    const html = await show(figures);
    for (const text of [
      'Counted 30 minutes ago',
      '1,200 cases are overdue',
      'half were made within 30 minutes and nine in ten within 3 days',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('gives each picture a text that says the same', async () => {
    const html = await show(figures);
    const titles = [...html.matchAll(/<title id="[^"]+">([^<]+)<\/title>/g)].map(([, text]) => text);
    expect(titles).toHaveLength(5);
    expect(titles).toContain('Confirmed, by kind of evidence: Same device number, 83 % of 6 decided; 2 could not be told.');
    expect(html).toContain('<th scope="row">Marktplein</th><td>1,204 cases</td>');
  });

  it('draws the longest bar over the whole width and no style into the page', async () => {
    const html = await show(figures);
    expect(html).toContain('<rect class="fw-figure__bar" x="0" y="6" width="600" height="18">');
    expect(html).not.toContain('style=');
    expect(html).not.toContain('<script>alert');
  });

  it('says how often platforms refuse, of how many, why, who is late, and how that was counted', async () => {
    const html = await show({
      ...figures,
      answers: [
        {
          ...{ source: 'marktplein', asked: 12, answered: 8, removed: 4, refused: 2, needMore: 1, wrong: 1, late: 3, open: 1 },
          reasons: [{ reason: 'not-found', count: 2 }],
        },
      ],
    });
    for (const text of [
      '25 % of 8 answered (2 refused, 1 disputed, 1 asked back); of 12 asked about 3 without an answer in time, 1 still within it',
      'Marktplein: cannot find the listing</th><td>2 listings',
      'The share refused is of the listings answered.',
    ])
      expect(html).toContain(text);
  });

  it('says that nothing was counted yet', async () => {
    expect(await show(undefined)).toContain('Nothing was counted yet.');
  });
});
