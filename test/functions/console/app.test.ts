import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  aCase,
  aListing,
  aMatch,
  anEvidence,
  aRecord,
  aReviewer,
  aRevision,
  aScan,
  aSource,
  IMEI,
  partsOver,
  signedInAs,
  type World,
} from '../../support/console-data.ts';
import { aNoticeOf, anOfferAgain } from '../../support/notices.ts';

const world: Partial<World> = {
  cases: [aCase()],
  listings: [aListing()],
  revisions: [aRevision()],
  records: [aRecord()],
  scans: [aScan()],
  sources: [aSource()],
};
const casePath = '/cases/k3Yb0sQeT1xWm2Rz9aLp';

async function open(path: string, over: Partial<World> = world, overrides: Partial<ConsoleParts> = {}) {
  const parts = partsOver(over, overrides);
  const response = await createConsole(parts).request(path);
  return { response, html: await response.text(), events: parts.events, reported: parts.reported };
}

describe('the queue', () => {
  it('is where the front page leads', async () => {
    const { response } = await open('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/cases']);
  });

  it('shows what, where, why, when and the health of the last scan', async () => {
    const { response, html } = await open('/cases');
    expect(response.status).toBe(200);
    for (const text of ['iPhone 13 128GB unlocked', 'Marktplein', 'Same device number', '3 hours ago', 'Healthy', 'Record 4217/26-A']) {
      expect(html).toContain(text);
    }
  });

  it('puts the strongest case first', async () => {
    const weak = aCase({ id: 'weak', match: aMatch({ bits: 1, recordReference: 'weak-record' }) });
    const { html } = await open('/cases', { ...world, cases: [weak, aCase()] });
    expect(html.indexOf('4217/26-A')).toBeLessThan(html.indexOf('weak-record'));
  });

  it('goes on to the next page by a cursor and comes back', async () => {
    const cases = Array.from({ length: 60 }, (_, index) => aCase({ id: `case-${index}`, match: aMatch({ bits: 60 - index }) }));
    const { html } = await open('/cases', { ...world, cases });
    expect(html.match(/href="\/cases\/case-\d+"/g)).toHaveLength(25);
    const [, next] = /href="(\/cases\?state=ready&amp;after=[^"]+)"/.exec(html) ?? [];
    const second = await open((next ?? '').replace('&amp;', '&'), { ...world, cases });
    expect(second.html).toContain('href="/cases/case-25"');
    expect(second.html).toContain('Back to the strongest');
    const third = await open('/cases?state=ready&after=case-49', { ...world, cases });
    expect(third.html.match(/href="\/cases\/case-\d+"/g)).toHaveLength(10);
    expect(third.html).not.toContain('rel="next"');
  });

  it('shows the other states on request and the ready ones for a state that does not exist', async () => {
    expect((await open('/cases?state=closed')).html).toContain('No case has been closed');
    expect((await open('/cases?state=nonsense')).html).toContain('iPhone 13 128GB unlocked');
  });

  it('tells what the scans saw and what to do when it is empty', async () => {
    const { html } = await open('/cases', { sources: [aSource()], scans: [aScan({ health: 'blocked' })] });
    expect(html).toContain('No case is waiting for review');
    expect(html).toContain('That is not the same as nothing being offered');
    expect(html).toContain('Marktplein: the last scan was turned away by the platform.');
    expect(html).toContain('npm run -s fencewatch -- records import FILE');
  });

  it('leaves a row in the audit log', async () => {
    const { events } = await open('/cases');
    expect(events).toEqual([
      {
        at: '2026-11-22T14:05:00.000Z',
        actor: 'ama-osei',
        actorName: 'Ama Osei',
        act: 'queue-viewed',
        subject: { kind: 'queue', id: 'default/ready' },
        outcome: 'done',
      },
    ]);
  });
});

describe('a case', () => {
  it('shows the listing with the number highlighted where it stood', async () => {
    const { html } = await open(casePath);
    expect(html).toContain('<mark class="fw-find">35-693803-564380-9<a class="fw-find__number" href="#find-1">');
  });

  it('shows the record beside it and marks the number that both have', async () => {
    const { html } = await open(casePath);
    expect(html).toContain(`<code class="fw-number fw-number--agrees">${IMEI}</code> <span class="fw-agrees">also on the listing</span>`);
    expect(html).toContain('initials AM engraved on the back');
  });

  it('gives every reason its number and the sum', async () => {
    const { html } = await open(casePath);
    for (const bits of ['−19.5', '+33.2', '−3.1', '+1.6', '−7.2', '+5.0'])
      expect(html).toContain(`govuk-table__cell--numeric">${bits}</td>`);
    expect(html.match(/class="fw-bar__(for|against|total)"/g)).toHaveLength(6);
  });

  it('sets what the two sides say beside each other, and nothing beside a line about the whole', async () => {
    const prior = anEvidence({ field: 'prior', bits: -16, listingSays: 'x', recordSays: '500', sentence: 'Before looking.' });
    const marks = anEvidence({ field: 'marks', bits: 4, listingSays: 'engraved AM', recordSays: '', sentence: 'A mark.' });
    const item = aCase({ match: aMatch({ evidence: [prior, marks] }) });
    const { html } = await open(casePath, { ...world, cases: [item] });
    expect(html).not.toContain('Record: 500');
    expect(html).toContain('Listing: <bdi dir="auto">engraved AM</bdi> · Record: nothing');
  });

  it('puts gates and contradictions in front of the reasons', async () => {
    const gate = { gate: 'listed-before-theft', sentence: 'First seen four days before the theft.' } as const;
    const item = aCase({ match: aMatch({ gates: [gate], flags: ['model-differs'] }) });
    const { html } = await open(casePath, { ...world, cases: [item] });
    const [cautions, gateAt, flagAt, sides] = ['Look at this first', 'First seen four days', 'The model differs', 'The listing'].map(
      (text) => html.indexOf(text),
    );
    expect([gateAt, flagAt].every((at) => (at ?? 0) > (cautions ?? 0) && (at ?? 0) < (sides ?? 0))).toBe(true);
  });

  it('says first that the number may be somebody else’s, and that not all numbers are kept', async () => {
    const evidence = [anEvidence({ level: 'equal, in doubt' })];
    const item = aCase({ match: aMatch({ evidenceKind: 'description', evidence }) });
    const revision = aRevision({ how: { identifiers: 'the surest 480 of 3000' } });
    const { html } = await open(casePath, { ...world, cases: [item], revisions: [revision] });
    expect(html).toContain('The number may be somebody else’s');
    expect(html).not.toContain('No device number fits');
    expect(html).toContain('the surest 480 of 3000');
  });

  it('says that a colleague refused the pair, and what is new since', async () => {
    const refusal = refuse(aMatch(), { reason: 'legitimate-sale', by: 'PC Okafor', at: new Date('2026-11-20T09:00:00.000Z') });
    const again = aCase({ refusal, reopenedBecause: ['Colour is now compared: equal.'] });
    const { html } = await open(casePath, { ...world, cases: [again] });
    expect(html).toContain('Refused on 20 Nov 2026, 09:00 by PC Okafor: a legitimate sale. Colour is now compared: equal.');
  });

  it('stands for what is held back, with how much that is', async () => {
    const held = ['h1', 'h2'].map((id) => aCase({ id, state: 'held' }));
    const { html } = await open(casePath, { ...world, cases: [aCase({ kind: 'flood', floodOf: 'record' }), ...held] });
    expect(html).toContain('The record suddenly fits many listings; 2 more cases are held back until this one is decided.');
  });

  it('says what is known of the listing since the platform was told, and no more', async () => {
    const item = aCase({ state: 'confirmed' });
    const { notice, verification } = aNoticeOf(item);
    const told = { ...world, cases: [item], notices: [notice], verifications: [verification] };
    expect((await open(casePath, told)).html).toContain('Not known yet');
    const gone = { ...verification.looks[1], at: '2026-11-25T12:10:00.000Z' } as (typeof verification.looks)[number];
    const verified = { ...verification, looks: [...verification.looks, gone] };
    expect((await open(casePath, { ...told, verifications: [verified] })).html).toContain('Removed, verified');
    expect((await open(casePath)).html).not.toContain('Since the notice');
  });

  it('warns that the same item was removed before, with the notice that asked for it', async () => {
    const { html } = await open(casePath, { ...world, offers: [anOfferAgain({ caseId: aCase().id })] });
    expect(html).toContain('The same item was removed before');
    expect(html).toContain('Offered again: notice N-7Kq2 asked Gumtree to remove item 149 on');
  });

  it('says when not every record was compared, and which were left out', async () => {
    const narrowed = ['family apple iphone 13, 2026-11: of the model and storage'];
    const { html } = await open(casePath, { ...world, cases: [aCase({ match: aMatch({ narrowed }) })] });
    expect(html).toContain('Not every record that may fit.');
    expect(html).toContain('family apple iphone 13, 2026-11: of the model and storage');
    expect((await open(casePath)).html).not.toContain('Not every record');
  });

  it('warns of a record that was withdrawn since', async () => {
    const { html } = await open(casePath, { ...world, records: [aRecord({ status: 'withdrawn' })] });
    expect(html).toContain('The record is no longer looked for');
  });

  it('shows the revision that was compared and announces a newer one', async () => {
    const { html } = await open(casePath, { ...world, revisions: [aRevision(), aRevision({ number: 3, title: 'Newest title' })] });
    expect(html).toContain('revision 3 is the newest');
    expect(html).not.toContain('Newest title');
  });

  it('shows the hash of the captured page, or that none was had', async () => {
    expect((await open(casePath)).html).toContain(aCase().page?.sha256);
    const item = aCase({ page: { capturedAt: '2026-11-22T11:02:30Z', outcome: 'not captured: HTTP 503' } });
    expect((await open(casePath, { ...world, cases: [item] })).html).toContain('Not captured: HTTP 503');
  });

  it('holds what can be shown when listing and record are gone', async () => {
    const { response, html } = await open(casePath, { cases: [aCase()] });
    expect(response.status).toBe(200);
    expect(html).toContain('What the listing said is no longer held.');
    expect(html).toContain('No record with the reference 4217/26-A is held.');
  });

  it('offers the address of the listing as text and never as a link', async () => {
    const { html } = await open(casePath);
    expect(html).toContain('data-copy="address">https://marktplein.example/p/iphone-13/88120734?from=search</code>');
    expect(html).not.toMatch(/(href|src|action)="(?!\/|#)/);
  });

  it('leaves a row in the audit log', async () => {
    const { events } = await open(casePath);
    expect(events).toEqual([
      {
        at: '2026-11-22T14:05:00.000Z',
        actor: 'ama-osei',
        actorName: 'Ama Osei',
        act: 'case-viewed',
        subject: { kind: 'case', id: 'k3Yb0sQeT1xWm2Rz9aLp' },
        outcome: 'done',
      },
    ]);
  });

  it('is not shown when the row cannot be written', async () => {
    const failing = { append: async () => Promise.reject(new Error('table unavailable: secret-name')) };
    const { response, html, reported } = await open(casePath, world, { audit: failing });
    expect(response.status).toBe(500);
    expect(html).not.toContain('iPhone');
    expect(html).not.toContain('secret-name');
    expect(reported).toHaveLength(1);
  });

  it.each([
    ['that does not exist', '/cases/nothing-here'],
    ['of another team', casePath],
  ])('%s is not found, and the attempt leaves a row', async (_which, path) => {
    const { response, html, events } = await open(path, { ...world, cases: [aCase({ team: 'another' })] });
    expect(response.status).toBe(404);
    expect(html).not.toContain('4217/26-A');
    expect(events.map(({ act, outcome }) => [act, outcome])).toEqual([['case-viewed', 'refused']]);
  });
});

describe('what is said of a listing', () => {
  it('carries the health of the scan that asked for it', async () => {
    const degraded = aScan({ id: 'marktplein~2026-11-22T12:00:00.000Z', health: 'degraded', summary: '40 search pages read, 2 not.' });
    const { html } = await open(casePath, { ...world, listings: [aListing({ scanId: degraded.id })], scans: [aScan(), degraded] });
    expect(html).toContain('the scan that asked for this listing');
    expect(html).toContain('40 search pages read, 2 not.');
    expect(html).toContain('Degraded');
  });
});

describe('the scans', () => {
  it('show health, summary and counts of each watched source', async () => {
    const { html } = await open('/scans');
    for (const text of ['Marktplein', 'Healthy', '42 search pages read, none failed.', '1,254', 'every 30 minutes', 'Written permission']) {
      expect(html).toContain(text);
    }
  });

  it('say why a source is not watched', async () => {
    const source = aSource({ id: 'ebay', name: 'eBay', enabled: false, disabledBecause: 'Terms to be reviewed.' });
    const { html } = await open('/scans', { sources: [source] });
    expect(html).toContain('No source is being watched');
    expect(html).toContain('Terms to be reviewed.');
  });

  it('say in one message what is wrong, since when, and what to do', async () => {
    const blocked = aScan({ health: 'blocked', summary: '1 search page not read (HTTP 403).', resumesAt: '2026-11-22T15:00:00.000Z' });
    const { html } = await open('/scans', { ...world, scans: [blocked, aScan({ id: 'marktplein~2026-11-22T13:00:00.000Z' })] });
    expect(html).toContain('Marktplein is turned away by the platform: 1 search page not read (HTTP 403). So since 22 Nov 13:30 UTC.');
    expect(html).toContain('It is left alone until 22 Nov 15:00 UTC.');
    expect((await open('/scans')).html).not.toContain('turned away');
  });

  it('say that a source is paused, why and since when, and the queue does not count it as seen', async () => {
    const pause = { source: 'marktplein', since: '2026-11-22T13:00:00.000Z', reason: 'They <b>asked</b>.', by: 'Ama Osei' };
    const pauses = { of: async () => pause };
    const { html } = await open('/scans', world, { pauses });
    expect(html).toContain('Marktplein has been paused since 22 Nov 13:00 UTC by Ama Osei: They &lt;b&gt;asked&lt;/b&gt;.');
    expect(html).toContain('Paused');
    const queue = (await open('/cases', world, { pauses })).html;
    expect(queue).toContain('0 of 1 watched source seen in full');
    expect(queue).toContain('Marktplein: paused by Ama Osei');
    const over = { of: async () => ({ ...pause, until: '2026-11-22T14:00:00.000Z' }) };
    expect((await open('/scans', world, { pauses: over })).html).not.toContain('paused');
  });

  it('count what is parked, where it can be counted', async () => {
    const { html } = await open('/scans', world, { deadLetters: async () => ({ read: 3, match: 1, scan: 0 }) });
    expect(html).toContain('4 messages could not be worked on');
    expect(html).toContain('read 3, match 1.');
    expect((await open('/scans')).html).not.toContain('dead-letter');
  });
});

describe('for machines', () => {
  it('tells the health of the last scans', async () => {
    const { response, html } = await open('/health');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(html)).toEqual({ status: 'ok', sources: [{ source: 'marktplein', lastScanHealth: 'healthy' }] });
  });

  it('answers 503 when the tables cannot be read', async () => {
    const { response } = await open('/health', world, {
      scans: { recent: async () => Promise.reject(new Error('down')), get: async () => undefined },
    });
    expect(response.status).toBe(503);
  });
});

describe('every answer', () => {
  it.each(['/cases', casePath, '/scans', '/health', '/nothing'])('of %s runs nothing, frames nothing and tells nobody', async (path) => {
    const { response } = await open(path);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('says who can read it', async () => {
    expect((await open('/scans')).html).toContain('For the test.');
  });

  it('keeps assets for a year and knows no other files', async () => {
    const parts = partsOver(world);
    const app = createConsole(parts);
    const asset = await app.request(parts.assets.console.path);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await app.request('/assets/console.css')).status).toBe(404);
    expect((await app.request('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('opens no page to a role that may not see it, and the attempt leaves a row', async () => {
    const access = signedInAs(aReviewer({ roles: ['admin'] }));
    const { response, html, events } = await open(casePath, world, { access });
    expect(response.status).toBe(403);
    expect(html).toContain('Not for this role');
    expect(events.map(({ act, outcome, subject }) => [act, outcome, subject.id])).toEqual([['page-opened', 'refused', casePath]]);
    expect((await open('/scans', world, { access })).response.status).toBe(200);
  });
});

describe('a hostile listing', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<svg onload=alert(1)>',
    '<style>body{display:none}</style>',
    '</title><script src=//evil.example/x.js></script>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '{{constructor.constructor("alert(1)")()}}',
    '\u202Egnp.exe\u202C',
    '&lt;script&gt;',
  ];

  it.each(payloads)('with %j in every field leaves no markup of its own', async (payload) => {
    const revision = aRevision({
      title: payload,
      description: `${payload}\n35-693803-564380-9 ${payload}`,
      seller: { id: payload, name: payload },
      location: payload,
      images: [payload, `https://evil.example/${payload}`],
      postedAt: payload,
    });
    const item = aCase({
      listing: { ...aCase().listing, title: payload, itemId: payload, url: `https://evil.example/${payload}` },
      match: aMatch({
        evidence: [anEvidence({ field: payload, sentence: payload, listingSays: payload, recordSays: payload })],
        flags: [payload],
      }),
    });
    const hostile = { ...world, cases: [item], revisions: [revision], listings: [] };
    for (const path of ['/cases', casePath]) {
      const { response, html } = await open(path, hostile);
      expect(response.status).toBe(200);
      expect(html.match(/<(script|style|img|iframe|a|svg|link|meta|title)\b[^>]*>/gi)?.filter((element) => !isOurs(element))).toEqual([]);
      expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/u);
    }
  });

  /** Every element of these kinds that the console itself writes. */
  function isOurs(element: string): boolean {
    return /^<(script src="\/assets\/console\.[0-9a-f]{8}\.js" defer|a (class="[\w -]+" )?href="[/#][^"<>]*"[^<>]*|svg class="(fw|govuk)-[^<>]*|link rel="(icon|stylesheet)" href="\/assets\/[^<>]*|meta (charset|name)=[^<>]*|title)>$/.test(
      element,
    );
  }

  it('with a title of a megabyte makes a small page', async () => {
    const title = 'x'.repeat(1_000_000);
    const item = aCase({ listing: { ...aCase().listing, title } });
    const revision = aRevision({ title, description: '356938035643809 '.repeat(70_000) });
    for (const path of ['/cases', casePath]) {
      const { html } = await open(path, { ...world, cases: [item], revisions: [revision] });
      expect(html.length).toBeLessThan(60_000);
    }
  });

  it('with a look-alike host shows the host in its plain form', async () => {
    const item = aCase({ listing: { ...aCase().listing, url: 'https://\u0430pple.example/p/1' } });
    const { html } = await open(casePath, { ...world, cases: [item] });
    expect(html).toContain('https://xn--pple-43d.example/p/1');
  });

  it('with a title of nothing visible keeps a link that can be read', async () => {
    const item = aCase({ listing: { ...aCase().listing, title: '\u2800\u200B \u3164' } });
    const { html } = await open('/cases', { ...world, cases: [item] });
    expect(html).toContain('<bdi dir="auto">Without a title</bdi>');
  });

  it('has its invisible characters counted', async () => {
    const item = aCase({ listing: { ...aCase().listing, title: 'i\u200BP\u200Bhone' } });
    const { html } = await open('/cases', { ...world, cases: [item] });
    expect(html).toContain('<bdi dir="auto">iPhone</bdi> <span class="fw-hidden">2 hidden characters left out</span>');
  });
});

describe('whoever is not signed in', () => {
  const access = signedInAs(undefined);

  it.each(['/cases', casePath, '/scans'])('is sent from %s to the sign-in and sees nothing', async (path) => {
    const { response, html, events } = await open(path, world, { access });
    expect([response.status, response.headers.get('location')]).toEqual([303, `/sign-in?to=${encodeURIComponent(path)}`]);
    expect([html, events]).toEqual(['', []]);
  });

  it('gets the assets and the health, which hold nobody’s data', async () => {
    expect((await open('/health', world, { access })).response.status).toBe(200);
  });
});

describe('the first page', () => {
  it('is the first that the roles open', async () => {
    const { response } = await open('/', world, { access: signedInAs(aReviewer({ roles: ['admin'] })) });
    expect(response.headers.get('location')).toBe('/scans');
  });

  it('says so when the roles open none', async () => {
    const { html } = await open('/', world, { access: signedInAs(aReviewer({ roles: [] })) });
    expect(html).toContain('No page for your roles');
  });
});

describe('a form', () => {
  const send = (headers: Record<string, string>) => {
    const parts = partsOver(world);
    return createConsole(parts).request('http://console.example/cases', { method: 'POST', body: new URLSearchParams(), headers });
  };

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from a neighbour of this host', { 'sec-fetch-site': 'same-site', origin: 'https://other.console.example' }],
    ['that says nothing of where it stood', {}],
  ])('%s does nothing', async (_which, headers) => {
    const response = await send(headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('This form came from elsewhere');
  });

  it('of this console gets as far as the routes', async () => {
    expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(404);
    expect((await send({ origin: 'http://console.example' })).status).toBe(404);
  });
});
