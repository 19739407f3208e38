/** The desk of a demo marketplace that takes notices, by signed webhook or by e-mail, takes listings down, puts them back, and answers by the portal. */

import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { html } from 'hono/html';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { Said } from '../../shared/domain/notice/answer.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { deliveryIdOf, noticeWords } from '../../shared/domain/notice/words.ts';
import { readNotice } from '../../shared/notice-schema.ts';
import type { KeptMail } from '../embedded/mailbox.ts';
import type { Catalogue } from './catalogue.ts';
import { type AnswerSender, sendAnswers, type Verdict, verdictsOn } from './desk-answers.ts';
import type { Answer, Site } from './site.ts';

export interface AbuseDesk {
  /** Takes one webhook: 200 with what was done, 401 for a signature that is none, 422 for what is no notice. */
  take(body: string, headers: IncomingHttpHeaders): Answer;
  /** Reads its mail: of what is attached to it, what is a notice and is new. */
  takeMails(mails: readonly Pick<KeptMail, 'attachments'>[]): void;
  /** What the desk's own people see. */
  page(): Answer;
  /** The catalogue without what was taken down. */
  cleared(catalogue: Catalogue): Catalogue;
  notices(): readonly Notice[];
  /** Waits for what it is saying to the portal. */
  answered(): Promise<void>;
}

export interface AbuseDeskOptions {
  site: Site;
  secret: string;
  /** Where it is kept between runs; left out, it is forgotten at the end. */
  file?: string;
  /** By HTTP when left out. */
  send?: AnswerSender;
}

interface Kept {
  /** By the id of the delivery, so that what comes twice is done once. */
  notices: Record<string, Notice>;
  takenDown: string[];
  /** By item, what it said to the portal last; of what it says nothing, nothing. */
  answers?: Record<string, string>;
}

export function createAbuseDesk({ site, secret, file, send = sendAnswers }: AbuseDeskOptions): AbuseDesk {
  const webhook = new Webhook(secret);
  const kept = readKept(file);
  const down = new Set(kept.takenDown);
  const answers = new Map(Object.entries(kept.answers ?? {}));
  const saying = new Set<Promise<void>>();

  function take(body: string, headers: IncomingHttpHeaders): Answer {
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    try {
      webhook.verify(body, named);
    } catch (error) {
      if (error instanceof WebhookVerificationError) return json(401, { error: error.message });
      throw error;
    }
    const read = readNotice(jsonIn(body));
    if (!read.complete) return json(422, { error: read.problems });
    const id = named['webhook-id'] ?? '';
    if (kept.notices[id] === undefined) act(id, read.notice);
    return json(200, { received: read.notice.noticeId, listings: read.notice.targets.length });
  }

  function takeMails(mails: readonly Pick<KeptMail, 'attachments'>[]): void {
    for (const { text } of mails.flatMap(({ attachments }) => attachments)) {
      const read = readNotice(jsonIn(text));
      if (read.complete && kept.notices[deliveryIdOf(read.notice)] === undefined) act(deliveryIdOf(read.notice), read.notice);
    }
  }

  function act(id: string, notice: Notice): void {
    const verdicts = verdictsOn(notice, { isFirst: Object.keys(kept.notices).length === 0 });
    kept.notices[id] = notice;
    for (const { itemId, offered } of verdicts) {
      if (offered) down.delete(itemId);
      else down.add(itemId);
    }
    keep();
    if (notice.answerAt !== undefined) say(notice.answerAt, verdicts);
  }

  /** Beside the receipt, which waits for nothing. */
  function say(answerAt: string, verdicts: readonly Verdict[]): void {
    const note = (words: (said: Said) => string) => {
      for (const { itemId, said } of verdicts) if (said !== undefined) answers.set(itemId, words(said));
      keep();
    };
    const said = send(answerAt, verdicts)
      .then(
        () => note(answerWords),
        (error: unknown) => note(() => (error instanceof Error ? error.message : String(error))),
      )
      .finally(() => saying.delete(said));
    saying.add(said);
  }

  function keep(): void {
    kept.takenDown = [...down];
    kept.answers = Object.fromEntries(answers);
    if (file !== undefined) writeFileSync(file, JSON.stringify(kept));
  }

  return {
    take,
    takeMails,
    page() {
      const all = Object.values(kept.notices).toReversed();
      const body = html`<!doctype html><html lang="en"><meta charset="utf-8"><title>${site.name}: notices</title>
        <h1>Notices to ${site.name}</h1><p>Notices received: ${all.length}. Listings taken down: ${down.size}.</p>
        ${all.map(entry)}</html>`;
      return { kind: 'other', status: 200, type: 'text/html; charset=utf-8', body: String(body) };
    },
    cleared(catalogue) {
      if (down.size === 0) return catalogue;
      const stands = ({ itemId, site: of }: { itemId: string; site: string }) => of !== site.id || !down.has(itemId);
      return {
        offers: catalogue.offers.filter(stands),
        of: (id) => catalogue.of(id).filter(stands),
        find: (id, itemId) => (id === site.id && down.has(itemId) ? 'removed' : catalogue.find(id, itemId)),
        bornAt: catalogue.bornAt,
      };
    },
    notices: () => Object.values(kept.notices),
    async answered() {
      await Promise.all(saying);
    },
  };

  /** The link stands as a link and not among the words, which people copy. */
  function entry({ answerAt, ...notice }: Notice) {
    const said = notice.targets.map(({ platformItemId }) => `${platformItemId}: ${answers.get(platformItemId) ?? 'nothing said yet'}`);
    return html`<pre style="white-space: pre-wrap">${noticeWords(notice)}</pre><p>Our answer: ${said.join('; ')}.
      ${answerAt === undefined ? '' : html`<a href="${answerAt}" rel="noreferrer">Open it in the portal of the police</a>`}</p><hr>`;
  }
}

function json(status: number, value: object): Answer {
  return { kind: 'other', status, type: 'application/json', body: `${JSON.stringify(value)}\n` };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readKept(file: string | undefined): Kept {
  try {
    if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return { notices: {}, takenDown: [] };
}
