import { describe, expect, it } from 'vitest';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { createPortalDesk } from '../../support/portal-desk.ts';

const aws = useEmbeddedAws();

const refusal = { item: '1', answer: 'refused', reason: 'seller-has-proof', words: 'A receipt of the shop.' };

describe('a platform answers', () => {
  it('by a form of the page, and sees there what it answered', async () => {
    const desk = createPortalDesk(aws);
    const { id, link, caseIds } = await desk.notified('1', '2');
    const sent = await desk.send(link, { ...refusal, words: '<b>A receipt</b>\r\nof the shop.' });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/\?answered#listing-1$/);
    const { text } = await desk.get(`${link}?answered`);
    expect(text).toContain('Your answer is with us.');
    expect(text).toContain('Refused: the seller showed where the device comes from');
    expect(text).toContain('&lt;b&gt;A receipt&lt;/b&gt;');
    expect(await desk.answers.ofNotice(id)).toMatchObject([
      { caseId: caseIds[0], itemId: '1', number: 1, by: 'form', said: { ...refusalSaid, words: '<b>A receipt</b>\nof the shop.' } },
    ]);
  });

  it('for all listings without an answer at once', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1', '2', '3');
    await desk.send(link, refusal);
    expect((await desk.send(link, { item: '', answer: 'removed', reason: '', words: '' })).status).toBe(303);
    expect((await desk.answers.ofNotice(id)).map(({ itemId, said }) => [itemId, said.answer])).toEqual([
      ['1', 'refused'],
      ['2', 'removed'],
      ['3', 'removed'],
    ]);
  });

  it('gets a form back with what was entered and what is missing', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const { status, text } = await desk.send(link, { item: '1', answer: 'refused', reason: '', words: '' });
    expect(status).toBe(422);
    for (const said of ['Nothing was sent', 'Choose a reason', 'href="#words-1"', 'value="refused" checked']) expect(text).toContain(said);
    expect((await desk.send(link, { item: '99', answer: 'removed' })).status).toBe(422);
    expect((await desk.send(link, {})).status).toBe(422);
    expect(await desk.answers.ofNotice(id)).toEqual([]);
  });

  it('by JSON for several listings, and can read back what it said', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1', '2');
    const given = await desk.give(link, { answers: [{ item: '2', answer: 'removed' }, refusal] });
    expect(given).toEqual({
      status: 200,
      body: {
        answers: [
          { item: '2', outcome: 'kept' },
          { item: '1', outcome: 'kept' },
        ],
      },
    });
    expect(JSON.parse((await desk.get(`${link}/answers`)).text)).toEqual({
      answers: [
        { ...refusal, at: '2026-11-22T12:00:00.000Z' },
        { item: '2', answer: 'removed', at: '2026-11-22T12:00:00.000Z' },
      ],
    });
  });

  it('twice the same, and nothing changes; then something else, and both stay', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const outcomes = [];
    for (const answer of [refusal, refusal, { item: '1', answer: 'removed' }, { item: '1', answer: 'removed' }, refusal]) {
      const { body } = await desk.give(link, { answers: [answer] });
      outcomes.push(body);
    }
    expect(outcomes).toEqual(['kept', 'repeated', 'kept', 'repeated', 'kept'].map((outcome) => ({ answers: [{ item: '1', outcome }] })));
    expect((await desk.answers.ofNotice(id)).map(({ number, said }) => [number, said.answer])).toEqual([
      [1, 'refused'],
      [2, 'removed'],
      [3, 'refused'],
    ]);
  });

  it('at the same moment in two ways, and both stand', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const both = [refusal, { item: '1', answer: 'removed' }, refusal, { item: '1', answer: 'removed' }];
    await Promise.all(both.map((answer) => desk.give(link, { answers: [answer] })));
    const kept = await desk.answers.ofNotice(id);
    expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => index + 1));
    expect(new Set(kept.map(({ said }) => said.answer))).toEqual(new Set(['refused', 'removed']));
  });

  it('that a listing is removed, and the ladder claims nothing of it', async () => {
    const desk = createPortalDesk(aws);
    const { id, link, caseIds } = await desk.notified('1');
    await desk.give(link, { answers: [{ item: '1', answer: 'removed' }] });
    expect(await desk.verifications.ofNotice(id)).toMatchObject([{ looks: [] }]);
    expect((await desk.cases.get(caseIds[0] ?? ''))?.state).toBe('confirmed');
  });

  it.each([
    ['wrong', 'disputed'],
    ['need-more', 'asked-back'],
  ] as const)('%s, and a person is called once, while record and case stay as they are', async (answer, kind) => {
    const desk = createPortalDesk(aws);
    const { id, link, caseIds } = await desk.notified('1');
    const [caseId = ''] = caseIds;
    const before = await desk.cases.get(caseId);
    const body = { answers: [{ item: '1', answer, words: 'It is a case for a phone.' }] };
    await desk.give(link, body);
    await desk.give(link, body);
    const open = await desk.escalations.ofTeam(desk.source.id, 'open', 10);
    expect(open).toMatchObject([{ kind, noticeId: id, caseIds: [caseId], raisedBy: 'portal' }]);
    expect(await desk.cases.get(caseId)).toEqual(before);
    expect((await desk.records.get(before?.match.recordReference ?? ''))?.status).toBe('stolen');
    expect((await desk.audit.ofSubject('case', caseId)).map(({ act, outcome }) => `${act} ${outcome}`)).toEqual(
      expect.arrayContaining(['notice-answered attempted', 'notice-answered done', 'escalation-raised done']),
    );
  });

  it('forty times in other words, and one escalation holds the newest of the twenty that are kept', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const given = [];
    for (let time = 1; time <= 40; time += 1)
      given.push(await desk.give(link, { answers: [{ item: '1', answer: 'wrong', words: `No ${time}.` }] }));
    expect(given.map(({ status }) => status)).toEqual([...Array(20).fill(200), ...Array(20).fill(409)]);
    expect(given.at(-1)?.body).toMatchObject({
      title: expect.stringContaining('There are 20 answers of yours about this listing'),
      errors: [{ field: 'answers.0', expected: 'at most 20 answers about one listing' }],
    });
    const form = await desk.send(link, { item: '1', answer: 'wrong', words: 'And once more.' });
    expect([form.status, form.text]).toEqual([409, expect.stringContaining('please write to the officer named in the notice')]);
    expect(await desk.answers.ofNotice(id)).toHaveLength(20);
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toMatchObject([
      { kind: 'disputed', answers: { counted: 20, newest: 20, words: 'No 20.' } },
    ]);
  });

  it('at once in many words, and one escalation counts them all', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    const words = ['One.', 'Two.', 'Three.', 'Four.'];
    await Promise.all(words.map((each) => desk.give(link, { answers: [{ item: '1', answer: 'wrong', words: each }] })));
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toMatchObject([{ answers: { counted: 4, newest: 4 } }]);
  });

  it('again after a person closed its dispute, and a person is called again, by a new word alone', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    const dispute = (words: string) => desk.give(link, { answers: [{ item: '1', answer: 'wrong', words }] });
    await dispute('It is a case.');
    const [first] = await desk.escalations.ofTeam(desk.source.id, 'open', 50);
    if (first === undefined) throw new Error('A person is called');
    await desk.escalations.save(first, { ...first, state: 'closed', closed: { at: first.raisedAt, note: 'Told them.' } });
    await dispute('It is a case.');
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toEqual([]);
    await dispute('It is a case, look.');
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toMatchObject([
      { answers: { counted: 1, words: 'It is a case, look.' } },
    ]);
  });

  it('otherwise later, and what it said before is called off, unless a person has it in hand', async () => {
    const desk = createPortalDesk(aws);
    const { link, caseIds } = await desk.notified('1', '2');
    const give = (item: string, answer: string) =>
      desk.give(link, { answers: [{ item, answer, ...(answer !== 'removed' && { words: 'Why?' }) }] });
    for (const item of ['1', '2']) await give(item, 'need-more');
    const taken = (await desk.escalations.ofTeam(desk.source.id, 'open', 50)).find((each) => each.caseIds[0] === caseIds[1]);
    if (taken === undefined) throw new Error('A person is called of each');
    await desk.escalations.save(taken, { ...taken, state: 'taken', taken: { by: { id: 'p', name: 'P' }, at: taken.raisedAt } });
    await give('1', 'wrong');
    expect((await desk.escalations.ofTeam(desk.source.id, 'open', 50)).map(({ kind }) => kind)).toEqual(['disputed']);
    for (const item of ['1', '2']) await give(item, 'removed');
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toEqual([]);
    expect((await desk.escalations.ofTeam(desk.source.id, 'taken', 50)).map(({ id }) => id)).toEqual([taken.id]);
    expect(
      (await desk.escalations.ofTeam(desk.source.id, 'closed', 50)).map(({ kind, closed }) => [kind, closed?.note]).toSorted(),
    ).toEqual([
      ['asked-back', 'The platform answered otherwise since: Disputes the notice.'],
      ['disputed', 'The platform answered otherwise since: Removed.'],
    ]);
  });

  it('that it does not follow a recall, and a person is called; that a recall is wrong is no answer', async () => {
    const desk = createPortalDesk(aws);
    const { id, caseIds } = await desk.notified('1');
    const [caseId = ''] = caseIds;
    const reference = (await desk.cases.get(caseId))?.match.recordReference ?? '';
    await desk.records.setStatus(reference, 'withdrawn', 'a reason', '2026-11-22T12:00:00Z');
    await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
    const link = desk.linkTo(`${id}-R1`);
    const page = (await desk.get(link)).text;
    expect(page).toContain('We do not do what is asked');
    expect((await desk.give(link, { answers: [{ item: '1', answer: 'wrong', words: 'No.' }] })).body).toMatchObject({
      errors: [{ field: 'answers.0.answer', expected: 'one of restored, refused, need-more, as this is a recall' }],
    });
    expect((await desk.give(link, { answers: [refusal] })).status).toBe(200);
    const why = 'The platform does not put the listing back: the seller showed where the device comes from.';
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 50)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'recall-refused', noticeId: `${id}-R1`, why })]),
    );
  });

  it('to a reminder, and the answer belongs to the notice that it reminds of', async () => {
    const desk = createPortalDesk(aws);
    const { id, caseIds } = await desk.notified('1');
    const stored = await desk.notices.get(id);
    if (stored?.notice.kind !== 'removal-notice') throw new Error('It is a removal notice');
    const { targets, ground: _ground, goodFaith: _good, automation: _how, request, ...head } = stored.notice;
    const listings = targets.map(({ url, platformItemId, title }) => ({ url, platformItemId, title }));
    await desk.notices.create({
      ...stored,
      id: `${id}-F1`,
      notice: {
        ...head,
        noticeId: `${id}-F1`,
        kind: 'follow-up',
        refersTo: id,
        targets: listings,
        seen: { at: '2026-11-24T12:00:00.000Z', still: 'unanswered' },
        request: { ...request, action: 'answer' },
      },
    });
    const link = desk.linkTo(`${id}-F1`);
    expect((await desk.give(link, { answers: [refusal] })).status).toBe(200);
    expect(await desk.answers.standing(id)).toEqual(new Map([[caseIds[0], 'refused']]));
    expect((await desk.get(link)).text).toContain('Refused: the seller showed where the device comes from');
  });
});

describe('what is no answer', () => {
  it.each([
    ['an item of another notice', { answers: [{ item: '7', answer: 'removed' }] }, 'answers.0.item', 'a listing of this notice: ', '"7"'],
    [
      'a word that is none',
      { answers: [{ item: '1', answer: 'gone' }] },
      'answers.0.answer',
      'one of removed, refused, need-more, wrong, restored, preserved',
      '"gone"',
    ],
    [
      'a refusal without a reason',
      { answers: [{ item: '1', answer: 'refused', words: 'no' }] },
      'answers.0.reason',
      'one of not-illegal, seller-has-proof, ',
      'nothing',
    ],
    ['a refusal without words', { answers: [{ item: '1', answer: 'refused', reason: 'other' }] }, 'answers.0.words', 'text', 'nothing'],
    [
      'a reason of its own making',
      { answers: [{ ...refusal, reason: 'because' }] },
      'answers.0.reason',
      'one of not-illegal, seller-has-proof, ',
      '"because"',
    ],
    ['a field that is none', { answers: [{ item: '1', answer: 'removed', until: 5 }] }, 'answers.0.until', 'no such field', '5'],
    [
      'an answer to another kind of notice',
      { answers: [{ item: '1', answer: 'restored' }] },
      'answers.0.answer',
      'one of removed, refused, need-more, wrong, as this is a removal-notice',
      '"restored"',
    ],
    ['one listing twice', { answers: [{ item: '1', answer: 'removed' }, refusal] }, 'answers.1.item', 'each listing once', '"1"'],
    ['no answers', { answers: [] }, 'answers', 'a list of at least 1', 'a list of 0'],
    ['a list', [1], '', 'an object', 'a list of 1'],
    [
      'words without an end',
      { answers: [{ ...refusal, words: 'x'.repeat(2001) }] },
      'answers.0.words',
      'text of at most 2000 characters',
      'x" … (2001 characters)',
    ],
  ])('%s is refused by field, with what was expected and what was found', async (_what, body, field, expected, found) => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1', '2');
    const refused = await desk.give(link, body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      errors: [{ field, expected: expect.stringContaining(expected), found: expect.stringContaining(found) }],
    });
    expect(await desk.answers.ofNotice(id)).toEqual([]);
  });

  it('keeps the good ones back as well: the request is sent again as a whole', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1', '2');
    const { body } = await desk.give(link, { answers: [{ item: '1', answer: 'removed' }, { item: '2' }] });
    expect(body).toMatchObject({ errors: [{ field: 'answers.1.answer', found: 'nothing' }] });
    expect(await desk.answers.ofNotice(id)).toEqual([]);
  });

  it('is told apart from what is no JSON, and from what does not say that it is', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    expect(await desk.give(link, '{"answers":')).toMatchObject({ status: 400, body: { title: 'The body is not JSON' } });
    expect((await desk.app.request(`${link}/answers`, { method: 'POST', body: '{}' })).status).toBe(415);
    expect((await desk.app.request(`${link}/answer`, { method: 'POST', body: 'x'.repeat(2_000_001) })).status).toBe(413);
  });
});

const { item: _item, ...refusalSaid } = refusal;
