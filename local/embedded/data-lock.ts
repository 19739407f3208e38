/** One process at a time may work in a data folder: two would write over one another's tables. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the folder, making it if need be, and returns what gives it back. Throws when another process holds it or it cannot be written to.
 * The lock is the operating system's on a SQLite file, so it ends with its process, also after `kill -9`.
 */
export function lockDataFolder(path: string): () => void {
  const file = openLockFile(path);
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return () => file.close();
  } catch (error) {
    file.close();
    if (error instanceof Error && error.message.includes('locked')) {
      throw new Error(`The data folder ${path} is in use by another process. Stop that one, or choose another folder.`, { cause: error });
    }
    throw unwritable(path, error);
  }
}

function openLockFile(path: string): DatabaseSync {
  try {
    mkdirSync(path, { recursive: true });
    return new DatabaseSync(join(path, 'lock.sqlite'), { timeout: 0 });
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): Error {
  return new Error(`The data folder ${path} cannot be written to. Choose another, or change its permissions.`, { cause });
}
