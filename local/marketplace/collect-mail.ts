/** How the desk of a demo marketplace that is told by e-mail reads its mail: it asks the local mailbox, as a mail program would. */

import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Platform } from '../../shared/platforms/declaration.ts';
import type { AbuseDesk } from './abuse-desk.ts';

interface Reader {
  platform: Platform;
  desk?: AbuseDesk;
}

const mailsSchema = z.array(z.object({ attachments: z.array(z.object({ name: z.string(), type: z.string(), text: z.string() })) }));
const everyMs = 1000;

/** Once, every desk that has an address for mails. */
export async function collectMail(sites: readonly Reader[], mailboxUrl: string): Promise<void> {
  for (const { platform, desk } of sites) {
    if (platform.delivery.how !== 'email') continue;
    const answer = await fetch(`${mailboxUrl}/mails.json?${new URLSearchParams({ to: platform.delivery.to })}`);
    desk?.takeMails(mailsSchema.parse(await answer.json()));
  }
}

/** Every second until told to stop. */
export async function keepCollectingMail(sites: readonly Reader[], mailboxUrl: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await collectMail(sites, mailboxUrl);
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
