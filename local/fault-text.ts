/** What went wrong, for whoever typed the command. */

/** With what led to it, each on a line of its own: the last one is usually what can be mended. A file that cannot be used is said in words. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = fileTrouble(error) ?? error.message;
  return error.cause === undefined ? said : `${said}\n  because: ${faultText(error.cause)}`;
}

const troubles: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, and a file was expected',
  ENOTDIR: 'leads through something that is no folder',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  ENOSPC: 'does not fit: the disk is full',
};

/** Of an error of node:fs, such as `ENOENT: no such file or directory, open 'x.csv'`. */
function fileTrouble(error: Error): string | undefined {
  if (!('code' in error && 'path' in error)) return undefined;
  const trouble = troubles[String(error.code)];
  return trouble && `${error.path}: ${trouble}`;
}
