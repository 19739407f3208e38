/** The queue of a long backlog: from the request to the page, against the same page of a short one in the same run. */

import { createConsole } from '../functions/console/app.ts';
import { startEmbeddedAws } from '../local/embedded/aws.ts';
import { createCaseStore } from '../shared/aws/case-store.ts';
import { createDynamoClient } from '../shared/aws/clients.ts';
import { aCase, aMatch, aReviewer, aScan, aSource, partsOver, signedInAs } from '../test/support/console-data.ts';
import { median } from './median.ts';
import type { Figure } from './run.ts';

const SHORT = 100;
const ROUNDS = 15;
/** Of the long queue every hundredth is of this model, and none of the other. */
const rare = 'Nokia 3310';

/** `FENCEWATCH_BENCH_CASES=100000` makes the long queue as long as that; the embedded database takes minutes to be filled. */
export async function queue(): Promise<Figure[]> {
  const long = Number(process.env['FENCEWATCH_BENCH_CASES'] ?? 10_000);
  const aws = await startEmbeddedAws();
  const { environment } = aws;
  const client = createDynamoClient({
    endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region: 'eu-west-2',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const cases = createCaseStore({ client, table: environment['CASES_TABLE'] ?? '' });
  for (const [team, count] of [
    ['short', SHORT],
    ['long', long],
  ] as const) {
    for (let first = 0; first < count; first += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - first) }, (_, index) => cases.open(caseOf(team, first + index))));
    }
  }
  const consoleOf = (team: string) => {
    const parts = partsOver({ sources: [aSource()], scans: [aScan()] }, { access: signedInAs(aReviewer({ team })) });
    return createConsole({ ...parts, cases });
  };
  const [shortDesk, longDesk] = [consoleOf('short'), consoleOf('long')];
  async function timed(desk: typeof shortDesk, path: string): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await (await desk.request(path)).text();
      times.push(performance.now() - begun);
    }
    return median(times);
  }
  async function deepInto(desk: typeof shortDesk, pages: number): Promise<string> {
    let path = '/cases?state=ready';
    for (let page = 0; page < pages; page += 1) {
      const [, next] = /href="(\/cases\?[^"]*after=[^"]+)"/.exec(await (await desk.request(path)).text()) ?? [];
      path = (next ?? path).replaceAll('&amp;', '&');
    }
    return path;
  }

  /** As the keyboard does it: the decision is posted, and its answer leads to the next case. */
  async function untilNextCase(desk: typeof shortDesk): Promise<number> {
    const post = (path: string, form: Record<string, string>) =>
      desk.request(path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      });
    let at = (await post('/cases/next', { queue: 'ready' })).headers.get('location') ?? '';
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = /name="seen" value="([^"]*)"/.exec(await (await desk.request(at)).text())?.[1] ?? '';
      const begun = performance.now();
      const id = at.split('?')[0];
      const decided = await post(`${id}/decision`, {
        code: 'not-the-device',
        seen: seen.replaceAll('&amp;', '&'),
        queue: 'ready',
        goOn: 'next',
      });
      at = decided.headers.get('location') ?? '';
      if (decided.status !== 303 || at.startsWith(String(id))) throw new Error(`The decision led to ${decided.status} ${at}`);
      await (await desk.request(at)).text();
      times.push(performance.now() - begun);
    }
    return median(times);
  }

  const base = await timed(shortDesk, '/cases');
  const figures = [
    ['the first page', '/cases'],
    ['the 40th page', await deepInto(longDesk, 40)],
    ['a filter that one in a hundred answers', `/cases?model=${encodeURIComponent(rare)}`],
    ['a filter that no case answers', '/cases?model=none-such'],
  ] as const;
  const lines: Figure[] = [];
  for (const [what, path] of figures) {
    const time = await timed(longDesk, path);
    lines.push({
      what: `${what}, of ${long.toLocaleString('en-GB')} cases`,
      value: `×${(time / base).toFixed(1)}`,
      against: `the first page of ${SHORT} (${base.toFixed(0)} ms here)`,
    });
  }
  const next = await untilNextCase(longDesk);
  lines.push({
    what: `key press to next case, of ${long.toLocaleString('en-GB')} cases`,
    value: `${next.toFixed(0)} ms`,
    against: `of server time at the median: refuse, take the next, show it (×${(next / base).toFixed(1)} a first page)`,
  });
  client.destroy();
  await aws.stop();
  return lines;
}

function caseOf(team: string, index: number) {
  return aCase({
    id: `${team}-${index}`,
    team,
    match: aMatch({ bits: 30 - index / 1000, recordReference: `${team}/${index}` }),
    listing: { ...aCase().listing, itemId: String(index) },
    about: { model: index % 100 === 99 ? rare : 'Apple iPhone 13', area: 'Hackney E8' },
  });
}
