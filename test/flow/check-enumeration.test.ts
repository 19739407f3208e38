import { describe, expect, it } from 'vitest';
import { guess, openCheckDesk } from '../support/check-desk.ts';
import { useEmbeddedAws } from '../support/embedded-aws.ts';
import { numbersOf } from '../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();

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
  });
});
