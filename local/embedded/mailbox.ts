/** The mails of one machine: kept as they came, one `.eml` file each, and read again as what they say. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

export interface KeptMail {
  /** Sorts as the mails came: `2026-11-22T120000.000Z-1`. */
  id: string;
  to: string;
  from: string;
  subject: string;
  /** Of an HTML mail nothing: only plain text is ever shown. */
  text: string;
  attachments: { name: string; type: string; text: string }[];
}

export interface Mailbox {
  put(mail: { from: string; to: string; raw: Uint8Array }, at: Date): string;
  /** Newest first. */
  all(): Promise<KeptMail[]>;
  read(id: string): Promise<KeptMail | undefined>;
  raw(id: string): Uint8Array | undefined;
}

/** Without a folder mails are forgotten at the end. */
export function openMailbox(folder?: string): Mailbox {
  const raws = new Map(folder === undefined ? [] : mailsIn(folder));
  const parsed = new Map<string, Promise<KeptMail>>();

  async function read(id: string): Promise<KeptMail | undefined> {
    const raw = raws.get(id);
    if (raw === undefined) return undefined;
    const reading = parsed.get(id) ?? parse(id, raw);
    parsed.set(id, reading);
    return reading;
  }

  return {
    put({ from, to, raw }, at) {
      const id = `${at.toISOString().replaceAll(':', '')}-${raws.size + 1}`;
      // What a mail server writes on top when it delivers: whom it was for, whatever the mail itself says.
      const kept = Buffer.concat([Buffer.from(`Return-Path: <${from}>\r\nDelivered-To: ${to}\r\n`), raw]);
      if (folder !== undefined) writeFileSync(join(folder, `${id}.eml`), kept, { mode: 0o600 });
      raws.set(id, kept);
      return id;
    },
    async all() {
      const ids = [...raws.keys()].toSorted().toReversed();
      return (await Promise.all(ids.map(read))).filter((mail) => mail !== undefined);
    },
    read,
    raw: (id) => raws.get(id),
  };
}

function mailsIn(folder: string): [string, Uint8Array][] {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return names.map((name) => [name.slice(0, -'.eml'.length), readFileSync(join(folder, name))]);
}

async function parse(id: string, raw: Uint8Array): Promise<KeptMail> {
  const { from, subject = '', text = '', attachments, headers } = await PostalMime.parse(raw);
  const decoder = new TextDecoder();
  return {
    id,
    to: headers.find(({ key }) => key === 'delivered-to')?.value ?? '',
    from: from === undefined ? '' : `${from.name} <${from.address ?? ''}>`,
    subject,
    text,
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'without a name',
      type: mimeType,
      text: typeof content === 'string' ? content : decoder.decode(content),
    })),
  };
}
