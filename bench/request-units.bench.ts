/** What DynamoDB would bill for: request units of a first scan and of a second one that finds nothing changed, by the real work functions. */

import { measure, type Used } from './cost/measure.ts';
import type { Figure } from './run.ts';

export async function requestUnits(): Promise<Figure[]> {
  const { fresh, unchanged } = await measure();
  const perThousand = ({ listings, used }: { listings: number; used: Used }, units: 'readUnits' | 'writeUnits') =>
    ((Object.values(used).reduce((sum, usage) => sum + usage[units], 0) * 1000) / listings).toFixed(0);
  return [
    {
      what: 'read units per 1,000 new listings',
      value: perThousand(fresh, 'readUnits'),
      against: `${fresh.listings} listings of one site`,
    },
    {
      what: 'write units per 1,000 new listings',
      value: perThousand(fresh, 'writeUnits'),
      against: 'and one a page visited for the pace of the host',
    },
    {
      what: 'read units per 1,000 unchanged listings',
      value: perThousand(unchanged, 'readUnits'),
      against: 'scan, pages and comparison with the scan before',
    },
    {
      what: 'write units per 1,000 unchanged listings',
      value: perThousand(unchanged, 'writeUnits'),
      against: 'notes of the search pages; none for a listing',
    },
  ];
}
