/** A client of the check API that `npm start` declares, so that anybody can try it. */

import { hashOfKey, isKeyOf, makeCheckKey } from '../shared/check-key.ts';
import type { DataFolder } from './data-folder.ts';
import type { Stores } from './stores.ts';

const file = 'demo-check-key';
const id = 'demo';

/** Its key, kept in the data folder: there is nobody on this machine to be kept from it. The same at every start unless somebody rotated or revoked it. */
export async function demoCheckKey(folder: DataFolder, { checkClients }: Pick<Stores, 'checkClients'>): Promise<string> {
  const key = (await folder.read(file)) ?? makeCheckKey(id);
  await folder.write(file, key);
  const now = new Date();
  await checkClients.add({
    id,
    name: 'Demo client',
    purpose: 'trying the check API on one machine',
    dailyBudget: 200,
    burst: 20,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 365 * 86_400_000).toISOString(),
    round: 0,
    keyHash: hashOfKey(key),
  });
  return isKeyOf(key, (await checkClients.get(id))?.keyHash) ? key : `(changed since; the first was ${key})`;
}
