import type { Source } from './source.ts';

export { sourceOfHost } from './source-hosts.ts';

/** The marketplaces that Fencewatch ships with. None is enabled: each waits for a person of the deploying force to read its terms. */
export const registry: readonly Source[] = [];

export function findSource(sources: readonly Source[], id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}
