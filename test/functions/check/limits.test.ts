import { describe, expect, it } from 'vitest';
import { makeCheckKey } from '../../../shared/check-key.ts';
import { openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
/** Of different models, as they come over a counter. */
const phones = Array.from({ length: 60 }, (_, index) => numbersOf(`358${String(10_000 + index * 37)}`, 1, 1)).flat();

function tally(answers: { status: number; body: { code?: string; answer?: string } }[]) {
  return Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ body }) => body.code ?? body.answer ?? '')).map(([name, each]) => [name, each?.length]),
  );
}

describe('the budget of a day', () => {
  it('holds when all of it and more is asked at once, each device of it counted once', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ dailyBudget: 25, burst: 200 });
    const answers = await Promise.all([...phones, ...phones].map((number) => desk.ask(number, client)));
    const told = answers.filter(({ status }) => status === 200);
    const devices = new Set([...phones, ...phones].filter((_, index) => answers[index]?.status === 200));
    expect(devices.size).toBeLessThanOrEqual(25);
    expect(told.length).toBeLessThanOrEqual(50);
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
    // What two questions about one device took twice at once was given back.
    const again = [];
    for (const number of phones) again.push(await desk.ask(number, client));
    expect(tally(again)).toEqual({ 'not-reported': 25, 'budget-used-up': 35 });
    expect(again.at(-1)?.retryAfter).toBe(String(14 * 3600));
    desk.clock.now = new Date('2026-11-28T00:00:00.000Z');
    expect((await desk.ask(phones.at(-1), client)).status).toBe(200);
  });

  it('is not touched by asking again, in whatever form', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ dailyBudget: 1 });
    const [phone = '', other = ''] = phones;
    const forms = [phone, phone.slice(0, 14), `${phone.slice(0, 14)}77`, `${phone.slice(0, 8)}-${phone.slice(8)}`];
    const answers = [];
    for (const form of [...forms, other]) answers.push(await desk.ask(form, client));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  });
});

describe('requests at once', () => {
  it('are as many as the client’s burst, then one a second', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ burst: 5 });
    const answers = await Promise.all(phones.slice(0, 12).map((number) => desk.ask(number, client)));
    expect(tally(answers)).toEqual({ 'not-reported': 5, burst: 7 });
    expect(answers.find(({ status }) => status === 429)?.retryAfter).toBe('1');
    desk.clock.now = new Date(desk.clock.now.getTime() + 2000);
    expect(tally(await Promise.all(phones.slice(0, 4).map((number) => desk.ask(number, client))))).toEqual({ 'not-reported': 2, burst: 2 });
  });

  it('of somebody without the key take nothing from the client', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ burst: 1 });
    for (let attempt = 0; attempt < 5; attempt += 1) await desk.ask(phones[0], { key: makeCheckKey(client.id) });
    expect((await desk.ask(phones[0], client)).status).toBe(200);
  });
});
