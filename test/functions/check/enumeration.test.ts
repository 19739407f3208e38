import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../shared/domain/imei.ts';
import { type CheckDesk, openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();

/** A patient guesser, never faster than one a second; `atOnce` are sent together. */
async function guess(desk: CheckDesk, client: { key: string }, numbers: readonly string[], atOnce = 1) {
  const answers = [];
  for (let from = 0; from < numbers.length; from += atOnce) {
    const sent = numbers.slice(from, from + atOnce);
    desk.clock.now = new Date(desk.clock.now.getTime() + sent.length * 1000);
    answers.push(...(await Promise.all(sent.map(async (number) => ({ number, ...(await desk.ask(number, client)) })))));
  }
  return answers;
}

describe('whoever guesses 10,000 numbers of one model', () => {
  it('learns of 20 of them, and then nothing, in a day or in ten', async () => {
    const desk = openCheckDesk(aws);
    const numbers = numbersOf('35824006', 10_000, 97);
    const reported = numbers.filter((_, index) => index % 500 === 3);
    for (const [index, imei] of reported.entries()) await desk.file({ reference: `E-${index}`, imei });
    const client = await desk.declare({ dailyBudget: 200 });

    const answers = [];
    for (let day = 0; day < 10; day += 1) {
      desk.clock.now = new Date(Date.UTC(2026, 11, 1 + day));
      const [first, rest] = [numbers.slice(day * 1000, day * 1000 + 50), numbers.slice(day * 1000 + 50, day * 1000 + 1000)];
      answers.push(...(await guess(desk, client, first)), ...(await guess(desk, client, rest, 25)));
    }
    const told = answers.filter(({ status }) => status === 200);
    expect(told.map(({ number }) => number)).toEqual(numbers.slice(0, 20));
    const rest = answers.slice(20);
    expect(new Set(rest.map(({ status, body, length }) => JSON.stringify({ status, body, length }))).size).toBe(1);
    expect(rest.filter(({ number }) => reported.includes(number)).length).toBeGreaterThan(15);
    expect(rest[0]).toMatchObject({ status: 429, body: { code: 'held' } });
    expect((await desk.clients.get(client.id))?.held).toMatchObject({ why: 'one-model' });
    const rows = await desk.audit.ofSubject('check-client', client.id);
    expect(rows.filter(({ act }) => act === 'check-client-held')).toHaveLength(1);
  }, 300_000);

  it('learns no more by asking for many at once', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ dailyBudget: 200, burst: 1000 });
    const answers = await Promise.all(
      numbersOf('35824007', 200, 97).flatMap((number) => [desk.ask(number, client), desk.ask(number, client)]),
    );
    const told = new Set(answers.flatMap(({ status }, index) => (status === 200 ? Math.floor(index / 2) : [])));
    expect(told.size).toBeLessThanOrEqual(20);
  });

  it('begins anew when a person lifts the hold, within what is left of the budget', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ dailyBudget: 30 });
    const numbers = numbersOf('35824008', 60, 97);
    expect((await guess(desk, client, numbers.slice(0, 25))).filter(({ status }) => status === 200)).toHaveLength(20);
    expect(await desk.clients.lift(client.id)).toBe(true);
    const after = await guess(desk, client, numbers.slice(25));
    expect(after.filter(({ status }) => status === 200)).toHaveLength(9);
    expect(after.at(-1)?.body.code).toBe('budget-used-up');
  });
});

describe('a client is held', () => {
  const other = (index: number) => `358${String(20_000 + index * 37)}`;

  it('when its numbers follow one another, also over models', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const numbers = Array.from({ length: 10 }, (_, index) => numbersOf(other(index), 2, 1)).flat();
    const answers = await guess(desk, client, numbers);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
    expect((await desk.clients.get(client.id))?.held?.why).toBe('neighbouring-numbers');
  });

  it('when check digits are guessed too, and not for one mistyped number however often it is sent', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const wrong = numbersOf('35824009', 30, 97).map((number) => number.slice(0, 14) + ((Number(number[14]) + 1) % 10));
    await guess(
      desk,
      client,
      Array.from({ length: 30 }, () => wrong[0] ?? ''),
    );
    expect((await desk.clients.get(client.id))?.held).toBeUndefined();
    const answers = await guess(desk, client, wrong);
    expect(answers.filter(({ body }) => body.answer === 'cannot-say')).toHaveLength(20);
    expect((await desk.clients.get(client.id))?.held?.why).toBe('wrong-check-digits');
  });

  it('when it offers mostly what is reported, before it is told the fifth time', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const bodies = Array.from({ length: 8 }, (_, index) => `${other(100 + index)}123${String(index * 7)}`.padEnd(14, '4').slice(0, 14));
    const numbers = bodies.map((body) => body + checkDigit(body));
    for (const [index, imei] of numbers.entries()) await desk.file({ reference: `H-${index}`, imei });
    const answers = await guess(desk, client, numbers);
    expect(answers.map(({ body }) => body.answer ?? body.code)).toEqual([...Array(4).fill('reported'), ...Array(4).fill('held')]);
    expect((await desk.clients.get(client.id))?.held?.why).toBe('too-many-hits');
    expect(await desk.hits.ofMonth('2026-11', { limit: 10, client: client.id })).toHaveLength(5);
  });

  it('and an honest shop is not: 200 phones of forty models, some mistyped, three of them reported', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const numbers = Array.from({ length: 40 }, (_, index) => numbersOf(other(300 + index), 5, 13_007)).flat();
    for (const at of [17, 90, 155]) await desk.file({ reference: `S-${at}`, imei: numbers[at] ?? '' });
    const asked = numbers.flatMap((number, index) =>
      index % 20 === 0 ? [`${number.slice(0, 14)}${(Number(number[14]) + 3) % 10}`, number] : number,
    );
    const answers = await guess(desk, client, asked);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.filter(({ body }) => body.answer === 'reported')).toHaveLength(3);
  });
});
