/** Gates are asked before any weight: an equal IMEI overpowers every weight, and these it must not overpower. */

import type { Gate } from '../match.ts';
import { isLookedFor } from '../stolen-record.ts';
import type { Intent } from './intent.ts';
import { offeredAt } from './offered-at.ts';
import type { Comparison } from './sides.ts';

const hour = 3_600_000;

/** Every gate that closes, the record's own first; none is the rule. `intent`: what the writer of the advert wants. */
export function gatesOf(comparison: Comparison, intent: Intent): Gate[] {
  return [notLookedFor(comparison), listedBeforeTheft(comparison), notASale(intent)].filter((gate) => gate !== undefined);
}

function notLookedFor({ record }: Comparison): Gate | undefined {
  if (isLookedFor(record)) return undefined;
  const why = record.status === 'stolen' ? 'is disputed' : `stands as ${record.status}`;
  return { gate: 'record-not-looked-for', sentence: `The record ${why}, so nobody looks for this phone.` };
}

/** An advert older than the theft is the owner's own, or another phone. */
function listedBeforeTheft({ listing, record, context }: Comparison): Gate | undefined {
  const tolerance = context.model.theftToleranceHours[record.stolenAtPrecision] * hour;
  const offered = Date.parse(offeredAt(listing));
  if (!(offered < Date.parse(record.stolenAt) - tolerance)) return undefined;
  return {
    gate: 'listed-before-theft',
    sentence: `The advert is of ${offeredAt(listing).slice(0, 10)}, before the theft of ${record.stolenAt.slice(0, 10)}.`,
  };
}

function notASale(intent: Intent): Gate | undefined {
  switch (intent) {
    case 'sale':
      return undefined;
    case 'appeal':
      return { gate: 'owners-appeal', sentence: 'The advert reads as an owner asking for a stolen phone back.' };
    case 'wanted':
      return { gate: 'not-a-device-for-sale', sentence: 'The advert looks for a phone to buy.' };
    case 'accessory':
      return { gate: 'not-a-device-for-sale', sentence: 'The advert offers an accessory or a part, not a phone.' };
    case 'service':
      return { gate: 'not-a-device-for-sale', sentence: 'The advert offers a service, not a phone.' };
  }
}
