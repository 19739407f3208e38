import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../shared/domain/imei.ts';
import { guess, openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();

describe('whoever guesses numbers of one model', () => {
  it('learns of no more than 20 by asking for many at once', async () => {
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
    const heldBack = async () => (await desk.hits.ofMonth('2026-11', { limit: 10, client: client.id })).map(({ isHeldBack }) => isHeldBack);
    expect(await heldBack()).toEqual([true, ...Array(4).fill(undefined)]);
    await desk.clients.lift(client.id);
    expect((await desk.ask(numbers[4], client)).body.answer).toBe('reported');
    expect(await heldBack()).toEqual(Array(5).fill(undefined));
  });

  it('also when what it is told of records is only that nothing can be said', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const numbers = Array.from({ length: 8 }, (_, index) => numbersOf(other(200 + index), 1, 1)).flat();
    for (const [index, imei] of numbers.entries()) await desk.file({ reference: `Q-${index}`, imei, grade: 'disputed' });
    const answers = await guess(desk, client, [numbers[0] ?? '', numbers[0] ?? '', ...numbers]);
    expect(answers.map(({ body }) => body.answer ?? body.code)).toEqual([...Array(6).fill('cannot-say'), ...Array(4).fill('held')]);
    expect(await desk.hits.ofMonth('2026-11', { limit: 10, client: client.id })).toEqual([]);
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
