/** What may go to a terminal of what strangers wrote: on one line, with nothing that could steer it, and identifiers masked as in logs. */

import { maskIdentifiers } from '../../shared/aws/log.ts';

/** `most` characters; what is longer is cut. What stands on a terminal is scrolled back to and pasted on: the console shows identifiers whole. */
export function plain(text: string, most = Number.POSITIVE_INFINITY): string {
  const shown = maskIdentifiers(text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '));
  return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
}

/** The same of a text whose lines are ours. */
export function plainLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plain(line).trim()}`)
    .join('\n');
}
