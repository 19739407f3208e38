import * as z from 'zod';
import { createEventBridgeClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEventBus } from '../../shared/aws/event-bus.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { changeIn, streamRecordSchema } from './case-change.ts';
import { countChanges } from './count-changes.ts';

const config = readConfig(process.env, ['EVENT_BUS', 'STAGE']);
const bus = createEventBus({ client: createEventBridgeClient(), bus: config.EVENT_BUS });
const metrics = createMetrics({ stage: config.STAGE });
const eventSchema = z.object({ Records: z.array(streamRecordSchema) });

/** Fed by the stream of the `cases` table. What fails is read again from the stream, so a change may be told twice and is never left out. */
export async function handler(event: unknown): Promise<{ batchItemFailures: [] }> {
  const changes = eventSchema.parse(event).Records.flatMap((record) => changeIn(record) ?? []);
  await bus.tell('Case state changed', changes);
  countChanges(changes, metrics);
  metrics.publish();
  return { batchItemFailures: [] };
}
