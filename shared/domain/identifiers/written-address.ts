/** A number inside a web address or file name belongs to the platform, unless the address says that it is a device's. */

import type { Readable } from './readable.ts';

export type AddressSays = 'no address' | 'names it' | 'something else';

/** Whether the characters around `[start, end)` are an address, and what its path or parameter calls the number. */
export function nameInAddress(readable: Readable, start: number, end: number): AddressSays {
  const { folded } = readable;
  const from = Math.max(0, start - 300);
  // A quote or angle bracket ends an address (RFC 3986 appendix C): in JSON the next key follows without a space.
  const before = /[^\s"'<>]*$/.exec(folded.slice(from, start))?.[0] ?? '';
  const after = /^[^\s"'<>]{0,60}/.exec(folded.slice(end, end + 60))?.[0] ?? '';
  const isPicture = /^[-_\w]{0,12}\.(?:jpe?g|png|webp|heic|gif|avif)(?![a-z])/.test(after);
  // Platforms add words and sizes to ids of their own: img_35….jpg, 35…_n.jpg, 35…-640w.jpg; people number their pictures at most.
  if (isPicture && /^(?:[-_ ]?\d{1,2})?\./.test(after) && /(?:^|\/)$/.test(before)) return 'names it';
  if (isPicture) return 'something else';
  if (!/:\/\/|www\.|^\/|[?&][a-z]\w*=|\.[a-z]{2,}\//.test(before)) return 'no address';
  return /[?&/#;_-](?:sn|s_n|serial\w{0,8}|esn|device_?(?:id|no)?|handset)[=/:-]?$/.test(before) ? 'names it' : 'something else';
}
