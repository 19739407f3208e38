import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import { AuditCheck } from '../../../shared/domain/audit-check.ts';
import { type AuditEvent, CHAIN_START, chained } from '../../../shared/domain/audit-event.ts';
import { fingerprintOf } from '../../../shared/domain/audit-seal.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { aReviewer, partsOver, signedInAs } from '../../support/console-data.ts';

const anEvent = (over: Partial<AuditEvent> = {}): AuditEvent => ({
  at: '2026-11-21T10:00:00.000Z',
  actor: 'ama-osei',
  actorName: 'Ama Osei',
  act: 'case-viewed',
  subject: { kind: 'case', id: 'k3Yb' },
  outcome: 'done',
  ...over,
});

function auditorOver(events: AuditEvent[], overrides: Partial<ConsoleParts> = {}, roles: readonly Role[] = ['auditor']) {
  const auditor = aReviewer({ id: 'dinesh-rao', name: 'Dinesh Rao', roles });
  const parts = partsOver({}, { access: signedInAs(auditor), ...overrides });
  parts.events.push(...events);
  const app = createConsole(parts);
  return {
    events: parts.events,
    show: async () => (await app.request('/audit')).text(),
    send: (path: string, form: Record<string, string> = {}) =>
      app.request(`http://console.example${path}`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ from: '2026-11-01', to: '2026-11-30', ...form }),
      }),
  };
}
const ask = async (events: AuditEvent[], form: Record<string, string>) => (await auditorOver(events).send('/audit', form)).text();

describe('the audit page', () => {
  it('shows the last week, newest first, and leaves a row of having been shown', async () => {
    const { show, events } = auditorOver([
      anEvent(),
      anEvent({ at: '2026-11-22T09:00:00.000Z', act: 'case-decided' }),
      anEvent({ at: '2026-11-10T09:00:00.000Z', act: 'too-old' }),
    ]);
    const html = await show();
    expect(html).not.toContain('too old');
    expect(html.indexOf('case decided')).toBeLessThan(html.indexOf('case viewed'));
    expect(html).toContain('Ama Osei<span class="fw-under">ama-osei</span>');
    expect(events.at(-1)).toMatchObject({
      actor: 'dinesh-rao',
      act: 'audit-viewed',
      subject: { kind: 'audit', id: '2026-11-16/2026-11-22' },
    });
  });

  it('answers by person, by subject and for refused attempts alone', async () => {
    const events = [
      anEvent({ act: 'one' }),
      anEvent({ act: 'two', actor: 'ben', actorName: 'Ben Lindqvist' }),
      anEvent({ act: 'three', subject: { kind: 'record', id: '4217/26-A' } }),
      anEvent({ act: 'four', outcome: 'refused' }),
    ];
    const shown = async (form: Record<string, string>) => {
      const html = await ask(events, form);
      return ['one', 'two', 'three', 'four'].filter((act) => html.includes(`data-label="What">${act}`));
    };
    expect(await shown({ actor: 'ben' })).toEqual(['two']);
    expect(await shown({ kind: 'record', id: '4217/26-A' })).toEqual(['three']);
    expect(await shown({ outcome: 'refused' })).toEqual(['four']);
    expect(await shown({})).toEqual(['one', 'two', 'three', 'four']);
  });

  it('goes on a page at a time without losing or repeating a row', async () => {
    const events = Array.from({ length: 120 }, (_, index) =>
      anEvent({ act: `act${index}x`, at: `2026-11-21T10:${String(index % 60).padStart(2, '0')}:00.000Z` }),
    );
    const { send } = auditorOver(events);
    const seen: string[] = [];
    let form: Record<string, string> = { actor: 'ama-osei' };
    for (let page = 0; page < 3; page += 1) {
      const html = await (await send('/audit', form)).text();
      seen.push(...[...html.matchAll(/data-label="What">(act\d+x)/g)].map(([, act = '']) => act));
      const [, after = ''] = /name="after" value="([^"]+)"/.exec(html) ?? [];
      form = { actor: 'ama-osei', after };
    }
    expect(seen.toSorted()).toEqual(events.map(({ act }) => act).toSorted());
  });

  it.each([
    [{ from: 'yesterday' }, 'Enter a day such as 2026-11-22'],
    [{ from: '2026-11-22', to: '2026-11-01' }, 'The last day must not lie before the first'],
    [{ from: '2024-11-22' }, 'Choose a period of at most a year'],
    [{ kind: 'case' }, 'Enter the id of what was acted on'],
    [{ id: 'k3Yb' }, 'Choose what kind of thing has this id'],
  ])('says what is wrong with %j and keeps what was typed', async (form, sentence) => {
    const response = await auditorOver([]).send('/audit', { actor: '"><b>typed', ...form });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(sentence);
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;typed"');
  });

  it('names the newest seal, so that it can be written down elsewhere', async () => {
    const seal = { format: 1, day: '2026-11-21', sealedAt: '2026-11-22T02:00:00Z', rows: 1204, digest: 'ab', previous: null } as const;
    const html = await auditorOver([], { seals: { get: async (day) => (day === seal.day ? seal : undefined) } }).show();
    expect(html).toContain('Sealed up to 21 Nov 2026, a day of 1,204 rows.');
    expect(html).toContain(fingerprintOf(seal));
  });

  it.each(['reviewer', 'notice-officer', 'admin'] as const)('is closed to a %s, and so is the export', async (role) => {
    const { send, events } = auditorOver([anEvent()], {}, [role]);
    for (const path of ['/audit', '/audit/export']) expect((await send(path)).status).toBe(403);
    expect(events.slice(1).map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  it('opens no case to an auditor', async () => {
    const app = createConsole(partsOver({}, { access: signedInAs(aReviewer({ roles: ['auditor'] })) }));
    for (const path of ['/cases', '/cases/x', '/scans']) expect((await app.request(path)).status).toBe(403);
    expect((await app.request('/')).headers.get('location')).toBe('/audit');
  });
});

describe('the export', () => {
  it('as JSON Lines can be verified by itself', async () => {
    const first = chained(anEvent(), { chain: 'c', number: 1, previous: CHAIN_START });
    const second = chained(anEvent({ at: '2026-11-21T10:00:01.000Z' }), { chain: 'c', number: 2, previous: first.hash });
    const response = await auditorOver([second, first]).send('/audit/export', { format: 'jsonl' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="fencewatch-audit-2026-11-01-to-2026-11-30.jsonl"');
    const rows = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual([first, second]);
    const check = new AuditCheck({ fromStart: true });
    for (const row of rows) check.add(row);
    expect(check.findings().faults).toEqual([]);
  });

  it.each(['=HYPERLINK("//evil.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'as CSV gives a spreadsheet no formula for %j',
    async (id) => {
      const csv = await (
        await auditorOver([anEvent({ subject: { kind: 'listing', id } })]).send('/audit/export', { format: 'csv' })
      ).text();
      expect(csv).toContain(`'${id.replaceAll('"', '""')}`);
    },
  );

  it('leaves a row with the format and how much left the building', async () => {
    const { send, events } = auditorOver([anEvent(), anEvent({ act: 'two' })]);
    await send('/audit/export', { format: 'csv', actor: 'ama-osei' });
    expect(events.at(-1)).toMatchObject({ act: 'audit-exported', outcome: 'done', detail: { format: 'csv', rows: 2, actor: 'ama-osei' } });
  });

  it('is never cut short without a word', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => anEvent({ act: `act${index}` }));
    const { send, events } = auditorOver(many);
    const response = await send('/audit/export', { format: 'csv' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('More than 5,000 rows');
    expect(events.some(({ act, outcome }) => act === 'audit-exported' && outcome === 'refused')).toBe(true);
  });
});
