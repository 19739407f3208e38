/**
 * What the victim of a theft is owed: to hear what was confirmed, in time. Fencewatch knows no victim: an update is addressed to the reference of the
 * stolen record, which the force's own system resolves to a person.
 */

import { createHash } from 'node:crypto';
import { workingDaysAfter } from './working-days.ts';

/** What happened: two persons confirmed a listing; its removal was verified; the record was marked as recovered. */
export type VictimEvent = 'listing-confirmed' | 'removal-verified' | 'device-recovered';

export interface VictimNews {
  event: VictimEvent;
  /** Of the StolenRecord: `4217/23-A`. */
  reference: string;
  /** The Case that it rests on; absent for what is of the record itself. */
  caseId?: string;
  /** ISO 8601 in UTC. */
  at: string;
}

export interface VictimUpdate extends VictimNews {
  /** The same for the same news, however often it is found: `V-3f9c…`. */
  id: string;
  team: string;
  /** Day in the United Kingdom by whose end the victim is told. */
  dueOn: string;
  /** The same for a victim with enhanced rights. Who has them is known to the force alone, so both days are given. */
  dueOnEnhanced: string;
  /** Years whose bank holidays are not known, so that the days may be too early. */
  unknownYears: number[];
  state: 'due' | 'told';
  told?: { by: { id: string; name: string }; at: string };
}

/**
 * The Victims' Code (England and Wales), Right 6: news of an investigation within 5 working days, within 1 for victims with enhanced rights. The Code names
 * arrests, charges and the like; what Fencewatch confirms is held to the same clock.
 */
const workingDays = { all: 5, enhanced: 1 };

export function updateOf(news: VictimNews, team: string): VictimUpdate {
  const at = new Date(news.at);
  const due = workingDaysAfter(at, workingDays.all);
  const soon = workingDaysAfter(at, workingDays.enhanced);
  return {
    ...news,
    id: updateId(news.event, news.caseId ?? news.reference),
    team,
    dueOn: due.day,
    dueOnEnhanced: soon.day,
    unknownYears: due.unknownYears,
    state: 'due',
  };
}

/** `of`: id of the Case, or the record's reference. One of a kind for each: a listing that goes, comes back and goes again is told of once. */
export function updateId(event: VictimEvent, of: string): string {
  const digest = createHash('sha256').update(JSON.stringify([event, of]));
  return `V-${digest.digest('base64url').slice(0, 20)}`;
}

/** `today`: a day in the United Kingdom. */
export function isOverdue({ state, dueOn }: Pick<VictimUpdate, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'due' && today > dueOn;
}
