/** The folder in which one machine keeps everything between runs: tables, queues, evidence, secrets, where it runs now. */

import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withNewKey } from '../shared/signing-keys.ts';

export interface DataFolder {
  path: string;
  /** The HMAC key under which identifiers are indexed: made on the first run; without it the index is unreadable. */
  identifierKey: string;
  /** What notices to the demo marketplace's desks are signed with; made on the first run. */
  deskSecret: string;
  /** JSON Web Key Set with which receipts of checks are signed; made on the first run. */
  checkSigningKeys: string;
  /** What links to the portal are signed with, as `PORTAL_KEY` holds it; made on the first run. */
  portalKey: string;
  file(name: string): string;
  /** undefined when there is no such file. */
  read(name: string): Promise<string | undefined>;
  /** All or nothing: a crash leaves the old file or the new one. */
  write(name: string, text: string): Promise<void>;
}

/** For commands that ask about what is there: a mistyped path is said, not made. Throws when there is no such folder. */
export async function existingDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere)
    throw new Error(`There is no data folder ${folder}. Name the one that was worked in with --data DIR; fencewatch start makes one.`);
  return openDataFolder(path);
}

/** Opens or makes the folder. Throws with what to do when it cannot be written to. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written to. Choose another with --data DIR, or change its permissions.`, {
      cause,
    });
  }

  const file = (name: string) => join(folder, name);
  async function read(name: string): Promise<string | undefined> {
    try {
      return await readFile(file(name), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
  async function write(name: string, text: string): Promise<void> {
    const draft = file(`${name}.${process.pid}.draft`);
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file(name));
  }

  async function madeOnce(name: string, make: () => string): Promise<string> {
    const kept = await read(name);
    if (kept !== undefined) return kept;
    const made = make();
    await write(name, made);
    return made;
  }

  const identifierKey = await madeOnce('identifier-key', () => randomBytes(32).toString('hex'));
  const deskSecret = await madeOnce('desk-secret', () => `whsec_${randomBytes(32).toString('base64')}`);
  const checkSigningKeys = await madeOnce('check-signing-keys.json', () => JSON.stringify(withNewKey({ keys: [] }, new Date())));
  const portalKey = await madeOnce('portal-key', () => JSON.stringify({ 1: randomBytes(32).toString('hex') }));
  return { path: folder, identifierKey, deskSecret, checkSigningKeys, portalKey, file, read, write };
}
