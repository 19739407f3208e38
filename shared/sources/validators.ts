import { createHash } from 'node:crypto';
import type { Validators } from '../domain/listing.ts';
import { version } from '../version.ts';
import type { FetchedPage } from './fetch-page.ts';
import type { Source } from './source.ts';

/** RFC 9110 section 8.8.3. */
const entityTag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]{0,200}"$/;

/**
 * By what a platform may say "not modified" of this page next time (RFC 9110 section 13), or undefined when it gave nothing for that, and
 * where an answer to the same question would not be about the same page: after a redirect, and for rendered pages, whose first answer
 * stays the same while scripts fetch what has changed.
 */
export function validatorsOf({ url, finalUrl, headers }: FetchedPage, source: Source): Validators | undefined {
  const { etag, 'last-modified': lastModified } = headers;
  const usable = {
    ...(etag !== undefined && entityTag.test(etag) && { etag }),
    ...(lastModified !== undefined && lastModified.length <= 40 && !Number.isNaN(Date.parse(lastModified)) && { lastModified }),
  };
  if (url !== finalUrl || source.pages.how === 'rendered' || Object.keys(usable).length === 0) return undefined;
  return { ...usable, readBy: readerOf(source) };
}

/** Whether the page was read as it would be today: after a change of the definition or of Fencewatch it is read again. */
export function isReadAsToday({ readBy }: Validators, source: Source): boolean {
  return readBy === readerOf(source);
}

function readerOf({ listing, currency, language }: Source): string {
  return createHash('sha256')
    .update(JSON.stringify([version, listing, currency, language]))
    .digest('base64url')
    .slice(0, 12);
}
