import { describe, expect, it } from 'vitest';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createPortalDesk } from '../../support/portal-desk.ts';

const aws = useEmbeddedAws();

/** As a platform files it in the Commission's database. */
const filed = {
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
  illegal_content_legal_ground: 'Strafgesetzbuch, s. 259',
  illegal_content_explanation: 'Reported stolen by the police.',
  content_type: ['CONTENT_TYPE_PRODUCT'],
  category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  territorial_scope: ['DE', 'AT'],
  content_date: '2026-11-20',
  application_date: '2026-11-22',
  decision_facts: 'A notice of the police named the listing.',
  source_type: 'SOURCE_ARTICLE_16',
  automated_detection: 'No',
  automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
  puid: 'a-1',
};

describe('a statement of reasons', () => {
  it('is kept as it was given, with fields that nobody knows, and counts as removed', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const statementOfReasons = { ...filed, our_own: { deep: [1, null, 'é'] }, content_id: { 'EAN-13': '4006381333931' } };
    expect((await desk.give(link, { answers: [{ item: '1', statementOfReasons }] })).status).toBe(200);
    const [kept] = await desk.answers.ofNotice(id);
    expect(kept?.said).toEqual({ answer: 'removed' });
    expect(JSON.parse(kept?.statement ?? '')).toEqual(statementOfReasons);
    expect(JSON.parse((await desk.get(`${link}/answers`)).text)).toMatchObject({
      answers: [{ item: '1', answer: 'removed', statementOfReasons }],
    });
  });

  it.each([
    [{ decision_visibility: 'DECISION_VISIBILITY_CONTENT_DISABLED' }, 'removed'],
    [{ decision_visibility: null, decision_account: 'DECISION_ACCOUNT_TERMINATED' }, 'removed'],
    [{ decision_visibility: null, decision_provision: 'DECISION_PROVISION_TOTAL_SUSPENSION' }, 'removed'],
    [{ decision_visibility: null, decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION' }, 'refused'],
    [{ decision_visibility: ['DECISION_VISIBILITY_CONTENT_DEMOTED'] }, 'refused'],
    [{ decision_visibility: undefined, decision_monetary: 'DECISION_MONETARY_SUSPENSION' }, 'refused'],
  ])('with %j is read as %s', async (fields, answer) => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    await desk.give(link, { answers: [{ item: '1', statementOfReasons: { ...filed, ...fields } }] });
    const [kept] = await desk.answers.ofNotice(id);
    expect(kept?.said).toMatchObject(answer === 'refused' ? { answer, reason: 'other-measure' } : { answer });
  });

  it.each([
    [{ decision_visibility: null }, 'decision_visibility', 'at least one of'],
    [{ decision_visibility: ['REMOVED'] }, 'decision_visibility.0', 'one of DECISION_VISIBILITY_CONTENT_REMOVED'],
    [{ decision_ground: 'because' }, 'decision_ground', 'one of DECISION_GROUND_ILLEGAL_CONTENT'],
    [{ illegal_content_explanation: null }, 'illegal_content_explanation', 'words'],
    [{ decision_facts: '' }, 'decision_facts', 'at least 1 character'],
    [{ illegal_content_legal_ground: 'x'.repeat(501) }, 'illegal_content_legal_ground', 'at most 500 characters'],
    [{ automated_detection: true }, 'automated_detection', 'one of Yes, No'],
    [{ application_date: 'today' }, 'application_date', 'a date such as'],
    [{ territorial_scope: ['Germany'] }, 'territorial_scope.0', 'a country such as DE'],
    [{ our_own: 'x'.repeat(30_000) }, '', 'at most 30000 characters'],
  ])('with %j is refused by field', async (fields, field, expected) => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const { status, body } = await desk.give(link, { answers: [{ item: '1', statementOfReasons: { ...filed, ...fields } }] });
    expect(status).toBe(400);
    const path = ['answers.0.statementOfReasons', field].filter(Boolean).join('.');
    expect(body).toMatchObject({ errors: [{ field: path, expected: expect.stringContaining(expected) }] });
    expect(await desk.answers.ofNotice(id)).toEqual([]);
  });

  it('nested without end is refused and breaks nothing', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const statement = JSON.stringify(filed).replace(/\}$/, `,"deep":${deep}}`);
    const { status } = await desk.give(link, `{"answers":[{"item":"1","statementOfReasons":${statement}}]}`);
    expect(status).toBe(400);
    expect(desk.reported).toEqual([]);
  });
});
