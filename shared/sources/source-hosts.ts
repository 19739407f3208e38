import type { Source } from './source.ts';

/**
 * Whether a Source may be fetched from this address: same host and port as one of its hosts, or below a `*.` host.
 * The port counts, so a permission for `127.0.0.1:4010` is none for the database on the next port.
 */
export function isOnHosts(source: Pick<Source, 'hosts'>, url: URL): boolean {
  return source.hosts.some((host) => isOnHost(host, url.host));
}

/** The first of the Sources that lists the address's host, or undefined. */
export function sourceOfHost(sources: readonly Source[], url: string): Source | undefined {
  const parsed = URL.parse(url);
  return parsed === null ? undefined : sources.find((source) => isOnHosts(source, parsed));
}

function isOnHost(listed: string, host: string): boolean {
  return listed.startsWith('*.') ? host.endsWith(listed.slice(1)) : host === listed;
}
