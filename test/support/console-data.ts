/** A small world for the console: two watched sources, a queue of cases, and doubles of the stores that answer from it. */

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Access } from '../../functions/console/access.ts';
import { loadAssets } from '../../functions/console/assets.ts';
import type { ConsoleParts } from '../../functions/console/parts.ts';
import type { AuditQuestion } from '../../shared/aws/audit-log.ts';
import type { CaseFilter } from '../../shared/aws/case-facets.ts';
import type { CaseSubject } from '../../shared/aws/case-keys.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { SavedView, ViewStore } from '../../shared/aws/view-store.ts';
import { type AuditEvent, type AuditRow, positionOf } from '../../shared/domain/audit-event.ts';
import { type Case, statesBefore } from '../../shared/domain/case.ts';
import type { Escalation } from '../../shared/domain/escalation.ts';
import { comparisonKey, type Identifier } from '../../shared/domain/identifier.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Evidence, Match } from '../../shared/domain/match.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type DecisionRow, weekOf } from '../../shared/domain/quality.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { standardLadder, type Verification } from '../../shared/domain/verification.ts';
import type { Source } from '../../shared/sources/source.ts';

export const NOW = new Date('2026-11-22T14:05:00.000Z');
/** The example numbers of the IMEI literature; they name no device in use. */
export const IMEI = '356938035643809';
export const SECOND_IMEI = '352099001761481';

/** What the evidence bucket holds for every Case; `CAPTURED_SHA256` is its hash. */
const CAPTURED = '<!doctype html><title>iPhone 13</title><p>IMEI 35-693803-564380-9 <script>alert(1)</script></p>';
const CAPTURED_SHA256 = createHash('sha256').update(CAPTURED).digest('hex');

export function anIdentifier(fields: Partial<Identifier> = {}): Identifier {
  return { kind: 'imei', value: IMEI, confidence: 0.98, raw: '35-693803-564380-9', where: 'text', ...fields };
}

export function anEvidence(fields: Partial<Evidence> = {}): Evidence {
  return {
    field: 'identifier',
    level: 'equal',
    bits: 33.2,
    listingSays: IMEI,
    recordSays: IMEI,
    sentence: 'The listing shows the IMEI of the stolen record.',
    ...fields,
  };
}

export function aMatch(fields: Partial<Match> = {}): Match {
  const evidence = fields.evidence ?? [
    {
      field: 'prior',
      level: 'start',
      bits: -19.5,
      sentence: 'Before looking, one listing in 1,000 is a listed phone, and it could be any of 500.',
    },
    anEvidence(),
    anEvidence({
      field: 'colour',
      level: 'different',
      bits: -3.1,
      listingSays: 'black',
      recordSays: 'midnight',
      sentence: 'The colours differ.',
    }),
    anEvidence({ field: 'storage', level: 'equal', bits: 1.6, listingSays: '128 GB', recordSays: '128 GB', sentence: 'Both say 128 GB.' }),
    {
      field: 'cap',
      level: 'capped',
      bits: -7.2,
      sentence: 'No evidence of this kind counts for more than 97 in 100 before a person has looked.',
    },
  ];
  const bits = evidence.reduce((sum, line) => sum + line.bits, 0);
  return {
    recordReference: '4217/26-A',
    evidenceKind: 'imei',
    evidence,
    gates: [],
    flags: [],
    bits,
    probability: 1 / (1 + 2 ** -bits),
    action: 'review',
    modelVersion: '2026-11-20',
    surveyVersion: 'assumed',
    ...fields,
  };
}

export function aCase(fields: Partial<Case> = {}): Case {
  return {
    id: 'k3Yb0sQeT1xWm2Rz9aLp',
    team: 'default',
    kind: 'match',
    state: 'ready',
    listing: {
      source: 'marktplein',
      itemId: '88120734',
      url: 'https://marktplein.example/p/iphone-13/88120734?from=search',
      title: 'iPhone 13 128GB unlocked, great condition',
      revision: 2,
    },
    match: aMatch(),
    openedAt: '2026-11-22T11:02:10.000Z',
    readyAt: '2026-11-22T11:02:31.000Z',
    page: {
      capturedAt: '2026-11-22T11:02:30.000Z',
      key: 'cases/k3Yb0sQeT1xWm2Rz9aLp/page',
      sha256: CAPTURED_SHA256,
      outcome: 'listing',
    },
    ...fields,
  };
}

export function aListing(fields: Partial<Listing> = {}): Listing {
  return {
    source: 'marktplein',
    itemId: '88120734',
    url: 'https://marktplein.example/p/iphone-13/88120734',
    liveness: 'live',
    firstSeenAt: '2026-11-21T18:00:07.000Z',
    cardHash: 'c1',
    revision: 2,
    ...fields,
  };
}

export function aRevision(fields: Partial<Revision> = {}): Revision {
  return {
    number: 2,
    readAt: '2026-11-22T10:58:44.000Z',
    changed: ['price'],
    title: 'iPhone 13 128GB unlocked, great condition',
    description:
      'Selling my iPhone 13 in midnight, 128 GB, unlocked to all networks.\nBattery health 88 %. Small scratch near the camera, see photos.\n\nIMEI 35-693803-564380-9 so you can check it yourself. Cash on collection, no offers please.',
    price: { amount: 310, currency: 'GBP' },
    seller: { id: 'u-20931', name: 'northside_phones' },
    location: 'Hackney, London',
    images: ['https://img.marktplein.example/88120734/1.jpg', 'https://img.marktplein.example/88120734/2.jpg'],
    postedAt: '2026-11-21T17:40:00.000Z',
    identifiers: [
      anIdentifier(),
      anIdentifier({ raw: IMEI, where: 'json-ld:serialNumber', confidence: 0.99 }),
      { kind: 'partial', pattern: '35209900???????', confidence: 0.41, raw: '35209900…', where: 'attribute:alt' },
    ],
    how: {},
    ...fields,
  };
}

export function aRecord(fields: Partial<StolenRecord> = {}): StolenRecord {
  return {
    reference: '4217/26-A',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-14T00:00:00.000Z',
    stolenAtPrecision: 'day',
    reportedAt: '2026-11-15T09:30:00.000Z',
    make: 'Apple',
    model: 'iPhone 13',
    modelNumber: 'A2633',
    colour: 'Midnight',
    storageGb: 128,
    identifiers: [
      { kind: 'imei', value: IMEI },
      { kind: 'imei', value: SECOND_IMEI },
    ],
    marks: ['scratch beside the camera', 'initials AM engraved on the back'],
    area: 'Hackney E8',
    ...fields,
  };
}

export function aScan(fields: Partial<Scan> = {}): Scan {
  return {
    id: 'marktplein~2026-11-22T13:30:00.000Z',
    source: 'marktplein',
    openedAt: '2026-11-22T13:30:00.000Z',
    closedAt: '2026-11-22T13:31:12.000Z',
    health: 'healthy',
    summary: '42 search pages read, none failed.',
    counts: { searchPages: 42, listingsSeen: 1254, fresh: 31, changed: 12, unchanged: 1204, missing: 7 },
    ...fields,
  };
}

export function aSource(fields: Partial<Source> = {}): Source {
  return {
    id: 'marktplein',
    name: 'Marktplein',
    country: 'GB',
    currency: 'GBP',
    language: 'en',
    hosts: ['marktplein.example'],
    access: { basis: 'written-permission', note: 'Letter of 3 March 2026.', termsReviewedOn: '2026-03-03', termsReviewedBy: 'R. Osei' },
    enabled: true,
    pace: { secondsBetweenRequests: 2 },
    schedule: { everyMinutes: 30 },
    pages: { how: 'plain' },
    searches: [{ name: 'Phones', url: 'https://marktplein.example/phones' }],
    searchPage: { maxPages: 50 },
    listing: { url: '/p/:slug/:itemId(\\d+)' },
    retentionDays: 30,
    ...fields,
  };
}

export function aReviewer(over: Partial<Person> = {}): Person {
  return { id: 'ama-osei', name: 'Ama Osei', team: 'default', roles: ['reviewer'], ...over };
}

/** A console in which everybody who asks is this person. */
export function signedInAs(person: Person | undefined): Access {
  return { banner: 'For the test.', personOf: async () => person, routes: [] };
}

export interface World {
  cases: Case[];
  listings: Listing[];
  revisions: Revision[];
  records: StolenRecord[];
  scans: Scan[];
  sources: Source[];
  notices: StoredNotice[];
  verifications: Verification[];
  answers: StoredAnswer[];
  escalations: Escalation[];
  offers: OfferedAgain[];
}

function isAbout({ match, listing }: Case, subject: CaseSubject): boolean {
  if ('record' in subject) return match.recordReference === subject.record;
  return listing.source === subject.listing.source && listing.itemId === subject.listing.itemId;
}

/** The parts of a console over this world; what it appends to the audit log can be looked at in `events`. */
export function partsOver(
  world: Partial<World>,
  overrides: Partial<ConsoleParts> = {},
): ConsoleParts & { events: AuditEvent[]; reported: unknown[] } {
  const {
    cases: given = [],
    listings = [],
    revisions = [],
    records = [],
    scans = [],
    sources = [],
    notices = [],
    verifications = [],
    answers: said = [],
    escalations: raised = [],
    offers = [],
  } = world;
  const cases = [...given];
  const escalations = new Map(raised.map((each) => [each.id, each]));
  const rows = new Map<string, DecisionRow>();
  const roster = new Map<string, Person>();
  const events: AuditEvent[] = [];
  const reported: unknown[] = [];
  return {
    cases: {
      get: async (id) => cases.find((item) => item.id === id),
      queue: async ({ team, state, limit, cursor }) => pageOf(cases, { team, state, limit, cursor }),
      ask: async ({ filter, ...asked }) =>
        pageOf(
          cases.filter((item) => answers(item, filter)),
          { ...asked, cursor: asked.cursor },
        ),
      ofSeller: async ({ source, seller }) => cases.filter(({ listing, about }) => listing.source === source && about?.seller === seller),
      allAbout: async (subject) => cases.filter((item) => isAbout(item, subject)),
      newestAbout: async (subject, most) =>
        cases
          .filter((item) => isAbout(item, subject))
          .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
          .slice(0, most),
      open: async (item) => {
        if (cases.some(({ id }) => id === item.id)) return 'exists';
        cases.push(item);
        return 'opened';
      },
      // Demands what the store demands, so that two at once end as they do there.
      async saveWork(before, after) {
        const at = cases.findIndex(
          ({ id, state, work }) => id === before.id && state === before.state && work?.version === before.work?.version,
        );
        if (at === -1) return 'overtaken';
        cases[at] = after;
        return 'saved';
      },
      async move(id, to, patch = {}) {
        const at = cases.findIndex((item) => item.id === id);
        const before = cases[at];
        if (before === undefined) return 'missing';
        if (!statesBefore(to).includes(before.state)) return 'refused';
        cases[at] = JSON.parse(JSON.stringify({ ...before, ...patch, state: to }));
        return 'moved';
      },
    },
    decisions: {
      note: async (row) => void rows.set(`${row.at} ${row.caseId}`, row),
      ofWeek: async (team, week) => [...rows.values()].filter((row) => row.team === team && weekOf(new Date(row.at)) === week),
    },
    notices: {
      idsOfCase: async (caseId) => notices.filter(({ cases: about }) => about.some((each) => each.caseId === caseId)).map(({ id }) => id),
      get: async (id) => notices.find((each) => each.id === id),
      change: async () => false,
    },
    answers: { ofNotice: async (noticeId) => said.filter((each) => each.noticeId === noticeId) },
    verifications: { ofNotice: async (noticeId) => verifications.filter((each) => each.noticeId === noticeId), open: async () => {} },
    followUps: { open: async () => {} },
    offers: {
      earlierOf: async (caseId) => offers.filter((each) => each.caseId === caseId),
      since: async (noticeId) => offers.filter(({ earlier }) => earlier.noticeId === noticeId),
    },
    escalations: {
      get: async (id) => escalations.get(id),
      async save(before, after) {
        const isStill = isDeepStrictEqual(escalations.get(before.id), before);
        if (isStill) escalations.set(after.id, after);
        return isStill;
      },
      ofTeam: async (team, state, most) =>
        [...escalations.values()].filter((each) => each.team === team && each.state === state).slice(0, most),
      countOpen: async (team) => [...escalations.values()].filter((each) => each.team === team && each.state === 'open').length,
    },
    deliverQueue: { send: async () => {} },
    ladder: standardLadder,
    roster: {
      note: async (person) => void roster.set(person.id, person),
      ofTeam: async (team) => [...roster.values()].filter((person) => person.team === team),
    },
    evidence: { get: async () => ({ bytes: new TextEncoder().encode(CAPTURED), contentType: 'text/html' }) },
    photos: { get: async () => ({ alike: [], owners: [], sellers: [], uses: [] }) },
    pictures: { getRendition: async () => undefined },
    captures: { ofCase: async () => [], manifest: () => Promise.reject(new Error('none')), read: () => Promise.reject(new Error('none')) },
    reviewQueue: { send: async () => {} },
    listings: {
      get: async ({ source, itemId }) => listings.find((listing) => listing.source === source && listing.itemId === itemId),
      revisions: async () => revisions,
    },
    identifiers: {
      lookUp: async (key) => ({
        listings: [],
        records: records.filter((each) => each.identifiers.some((one) => comparisonKey(one) === key)).map(({ reference }) => reference),
        siblings: [],
        disputed: [],
        truncated: false,
      }),
    },
    victimUpdates: { get: async () => undefined, saveTold: async () => false, ofTeam: async () => [] },
    views: viewsInMemory(),
    figures: { ofTeam: async () => undefined },
    records: { get: async (reference) => records.find((record) => record.reference === reference), statusSet: async () => undefined },
    scans: {
      recent: async (source, limit) => scans.filter((scan) => scan.source === source).slice(0, limit),
      get: async (source, scanId) => scans.find((scan) => scan.source === source && scan.id === scanId),
    },
    pauses: { of: async () => undefined },
    audit: { append: async (event) => void events.push(event) },
    checkHits: { ofMonth: async () => [] },
    checkClients: { list: async () => [], lift: async () => false },
    auditLog: { rows: (question, order) => rowsOf(events, question, order) },
    seals: { get: async () => undefined },
    sources,
    access: signedInAs(aReviewer()),
    assets: loadAssets(),
    now: () => NOW,
    report: (error) => void reported.push(error),
    events,
    reported,
    ...overrides,
  };
}

function answers({ listing, match, about }: Case, { sources, evidence, model, area }: CaseFilter): boolean {
  if (sources !== undefined && !sources.includes(listing.source)) return false;
  if (evidence !== undefined && match.evidenceKind !== evidence) return false;
  if (model !== undefined && about?.model?.toLowerCase() !== model.toLowerCase()) return false;
  return area === undefined || about?.area?.toLowerCase() === area.toLowerCase();
}

function viewsInMemory(): ViewStore {
  const kept = new Map<string, SavedView[]>();
  return {
    ofPerson: async (id) => kept.get(id) ?? [],
    keep: async (id, views) => void kept.set(id, [...views]),
  };
}

async function* rowsOf(events: readonly AuditEvent[], question: AuditQuestion, order: string): AsyncGenerator<AuditRow> {
  const { from, to, actor, subject, after } = question;
  const found = events
    .filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to)
    .filter((event) => actor === undefined || event.actor === actor)
    .filter((event) => subject === undefined || (event.subject.kind === subject.kind && event.subject.id === subject.id))
    .toSorted((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));
  if (order === 'newest-first') found.reverse();
  const start = found.findIndex((event) => positionOf(event) === after) + 1;
  yield* found.slice(start);
}

interface Asked {
  team: string;
  state: Case['state'];
  limit: number;
  cursor: string | undefined;
}

/** Strongest first, then oldest, a page at a time: what the table's index answers. */
function pageOf(cases: readonly Case[], { team, state, limit, cursor }: Asked): { cases: Case[]; cursor?: string } {
  const queue = cases
    .filter((item) => item.team === team && item.state === state)
    .toSorted((a, b) => b.match.bits - a.match.bits || a.openedAt.localeCompare(b.openedAt));
  const from = queue.findIndex(({ id }) => id === cursor) + 1;
  const page = queue.slice(from, from + limit);
  const last = page.at(-1);
  return from + limit < queue.length && last !== undefined ? { cases: page, cursor: last.id } : { cases: page };
}
