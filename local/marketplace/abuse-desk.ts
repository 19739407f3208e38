/** The desk of a demo marketplace that takes notices, by signed webhook or by e-mail, takes listings down and puts them back. */

import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { html } from 'hono/html';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { deliveryIdOf, noticeWords } from '../../shared/domain/notice/words.ts';
import { readNotice } from '../../shared/notice-schema.ts';
import type { KeptMail } from '../embedded/mailbox.ts';
import type { Catalogue } from './catalogue.ts';
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
}

export interface AbuseDeskOptions {
  site: Site;
  secret: string;
  /** Where it is kept between runs; left out, it is forgotten at the end. */
  file?: string;
}

interface Kept {
  /** By the id of the delivery, so that what comes twice is done once. */
  notices: Record<string, Notice>;
  takenDown: string[];
}

export function createAbuseDesk({ site, secret, file }: AbuseDeskOptions): AbuseDesk {
  const webhook = new Webhook(secret);
  const kept = readKept(file);
  const down = new Set(kept.takenDown);

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
    kept.notices[id] = notice;
    for (const { platformItemId } of notice.targets) {
      if (notice.kind === 'removal-notice') down.add(platformItemId);
      if (notice.kind === 'recall') down.delete(platformItemId);
    }
    kept.takenDown = [...down];
    if (file !== undefined) writeFileSync(file, JSON.stringify(kept));
  }

  return {
    take,
    takeMails,
    page() {
      const all = Object.values(kept.notices).toReversed();
      const body = html`<!doctype html><html lang="en"><meta charset="utf-8"><title>${site.name}: notices</title>
        <h1>Notices to ${site.name}</h1><p>Notices received: ${all.length}. Listings taken down: ${down.size}.</p>
        ${all.map((notice) => html`<pre style="white-space: pre-wrap">${noticeWords(notice)}</pre><hr>`)}</html>`;
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
  };
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
