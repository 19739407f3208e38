import robotsParserModule from 'robots-parser';

// Its typings describe an ES module, the file is CommonJS: what is imported is the function itself.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** Ours in robots.txt: the product token of the User-Agent. */
const robotsName = 'Fencewatch';

/** RFC 9309 section 2.5: at least 500 kibibytes are parsed; what follows is not read. */
export const robotsBytes = 500 * 1024;

const cachedForMs = 24 * 3600_000;
const unreachableForMs = 10 * 60_000;

/** What robots.txt says of one address; `unreachable` means stay away for now (RFC 9309 section 2.3.1.4). */
type RobotsVerdict =
  | { verdict: 'allowed'; crawlDelaySeconds?: number }
  | { verdict: 'disallowed' }
  | { verdict: 'unreachable'; why: string; retryAfterSeconds: number };

/** What came of fetching a robots.txt; `unreachable` for no answer at all. */
export type RobotsAnswer = { status: number; text: string } | { status: 'unreachable'; why: string };

export interface Robots {
  judge(url: URL): Promise<RobotsVerdict>;
}

interface Rules {
  expiresAt: number;
  judge(url: URL): RobotsVerdict;
}

/**
 * robots.txt by host, kept for 24 hours (RFC 9309 section 2.4). A 4xx means that there are no rules and all is allowed; a 5xx, 429 or
 * no answer means stay away, and is asked again after ten minutes.
 */
export function createRobots(fetchRobots: (url: URL) => Promise<RobotsAnswer>, now: () => Date): Robots {
  const known = new Map<string, Promise<Rules>>();

  async function rulesOf(origin: string): Promise<Rules> {
    const kept = known.get(origin);
    if (kept !== undefined) {
      const rules = await kept;
      if (rules.expiresAt > now().getTime()) return rules;
    }
    const url = new URL('/robots.txt', origin);
    const fetched = fetchRobots(url).then((answer) => rulesOfAnswer(url, answer, now().getTime()));
    known.set(origin, fetched);
    fetched.catch(() => known.delete(origin));
    return fetched;
  }

  return {
    async judge(url) {
      return (await rulesOf(url.origin)).judge(url);
    },
  };
}

function rulesOfAnswer(url: URL, answer: RobotsAnswer, now: number): Rules {
  const { status } = answer;
  if (status === 'unreachable' || status >= 500 || status === 429) {
    const expiresAt = now + unreachableForMs;
    const why = status === 'unreachable' ? answer.why : `HTTP ${status}`;
    return {
      expiresAt,
      judge: () => ({ verdict: 'unreachable', why: `robots.txt of ${url.host}: ${why}`, retryAfterSeconds: unreachableForMs / 1000 }),
    };
  }
  const expiresAt = now + cachedForMs;
  if (status < 200 || status >= 300) return { expiresAt, judge: () => ({ verdict: 'allowed' }) };
  const rules = robotsParser(url.href, answer.text);
  const crawlDelaySeconds = rules.getCrawlDelay(robotsName);
  return {
    expiresAt,
    judge(page) {
      if (rules.isAllowed(page.href, robotsName) === false) return { verdict: 'disallowed' };
      return { verdict: 'allowed', ...(crawlDelaySeconds !== undefined && { crawlDelaySeconds }) };
    },
  };
}
