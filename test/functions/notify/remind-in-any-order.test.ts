import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { remind } from '../../../functions/notify/remind.ts';
import { verify } from '../../../functions/verify/verify.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { standardFollowUps } from '../../../shared/domain/notice/follow-up.ts';
import { removalClaim, standardLadder } from '../../../shared/domain/verification.ts';
import { noticeRequestSchema } from '../../../shared/messages.ts';
import { readNotice } from '../../../shared/notice-schema.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery, listingPage } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;
const which = fc.nat(1);

type Step =
  | { do: 'wait'; hours: number }
  | { do: 'show'; which: number; page: 'live' | 'gone' | 'wall' }
  | { do: 'answer'; which: number; answer: 'removed' | 'refused' }
  | { do: 'withdraw'; which: number }
  | { do: 'deliver' | 'fail' | 'repeat' | 'clock-twice' };

/** Waits come often, so that clocks strike between the rest; deliveries are steps, so that much happens between writing and sending. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 48, 100) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('show' as const), which, page: fc.constantFrom('live', 'gone', 'wall') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), which, answer: fc.constantFrom('removed', 'refused') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('fail', 'repeat', 'clock-twice') }) },
);

/** The platform's queue as SQS keeps it: in order, a message that fails stays at its head. */
async function createRun() {
  const desk = createNoticeDesk(aws);
  const cases = [await desk.confirmed('1'), await desk.confirmed('2')] as const;
  const withdrawn = new Set<string>();
  const recalled = new Set<string>();
  let next = 0;

  async function work(): Promise<void> {
    for (; next < desk.deliverQueue.sent.length; next += 1) {
      const message = noticeRequestSchema.parse(desk.deliverQueue.sent[next]?.body);
      const before = desk.sent.length;
      try {
        if (message.type === 'case-lost') await recallNotices(message, aDelivery(), desk.deliver);
        else if (message.type === 'notice-written') await deliverNotice(message, aDelivery(), desk.deliver);
      } catch {
        return;
      } finally {
        await judge(before);
      }
    }
  }

  /** What was just sent must have been right at that moment. */
  async function judge(from: number): Promise<void> {
    for (const { body } of desk.sent.slice(from)) {
      const read = readNotice(body);
      if (!read.complete) throw new Error(read.problems);
      const urls = read.notice.targets.map(({ url }) => url);
      if (read.notice.kind === 'recall') for (const url of urls) recalled.add(url);
      if (read.notice.kind !== 'follow-up') continue;
      const looked = await desk.verifications.ofNotice(read.notice.refersTo);
      for (const url of urls) {
        expect(recalled).not.toContain(url);
        expect(withdrawn).not.toContain(url);
        const verification = looked.find(({ listing }) => listing.url === url);
        expect(verification && removalClaim(verification, standardLadder)).not.toBe('removed');
        expect(desk.answered.get(verification?.caseId ?? '')).not.toBe('refused');
      }
    }
  }

  const tick = async () => {
    await verify(desk.verify, new AbortController().signal);
    await remind(desk.remind);
  };

  /** The last message is delivered again. */
  function repeat(): void {
    next = Math.max(0, next - 1);
  }

  return { desk, cases, withdrawn, work, tick, repeat };
}

function show(desk: NoticeDesk, { listing: { url } }: Case, page: 'live' | 'gone' | 'wall'): void {
  const wall = pageOf(url, '<title>Are you a robot?</title><div class="g-recaptcha"></div>', 403);
  desk.fetcher.answer(url, page === 'live' ? listingPage() : page === 'gone' ? pageOf(url, '<h1>Gone</h1>', 410) : wall);
}

it('whatever is seen, answered and withdrawn in whatever order, a step reminds once, and nothing that was taken back', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 20 }), async (steps) => {
      const { desk, cases, withdrawn, work, tick, repeat } = await createRun();
      await notify(desk.notify);
      await work();
      for (const step of steps) {
        const item = 'which' in step ? cases[step.which] : undefined;
        if (step.do === 'wait') desk.clock.at += step.hours * hourMs;
        if (step.do === 'show' && item) show(desk, item, step.page);
        if (step.do === 'answer' && item) desk.answered.set(item.id, step.answer);
        if (step.do === 'withdraw' && item) {
          await desk.records.setStatus(item.match.recordReference, 'withdrawn', 'a mistake', new Date(desk.clock.at).toISOString());
          withdrawn.add(item.listing.url);
          await desk.deliverQueue.send([{ body: { type: 'case-lost', caseId: item.id }, group: desk.source.id }]);
        }
        if (step.do === 'fail') desk.answers.push({ outcome: 'later', why: 'HTTP 503', status: 503 });
        if (step.do === 'repeat') repeat();
        if (step.do === 'wait') await tick();
        if (step.do === 'clock-twice') await Promise.all([tick(), tick()]);
        if (step.do === 'deliver') await work();
      }
      await work();
      const all = [...(await desk.notices.ofState(desk.source.id, 'delivered')), ...(await desk.notices.ofState(desk.source.id, 'queued'))];
      const ids = desk.sent.map(({ id }) => id);
      const followUps = all.filter(({ notice }) => notice.kind === 'follow-up').map(({ id }) => id);
      expect(new Set(followUps).size).toBe(followUps.length);
      const written = followUps.map((id) => id.replace(/^.*-F/, ''));
      expect(new Set(written).size).toBe(written.length);
      expect(written.every((step) => Number(step) <= standardFollowUps)).toBe(true);
      const taken = (await desk.notices.ofState(desk.source.id, 'delivered')).map(({ id }) => `${id}.1`);
      for (const id of taken)
        expect(ids.filter((sent) => sent === id).length).toBeLessThanOrEqual(1 + steps.filter((step) => step.do === 'fail').length);
    }),
    { numRuns: 40 },
  );
});
