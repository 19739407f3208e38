/** A page to try a Source on: visited now, or saved by a browser before. */

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeBody } from '../../shared/sources/http/decode-body.ts';
import { addressInPage } from '../../shared/sources/page/address-in-page.ts';
import type { PageToRead } from '../../shared/sources/page-reading.ts';
import { registry, sourceOfHost } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';
import { openFile } from '../commands/json-lines.ts';
import { visitOnce } from './visit-once.ts';

/** A page with the Source it is to be read by, which is none for a site that nobody has described. */
export type ObtainedPage = PageToRead & {
  /** As it was asked for: the address or the file. */
  name: string;
  /** False for a saved page that says nowhere where it came from; its `url` only stands in. */
  addressKnown: boolean;
};

/** Stands in for an address that nobody knows (RFC 2606 keeps `.invalid` free), so that links that name no host can be shown. */
const unknownAddress = 'https://address-unknown.invalid/';

export interface PageWanted {
  /** `https://market.example/item/4711`, or the path of a saved page (.gz allowed). */
  urlOrFile: string;
  /** Of a saved page that does not say where it came from. */
  address?: string | undefined;
  /** Left out: the Source of the registry that has the host. */
  source?: Source | undefined;
}

/** Throws, with what to do about it, when the page may not or cannot be had. */
export async function obtainPage({ urlOrFile, address, source: chosen }: PageWanted): Promise<ObtainedPage> {
  const isAddress = /^https?:\/\//i.test(urlOrFile);
  const page = isAddress ? await visitOnce(urlOrFile, chosen ?? sourceOfHost(registry, urlOrFile)) : await openSaved(urlOrFile, address);
  const source = chosen ?? sourceOfHost(registry, page.url);
  return { ...page, name: urlOrFile, addressKnown: page.url !== unknownAddress, ...(source && { source }) };
}

async function openSaved(file: string, address: string | undefined): Promise<PageToRead> {
  const bytes = file.endsWith('.gz') ? await buffer(openFile(file)) : await readFile(file);
  const { text } = decodeBody(bytes);
  const contentType = /^\s*[[{]/.test(text) ? 'application/json' : 'text/html';
  return { url: address ?? addressInPage(text) ?? unknownAddress, text, contentType };
}
