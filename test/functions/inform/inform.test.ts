import { describe, expect, it } from 'vitest';
import { inform } from '../../../functions/inform/inform.ts';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createAuditLog } from '../../../shared/aws/audit-log.ts';
import { createAuditStore } from '../../../shared/aws/audit-store.ts';
import { createVictimUpdateStore } from '../../../shared/aws/victim-update-store.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { takesEffectAt } from '../../../shared/domain/decision.ts';
import { aCase } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aConfirmation } from '../../support/notices.ts';

const aws = useEmbeddedAws();
const confirmedAt = aConfirmation.second.at;
const minutesLater = (minutes: number) => new Date(Date.parse(confirmedAt) + minutes * 60_000);
let desks = 0;

/** A desk of its own, on tables of all. */
function desk(...cases: Case[]) {
  desks += 1;
  const team = `team-${desks}`;
  const client = aws.dynamo;
  const audit = createAuditStore({ client, table: tableName('audit') });
  const updates = createVictimUpdateStore({ client, table: tableName('cases') });
  const clock = { now: minutesLater(5) };
  const parts = {
    log: createAuditLog({ client, table: tableName('audit') }),
    cases: { get: async (id: string) => cases.map((item) => ({ ...item, team })).find((item) => item.id === id) },
    ...{ audit, updates, team },
    now: () => clock.now,
  };
  const row = (id: string, act: string, rest: Partial<AuditEvent> = {}) =>
    audit.append({ at: confirmedAt, actor: 'novak', act, subject: { kind: 'case', id }, outcome: 'done', ...rest });
  return { parts, clock, row, due: () => updates.ofTeam(team, 'due', 10), audit };
}

const confirmed = (id: string, fields: Partial<Case> = {}) =>
  aCase({ id, state: 'confirmed', work: { version: 4, opened: [], decisions: [aConfirmation.first, aConfirmation.second] }, ...fields });
const decided = { detail: { code: 'confirmed-stolen' } };

describe('victims are owed to hear', () => {
  it('that two persons confirmed a listing, once it can no longer be taken back, and once only', async () => {
    const { parts, clock, row, due, audit } = desk(confirmed('v1'));
    await row('v1', 'case-decided', decided);
    clock.now = new Date(Date.parse(takesEffectAt(aConfirmation.second)) - 1);
    expect(await inform(parts)).toEqual([]);
    clock.now = minutesLater(5);
    expect(await inform(parts)).toMatchObject([
      { event: 'listing-confirmed', reference: confirmed('v1').match.recordReference, caseId: 'v1' },
    ]);
    expect(await inform(parts)).toEqual([]);
    expect(await due()).toHaveLength(1);
    expect((await audit.ofSubject('case', 'v1')).filter(({ act }) => act === 'victim-update-raised')).toHaveLength(1);
  });

  it('that a removal was verified and that a device was recovered', async () => {
    const { parts, row, due } = desk(confirmed('v2'));
    await row('v2', 'removal-verified', { detail: { noticeId: 'N-1' } });
    const subject = { kind: 'record', id: '99/26-R' };
    await row('', 'record-withdrawn', { subject, outcome: 'attempted', detail: { status: 'recovered' } });
    await row('', 'record-withdrawn', { subject, detail: { status: 'recovered' } });
    await row('', 'record-withdrawn', { subject: { kind: 'record', id: '98/26-W' }, detail: { status: 'withdrawn' } });
    await row('', 'record-changed', { subject: { kind: 'record', id: '97/26-I' }, detail: { importBatch: 'b', status: 'recovered' } });
    await row('', 'record-changed', { subject: { kind: 'record', id: '96/26-C' }, detail: { importBatch: 'b' } });
    await inform(parts);
    expect((await due()).map(({ event, reference }) => [event, reference]).sort()).toEqual([
      ['device-recovered', '97/26-I'],
      ['device-recovered', '99/26-R'],
      ['removal-verified', confirmed('v2').match.recordReference],
    ]);
  });

  it('nothing of a first decision, of a case that no longer stands, or of a copy that checks officers', async () => {
    const check = { kind: 'golden', of: 'v5', answer: 'confirmed-stolen' } as const;
    const { parts, row, due } = desk(
      aCase({ id: 'v3', state: 'second-check' }),
      confirmed('v4', { state: 'closed' }),
      confirmed('v6', { check }),
    );
    for (const id of ['v3', 'v4', 'v6']) {
      await row(id, 'case-decided', decided);
      await row(id, 'removal-verified');
    }
    await inform(parts);
    expect((await due()).filter(({ caseId }) => caseId !== undefined)).toEqual([]);
  });

  it('what a run left that died between the update and its row', async () => {
    const { parts, row, audit, due } = desk(confirmed('v7'));
    await row('v7', 'case-decided', decided);
    const dying = { ...parts, audit: { append: () => Promise.reject(new Error('killed')) } };
    await expect(inform(dying)).rejects.toThrow('killed');
    await inform(parts);
    expect((await due()).filter(({ caseId }) => caseId === 'v7')).toHaveLength(1);
    expect((await audit.ofSubject('case', 'v7')).map(({ act }) => act)).toContain('victim-update-raised');
  });
});
