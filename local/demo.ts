/** The demo marketplace as `npm start` uses it: it goes on with the same catalogue, on the same ports, after a restart. */

import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';
import { type Marketplace, startMarketplace } from './marketplace/marketplace.ts';

const stateFile = 'demo-marketplace.json';
const stateSchema = z.object({ seed: z.int(), startedAt: z.iso.datetime(), ports: z.record(z.string(), z.int()) });

/** Sites of the demo marketplace, as `--source` names them. */
export const demoSites: readonly string[] = ['pennyfield', 'kramkiste'];
/** The part of it whose pages a browser has to draw: scanned only when it is named, since not every machine can run one. */
export const liveDemo = 'pennyfield-live';

/** The seed of the catalogue that the README's numbers speak of. */
const seed = 20_261_122;

export async function startDemo(folder: DataFolder): Promise<Marketplace> {
  const text = await folder.read(stateFile);
  const state = text === undefined ? { seed, startedAt: new Date().toISOString(), ports: {} } : stateSchema.parse(JSON.parse(text));
  const marketplace = await startMarketplace({
    seed: state.seed,
    startedAt: new Date(state.startedAt),
    ports: state.ports,
    now: () => new Date(),
    truthFile: folder.file('demo-truth.json'),
    deskSecret: folder.deskSecret,
    deskFile: (site) => folder.file(`demo-desk-${site}.json`),
  });
  const ports = Object.fromEntries(marketplace.sites.map(({ id, baseUrl }) => [id, Number(new URL(baseUrl).port)]));
  await folder.write(stateFile, JSON.stringify({ ...state, ports }));
  return marketplace;
}
