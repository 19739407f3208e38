/** A platform that gets notices with links to the portal, and the portal over the same tables. */

import { deliverNotice } from '../../functions/deliver/deliver.ts';
import { notify } from '../../functions/notify/notify.ts';
import { createPortal } from '../../functions/portal/app.ts';
import { loadAssets } from '../../functions/portal/assets.ts';
import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createPublicFigureStore } from '../../shared/aws/public-figure-store.ts';
import { portalLink } from '../../shared/portal-link.ts';
import type { AwsUnderTest } from './embedded-aws.ts';
import { createNoticeDesk } from './notice-desk.ts';
import { aDelivery } from './pipeline-parts.ts';

export const portalAt = { url: 'https://notices.police.example', keys: { 1: 'a key of the test, which is long enough' } };

const assets = loadAssets();

export function createPortalDesk(aws: AwsUnderTest) {
  const desk = createNoticeDesk(aws);
  const { CASES_TABLE: table = '' } = aws.aws.environment;
  const answers = createAnswerStore({ client: aws.dynamo, table });
  const escalations = createEscalationStore({ client: aws.dynamo, table });
  const reported: unknown[] = [];
  const { notices, captures, audit } = desk;
  const { now } = desk.deliver;
  const app = createPortal({
    ...{ notices, answers, captures, escalations, audit, assets, now },
    figures: createPublicFigureStore({ client: aws.dynamo, table }),
    keys: portalAt.keys,
    report: (error) => reported.push(error),
  });

  /** Confirmed, written, delivered: one notice of these items, with the link that came with it. */
  async function notified(...items: string[]): Promise<{ id: string; link: string; caseIds: string[] }> {
    const cases = [];
    for (const item of items) cases.push(await desk.confirmed(item));
    const { written } = await notify(desk.notify);
    const [id = ''] = written;
    await deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), { ...desk.deliver, portal: portalAt });
    return { id, link: linkTo(id), caseIds: cases.map((item) => item.id) };
  }

  /** As a notice would carry it. */
  function linkTo(noticeId: string, at = now()): string {
    return portalLink({ source: desk.source.id, noticeId }, portalAt, at);
  }

  async function get(address: string): Promise<{ status: number; text: string; headers: Headers }> {
    const answer = await app.request(address);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  /** By JSON, as a program does. */
  async function give(link: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await app.request(`${link}/answers`, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } });
    return { status: answer.status, body: await answer.json() };
  }

  /** By the form of the page. */
  async function send(link: string, fields: Record<string, string>): Promise<{ status: number; text: string; location: string | null }> {
    const answer = await app.request(`${link}/answer`, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  }

  return { ...desk, app, answers, escalations, reported, notified, linkTo, get, give, send };
}
