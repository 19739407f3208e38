import { expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { type AuditEvent, createAuditStore } from '../../../shared/aws/audit-store.ts';
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
