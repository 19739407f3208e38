import { beforeEach, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { type CaseStore, createCaseStore } from '../../../shared/aws/case-store.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Match } from '../../../shared/domain/match.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { seenOf, type Worked, workOn } from '../../../shared/domain/work-on-case.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { osei } from '../../support/people.ts';

const services = useEmbeddedAws();
let store: CaseStore;
let team: string;
let testsRun = 0;

beforeEach(() => {
  store = createCaseStore({ client: services.dynamo, table: tableName('cases') });
  testsRun += 1;
  team = `team-${testsRun}`;
});

const match = (given: Partial<Match> = {}): Match => ({
  recordReference: `${team}/record`,
  evidenceKind: 'imei',
  evidence: [{ field: 'identifier', level: 'equal', bits: 6.7, sentence: 'The listing shows the IMEI of the stolen phone.' }],
  gates: [],
  flags: [],
  bits: 6.7,
  probability: 0.97,
  action: 'review',
  modelVersion: '1',
  surveyVersion: 'assumed',
  ...given,
});

const caseNamed = (name: string, given: Partial<Case> = {}): Case => ({
  id: `${team}-${name}`,
  team,
  kind: 'match',
  state: 'opened',
  listing: { source: 'gumtree', itemId: '1', url: 'https://www.gumtree.test/p/1', title: 'iPhone 13', revision: 1 },
  match: match(),
  openedAt: '2026-11-22T10:00:00Z',
  ...given,
});

describe('a case', () => {
  test('is opened once for its pair, whoever finds it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.open(caseNamed('a'))));

    expect(outcomes.toSorted()).toStrictEqual([...Array(7).fill('exists'), 'opened']);
    expect(await store.get(caseNamed('a').id)).toStrictEqual(caseNamed('a'));
    expect(await store.get('none')).toBeUndefined();
  });

  test('moves as the table of moves allows, with what belongs to the move', async () => {
    const { id } = caseNamed('a');
    await store.open(caseNamed('a'));

    expect(await store.move(id, 'opened')).toBe('refused');
    expect(await store.move(id, 'ready', { readyAt: '2026-11-22T10:01:00Z' })).toBe('moved');
    expect(await store.move(id, 'closed', { closedAt: '2026-11-22T10:02:00Z', closedBecause: 'withdrawn' })).toBe('moved');
    expect(await store.move(id, 'ready')).toBe('refused');
    expect(await store.move('none', 'ready')).toBe('missing');
    expect(await store.get(id)).toStrictEqual(
      caseNamed('a', {
        state: 'closed',
        readyAt: '2026-11-22T10:01:00Z',
        closedAt: '2026-11-22T10:02:00Z',
        closedBecause: 'withdrawn',
      }),
    );
  });

  test('opened again loses why it was closed', async () => {
    const { id } = caseNamed('a');
    await store.open(caseNamed('a'));
    await store.move(id, 'closed', { closedAt: '2026-11-22T10:02:00Z', closedBecause: 'withdrawn' });

    expect(await store.move(id, 'opened', { closedAt: undefined, closedBecause: undefined })).toBe('moved');
    expect(await store.get(id)).toStrictEqual(caseNamed('a'));
  });

  test('is closed by one of many that close it at once', async () => {
    await store.open(caseNamed('a'));
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.move(caseNamed('a').id, 'closed', { closedBecause: `reason ${index}` })),
    );

    expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
    expect((await store.get(caseNamed('a').id))?.closedBecause).toBe(`reason ${outcomes.indexOf('moved')}`);
  });

  test('takes a newer comparison until it is closed', async () => {
    const { id } = caseNamed('a');
    await store.open(caseNamed('a'));

    const newer = caseNamed('a', { listing: { ...caseNamed('a').listing, revision: 2 }, match: match({ bits: 3 }) });
    expect(await store.updateMatch(id, newer)).toBe('updated');
    expect(await store.get(id)).toStrictEqual(newer);
    await store.move(id, 'closed');
    expect(await store.updateMatch(id, caseNamed('a'))).toBe('settled');
    expect(await store.updateMatch('none', caseNamed('a'))).toBe('missing');
    expect((await store.get(id))?.match.bits).toBe(3);
  });
});

describe('what people do with a case', () => {
  const at = new Date('2026-11-22T10:05:00Z');
  const claimed = (item: Case, by: Person) => done(workOn(item, { act: 'claim' }, { by: { ...by, team }, at }));
  const ready = () => caseNamed('a', { state: 'ready' });

  test('is kept with the case, and moves it in the queue', async () => {
    await store.open(ready());
    const taken = claimed(ready(), osei);
    expect(await store.saveWork(ready(), taken)).toBe('saved');
    expect(await store.get(taken.id)).toStrictEqual(taken);

    const decide = { act: 'decide', code: 'not-the-device', seen: seenOf(taken) } as const;
    const closed = done(workOn(taken, decide, { by: { ...osei, team }, at }));
    expect(await store.saveWork(taken, closed)).toBe('saved');
    expect(await store.get(taken.id)).toStrictEqual(closed);
    expect((await store.queue({ team, state: 'ready', limit: 5 })).cases).toStrictEqual([]);
    expect((await store.queue({ team, state: 'closed', limit: 5 })).cases).toStrictEqual([closed]);

    const back = done(workOn(closed, { act: 'undo' }, { by: { ...osei, team }, at }));
    expect(await store.saveWork(closed, back)).toBe('saved');
    expect(await store.get(taken.id)).toStrictEqual(back);
  });

  test('is kept for one of many who take it at once', async () => {
    await store.open(ready());
    const people = Array.from({ length: 8 }, (_, index) => ({ ...osei, id: `officer-${index}` }));
    const outcomes = await Promise.all(people.map((person) => store.saveWork(ready(), claimed(ready(), person))));
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
    expect((await store.get(ready().id))?.work?.claim?.by.id).toBe(`officer-${outcomes.indexOf('saved')}`);
  });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['compared anew', (id) => store.updateMatch(id, { ...ready(), basis: 'bases/newer.json' })],
    ['made from a newer revision', (id) => store.updateMatch(id, { ...ready(), listing: { ...ready().listing, revision: 2 } })],
    ['closed', (id) => store.move(id, 'closed')],
  ])('is not kept when the case was %s meanwhile', async (_, meanwhile) => {
    await store.open(ready());
    await meanwhile(ready().id);
    expect(await store.saveWork(ready(), claimed(ready(), osei))).toBe('overtaken');
    expect((await store.get(ready().id))?.work).toBeUndefined();
  });

  test('keeps the comparison that two persons confirmed', async () => {
    await store.open(caseNamed('a', { state: 'confirmed' }));
    expect(await store.updateMatch(ready().id, { ...ready(), match: match({ bits: 1 }) })).toBe('settled');
    expect((await store.get(ready().id))?.match.bits).toBe(6.7);
  });
});

function done(worked: Worked): Case {
  if (worked.outcome === 'refused') throw new Error(`refused: ${worked.obstacle.why}`);
  return worked.item;
}

describe('the queue', () => {
  const names = (cases: readonly Case[]) => cases.map(({ id }) => id.slice(team.length + 1));

  test('gives the strongest first, then the oldest', async () => {
    await store.open(caseNamed('weak', { match: match({ bits: -2.5 }) }));
    await store.open(caseNamed('young', { openedAt: '2026-11-22T11:00:00Z' }));
    await store.open(caseNamed('old', { openedAt: '2026-11-22T09:00:00Z' }));
    await store.open(caseNamed('strong', { match: match({ bits: 12.25 }) }));

    const { cases, cursor } = await store.queue({ team, state: 'opened', limit: 10 });
    expect(names(cases)).toStrictEqual(['strong', 'old', 'young', 'weak']);
    expect(cursor).toBeUndefined();
  });

  test('is read page by page, each case once', async () => {
    for (const bits of [1, 2, 3, 4, 5]) await store.open(caseNamed(`${bits}`, { match: match({ bits }) }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.queue({ team, state: 'opened', limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...names(page.cases));
      cursor = page.cursor;
    } while (cursor !== undefined);

    expect(seen).toStrictEqual(['5', '4', '3', '2', '1']);
  });

  test('holds a case in the state it is in and of its own team', async () => {
    await store.open(caseNamed('a'));
    await store.move(caseNamed('a').id, 'ready');

    expect((await store.queue({ team, state: 'opened', limit: 10 })).cases).toStrictEqual([]);
    expect(names((await store.queue({ team, state: 'ready', limit: 10 })).cases)).toStrictEqual(['a']);
    expect((await store.queue({ team: 'another', state: 'ready', limit: 10 })).cases).toStrictEqual([]);
  });

  test('gives a case the place of its newest match', async () => {
    await store.open(caseNamed('a', { match: match({ bits: 5 }) }));
    await store.open(caseNamed('b', { match: match({ bits: 4 }) }));
    await store.updateMatch(caseNamed('b').id, caseNamed('b', { match: match({ bits: 6 }) }));

    expect(names((await store.queue({ team, state: 'opened', limit: 10 })).cases)).toStrictEqual(['b', 'a']);
    await store.move(caseNamed('a').id, 'closed');
    await store.move(caseNamed('a').id, 'opened', { match: match({ bits: 7 }) });
    expect(names((await store.queue({ team, state: 'opened', limit: 10 })).cases)).toStrictEqual(['a', 'b']);
  });

  test('begins at the start with a cursor of another queue', async () => {
    for (const name of ['a', 'b', 'c']) await store.open(caseNamed(name));
    const { cursor } = await store.queue({ team, state: 'opened', limit: 1 });
    await store.move(caseNamed('c').id, 'ready');

    expect(names((await store.queue({ team, state: 'ready', limit: 5, ...(cursor && { cursor }) })).cases)).toStrictEqual(['c']);
  });
});

test('all cases that rest on a record are found, oldest first, in whatever state', async () => {
  await store.open(caseNamed('young', { openedAt: '2026-11-22T11:00:00Z' }));
  await store.open(caseNamed('old'));
  await store.open(caseNamed('other', { match: match({ recordReference: 'other' }) }));
  await store.move(caseNamed('old').id, 'closed');

  expect((await store.newestAbout({ record: `${team}/record` }, 1)).map(({ id }) => id)).toStrictEqual([`${team}-young`]);
  expect((await store.restingOn(`${team}/record`)).map(({ id }) => id)).toStrictEqual([`${team}-old`, `${team}-young`]);
});

describe('a filter', () => {
  const about = (model: string, area = 'Hackney E8') => ({ model, area });
  const many = () =>
    Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        store.open(
          caseNamed(`n${index}`, {
            state: 'ready',
            match: match({ bits: 30 - index, evidenceKind: index % 3 === 0 ? 'description' : 'imei' }),
            about: about(index % 2 === 0 ? 'Apple iPhone 13' : 'Samsung Galaxy S21'),
          }),
        ),
      ),
    );
  const idsOf = (cases: readonly Case[]) => cases.map(({ id }) => Number(id.slice(id.lastIndexOf('n') + 1)));

  test('gives the Cases that answer it, strongest first, a page at a time', async () => {
    await many();
    const question = { team, state: 'ready', limit: 4, filter: { model: 'apple iphone 13', evidence: 'imei' } } as const;
    const first = await store.ask(question);
    expect(idsOf(first.cases)).toEqual([2, 4, 8, 10]);
    const second = await store.ask({ ...question, cursor: first.cursor ?? '' });
    expect(idsOf(second.cases)).toEqual([14, 16, 20, 22]);
    const third = await store.ask({ ...question, cursor: second.cursor ?? '' });
    expect([idsOf(third.cases), third.cursor]).toEqual([[26, 28], undefined]);
    expect(first.cases[0]).toStrictEqual(await store.get(`${team}-n2`));
  });

  test('by Sources gives those of any of them', async () => {
    const { listing } = caseNamed('a');
    await store.open(caseNamed('a', { state: 'ready' }));
    await store.open(caseNamed('b', { state: 'ready', listing: { ...listing, source: 'ebay' } }));
    const asked = async (sources: string[]) => (await store.ask({ team, state: 'ready', limit: 5, filter: { sources } })).cases.length;
    expect([await asked(['ebay']), await asked(['ebay', 'gumtree']), await asked(['vinted'])]).toEqual([1, 2, 0]);
  });

  test('follows a Case from state to state and from comparison to comparison', async () => {
    await store.open(caseNamed('a', { about: about('Apple iPhone 13') }));
    await store.move(caseNamed('a').id, 'ready', { readyAt: '2026-11-22T11:00:00Z' });
    const asked = async (model: string) => (await store.ask({ team, state: 'ready', limit: 5, filter: { model } })).cases.length;
    expect(await asked('Apple iPhone 13')).toBe(1);
    const { kind, listing } = caseNamed('a');
    await store.updateMatch(caseNamed('a').id, { kind, listing, match: match(), about: about('Apple iPhone 14') });
    expect([await asked('Apple iPhone 13'), await asked('Apple iPhone 14')]).toEqual([0, 1]);
  });
});

test('the Cases about one seller are found by the id or name that the platform shows', async () => {
  await store.open(caseNamed('a', { about: { seller: `U-${team}` } }));
  await store.open(caseNamed('b'));
  expect((await store.ofSeller({ source: 'gumtree', seller: `u-${team}` })).map(({ id }) => id)).toEqual([`${team}-a`]);
  expect(await store.ofSeller({ source: 'ebay', seller: `u-${team}` })).toEqual([]);
});
