/** One request of a platform, as far as its link is good for it. */

import type { Context } from 'hono';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { AuditEvent } from '../../shared/domain/audit-event.ts';
import type { PortalPass } from '../../shared/portal-link.ts';
import type { PortalParts } from './parts.ts';

export interface Visit {
  pass: PortalPass;
  /** Where all paths of this visit begin: `/1.WyJndW10cmVl….c2lnbmF0dXJl`. Holds the token, so it stands in no log. */
  base: string;
}

export type Answer = (context: Context, parts: PortalParts, visit: Visit) => Promise<Response> | Response;

/** Ids come out of addresses, which anyone may edit. */
const longestId = 80;

/**
 * The notice that the path names, when it was sent to this platform. Whether another's or none at all: the same is read and the same undefined comes
 * out. The notice that the link itself was sent with may still be on its way to being noted as delivered.
 */
export async function noticeAsked(
  context: Context,
  { notices, audit, now }: PortalParts,
  { pass }: Visit,
): Promise<StoredNotice | undefined> {
  const id = context.req.param('id')?.slice(0, longestId) ?? '';
  const stored = await notices.get(id);
  const ours = stored?.source === pass.source && (stored.deliveredAt !== undefined || stored.id === pass.noticeId) ? stored : undefined;
  // The row comes before the page: what is not on record is not shown.
  await leaveRow({ audit, now }, pass, { act: 'notice-opened', subject: { kind: 'notice', id }, outcome: ours ? 'done' : 'refused' });
  return ours;
}

export async function leaveRow(
  { audit, now }: Pick<PortalParts, 'audit' | 'now'>,
  { source }: Pick<PortalPass, 'source'>,
  row: Omit<AuditEvent, 'at' | 'actor' | 'actorName'>,
): Promise<void> {
  await audit.append({ at: now().toISOString(), actor: `platform:${source}`, ...row });
}
