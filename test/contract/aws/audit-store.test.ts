import { beforeAll, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createAuditLog } from '../../../shared/aws/audit-log.ts';
import { createAuditStore } from '../../../shared/aws/audit-store.ts';
import { AuditCheck } from '../../../shared/domain/audit-check.ts';
import { type AuditEvent, type AuditRow, positionOf } from '../../../shared/domain/audit-event.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const audit = () => createAuditStore({ client: services.dynamo, table: tableName('audit') });

const event = (given: Partial<AuditEvent> = {}): AuditEvent => ({
  at: '2026-11-22T10:00:00.000Z',
  actor: 'system:match',
  act: 'case.opened',
  subject: { kind: 'case', id: '7f3a' },
  outcome: 'done',
  ...given,
});

test('gives all acts on a subject in the order of their time', async () => {
  const later = event({ at: '2026-11-22T10:00:01.000Z', act: 'case.closed', detail: { because: 'withdrawn' } });
  await audit().append(later);
  await audit().append(event());
  await audit().append(event({ subject: { kind: 'record', id: '7f3a' } }));

  expect(await audit().ofSubject('case', '7f3a')).toStrictEqual([event(), later]);
});

test('keeps both of two acts at the same moment, and the very same event once', async () => {
  const subject = { kind: 'case', id: 'same-moment' };
  await Promise.all([event({ subject }), event({ subject, actor: 'system:read' }), event({ subject })].map((each) => audit().append(each)));

  expect((await audit().ofSubject('case', 'same-moment')).map(({ actor }) => actor).toSorted()).toStrictEqual([
    'system:match',
    'system:read',
  ]);
});

describe('the log', () => {
  const log = () => createAuditLog({ client: services.dynamo, table: tableName('audit') });
  const november = { from: '2026-11-01', to: '2026-11-30' };
  const at = (minute: number, day = 21) => `2026-11-${day}T08:${String(minute).padStart(2, '0')}:00.000Z`;
  const byOsei = Array.from({ length: 30 }, (_, minute) =>
    event({ at: at(minute), actor: 'ama-osei', act: 'case-viewed', subject: { kind: 'case', id: `c${minute}` } }),
  );
  const byRao = [
    event({ at: at(5), actor: 'rao', subject: { kind: 'case', id: 'c5' } }),
    event({ at: at(5, 20), actor: 'rao', subject: { kind: 'case', id: 'c5' } }),
  ];
  beforeAll(async () => {
    const store = audit();
    await Promise.all([...byOsei, ...byRao].map((each) => store.append(each)));
  });

  async function taken(rows: AsyncIterable<AuditRow>, most = 1000): Promise<AuditRow[]> {
    const found: AuditRow[] = [];
    for await (const row of rows) {
      found.push(row);
      if (found.length === most) break;
    }
    return found;
  }

  test('gives what one person did, newest first, a page at a time', async () => {
    const question = { ...november, actor: 'ama-osei' };
    const first = await taken(log().rows(question, 'newest-first'), 20);
    expect(first.map((row) => row.at)).toEqual(
      byOsei
        .map((row) => row.at)
        .reverse()
        .slice(0, 20),
    );
    const last = first.at(-1);
    const rest = await taken(log().rows({ ...question, after: last ? positionOf(last) : '' }, 'newest-first'));
    expect(rest.map((row) => row.at)).toEqual(
      byOsei
        .map((row) => row.at)
        .reverse()
        .slice(20),
    );
  });

  test('gives everything of a period in the order of time, and nothing beside it', async () => {
    const days = await taken(log().rows({ from: '2026-11-20', to: '2026-11-21' }, 'oldest-first'));
    expect(days.map((row) => row.at)).toEqual([...byOsei, ...byRao].map((row) => row.at).sort());
    expect(await taken(log().rows({ from: '2026-11-20', to: '2026-11-20' }, 'newest-first'))).toHaveLength(1);
    expect(await taken(log().rows({ from: '2026-11-19', to: '2026-11-19' }, 'newest-first'))).toEqual([]);
  });

  test('gives what was done with one subject, by anybody or by one', async () => {
    const subject = { kind: 'case', id: 'c5' };
    expect((await taken(log().rows({ ...november, subject }, 'oldest-first'))).map(({ actor }) => actor)).toEqual([
      'rao',
      'ama-osei',
      'rao',
    ]);
    expect(await taken(log().rows({ ...november, subject, actor: 'rao' }, 'oldest-first'))).toHaveLength(2);
  });

  test('holds chains without a gap, however many write at once', async () => {
    const check = new AuditCheck({ fromStart: true });
    for (const row of await taken(log().rows({ from: '2026-11-20', to: '2026-11-21' }, 'oldest-first'))) check.add(row);
    const { rows, chains, unchained, faults } = check.findings();
    expect([rows, unchained, faults]).toEqual([32, 0, []]);
    expect(chains).toBeGreaterThan(1);
  });

  test('goes on with a chain when its write is known to be made', async () => {
    const store = audit();
    const day = 25;
    await store.append(event({ at: at(1, day) }));
    await store.append(event({ at: at(2, day) }));
    await store.append(event({ at: at(2, day) }));
    await store.append(event({ at: at(3, day) }));
    const rows = await taken(log().rows({ from: '2026-11-25', to: '2026-11-25' }, 'oldest-first'));
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 1]);
  });
});
