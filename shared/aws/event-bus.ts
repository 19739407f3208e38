/** Tells other systems of the account what happened, on an EventBridge bus; rules of theirs choose what they hear. */

import { PutEventsCommand, type PutEventsCommandOutput, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { eventSource } from './event-source.ts';

/** Of one call (EventBridge API reference, PutEvents). */
const eventsPerCall = 10;

/** The one call of `EventBridgeClient` that is made. */
interface EventTaker {
  send(command: PutEventsCommand): Promise<PutEventsCommandOutput>;
}

export function createEventBus({ client, bus }: { client: EventTaker; bus: string }) {
  /** Throws when the bus did not take one of them; the others may have been told by then. */
  async function tell(detailType: string, details: readonly object[]): Promise<void> {
    const entries = details.map((detail) => entryOf(detailType, detail, bus));
    for (let from = 0; from < entries.length; from += eventsPerCall) {
      const { FailedEntryCount = 0, Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: entries.slice(from, from + eventsPerCall) }),
      );
      if (FailedEntryCount === 0) continue;
      const faults = Entries.flatMap(({ ErrorCode, ErrorMessage }) =>
        ErrorCode === undefined ? [] : `${ErrorCode}: ${ErrorMessage ?? 'no message'}`,
      );
      throw new Error(`${FailedEntryCount} events were not taken by the bus ${bus}: ${faults.join('; ')}`);
    }
  }

  return { tell };
}

function entryOf(detailType: string, detail: object, bus: string): PutEventsRequestEntry {
  return { EventBusName: bus, Source: eventSource, DetailType: detailType, Detail: JSON.stringify(detail) };
}
