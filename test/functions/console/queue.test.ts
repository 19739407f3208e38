import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import { aCase, aMatch, aRecord, aScan, aSource, IMEI, partsOver, type World } from '../../support/console-data.ts';

const celldeals = aSource({ id: 'celldeals', name: 'Cell Deals' });
const about = { model: 'Apple iPhone 13', area: 'Hackney E8', seller: 'u77' };
const onCellDeals = aCase({
  id: 'weak',
  listing: { ...aCase().listing, source: 'celldeals', itemId: '9' },
  match: aMatch({ evidenceKind: 'description', bits: 3 }),
  about: { model: 'Samsung Galaxy S21', area: 'Camden NW1' },
});
const world: Partial<World> = {
  cases: [aCase({ id: 'strong', about }), onCellDeals],
  records: [aRecord()],
  sources: [aSource(), celldeals],
  scans: [aScan(), aScan({ source: 'celldeals', health: 'blocked' })],
};

function consoleOver(over: Partial<World> = world) {
  const parts = partsOver(over);
  const app = createConsole(parts);
  const send = (path: string, form: Record<string, string>) =>
    app.request(`http://console.example${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
    });
  return { events: parts.events, send, open: async (path: string) => (await app.request(path)).text() };
}
const shownBy = (html: string) => [...html.matchAll(/href="\/cases\/(\w+)"/g)].map(([, id]) => id);

describe('the filters of the queue', () => {
  it.each([
    ['source=celldeals', ['weak']],
    ['evidence=imei', ['strong']],
    ['model=apple+IPHONE+13', ['strong']],
    ['area=camden+nw1', ['weak']],
    ['health=blocked', ['weak']],
    ['health=degraded', []],
    ['evidence=imei&source=celldeals', []],
    ['evidence=nonsense&after=nonsense', ['strong', 'weak']],
  ])('by %s show %j', async (query, ids) => {
    expect(shownBy(await consoleOver().open(`/cases?${query}`))).toEqual(ids);
  });

  it('stay while the reader goes from state to state', async () => {
    const html = await consoleOver().open('/cases?source=celldeals');
    expect(html).toContain('href="/cases?state=closed&amp;source=celldeals"');
    expect(html).toContain('<option value="celldeals" selected>Cell Deals</option>');
  });

  it('are on record with the view', async () => {
    const { open, events } = consoleOver();
    await open('/cases?source=celldeals');
    expect(events[0]).toMatchObject({ act: 'queue-viewed', detail: { filter: 'state=ready&source=celldeals' } });
  });

  it('leave no markup of what an address holds', async () => {
    const html = await consoleOver().open(`/cases?model=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});

describe('the clock of a case', () => {
  it('says by when it is due, sooner for better evidence, and that it is late', async () => {
    const opened = { openedAt: '2026-11-21T15:05:00.000Z', readyAt: '2026-11-21T15:05:00.000Z' };
    const html = await consoleOver({ ...world, cases: [aCase(opened), { ...onCellDeals, ...opened }] }).open('/cases');
    expect(html).toContain('Due in 1 hour<');
    expect(html).toContain('Due in 6 days<');
    const late = await consoleOver({ cases: [aCase({ ...opened, readyAt: '2026-11-20T12:05:00.000Z' })], sources: [aSource()] }).open(
      '/cases',
    );
    expect(late).toContain('Was due 26 hours ago<');
  });

  it('stands still where nobody is waited for', async () => {
    const html = await consoleOver({ ...world, cases: [aCase({ state: 'closed' })] }).open('/cases?state=closed');
    expect(html).not.toMatch(/>(Due|Was due)/);
  });
});

describe('the search', () => {
  const search = async (q: string) => {
    const { send, events } = consoleOver();
    const html = await (await send('/cases/search', { q })).text();
    return { html, ids: shownBy(html), events };
  };

  it.each([
    ['a number, however it is written', `${IMEI.slice(0, 2)}-${IMEI.slice(2, 8)} ${IMEI.slice(8)}`, ['strong', 'weak']],
    ['the reference of a record', '4217/26-A', ['strong', 'weak']],
    ['the platform’s id of a listing', '9', ['weak']],
    ['the platform’s id of a seller', 'u77', ['strong']],
    ['something unknown', 'nothing-like-this', []],
    ['nothing', ' ', []],
  ])('finds cases by %s', async (_which, q, ids) => {
    expect((await search(q)).ids.toSorted()).toEqual(ids);
  });

  it('says that a number stands in a record though no case is about it', async () => {
    const { send } = consoleOver({ ...world, cases: [] });
    const html = await (await send('/cases/search', { q: IMEI })).text();
    expect(html).toContain('The number stands in a stolen record.');
    expect(html).toContain('Nothing about it is in any queue of your team');
  });

  it('shows nothing of another team', async () => {
    const { send } = consoleOver({ ...world, cases: [aCase({ team: 'another' })] });
    expect(shownBy(await (await send('/cases/search', { q: '4217/26-A' })).text())).toEqual([]);
  });

  it('is on record with the number masked', async () => {
    const { events } = await search(IMEI);
    expect(events).toMatchObject([{ act: 'cases-searched', subject: { kind: 'search', id: 'imei' }, detail: { found: 2 } }]);
    expect(JSON.stringify(events)).not.toContain(IMEI);
  });
});

describe('a view that is kept', () => {
  it('stands by the queue under its name until it is forgotten', async () => {
    const { send, open } = consoleOver();
    const kept = await send('/cases/views', { name: 'Weak ones', query: 'state=ready&evidence=description&evil=<b>' });
    expect(kept.headers.get('location')).toBe('/cases?state=ready&evidence=description');
    const html = await open('/cases?state=ready&evidence=description');
    expect(html).toContain('href="/cases?state=ready&amp;evidence=description" aria-current="page">Weak ones</a>');
    await send('/cases/views', { name: 'Weak ones', query: 'state=ready', remove: 'yes' });
    expect(await open('/cases')).not.toContain('Weak ones');
  });

  it('is not kept without a name', async () => {
    const { send, open } = consoleOver();
    await send('/cases/views', { name: ' ', query: 'state=ready' });
    expect(await open('/cases')).not.toContain('aria-label="Your views"');
  });
});
