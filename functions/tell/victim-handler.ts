import * as z from 'zod';
import { createEventBridgeClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEventBus } from '../../shared/aws/event-bus.ts';
import { updateIn, victimStreamSchema } from './victim-update.ts';

const config = readConfig(process.env, ['EVENT_BUS']);
const bus = createEventBus({ client: createEventBridgeClient(), bus: config.EVENT_BUS });
const eventSchema = z.object({ Records: z.array(victimStreamSchema) });

/** Fed by the stream of the `cases` table. What fails is read again from the stream, so an update may be told twice and is never left out. */
export async function handler(event: unknown): Promise<{ batchItemFailures: [] }> {
  const updates = eventSchema.parse(event).Records.flatMap((record) => updateIn(record) ?? []);
  await bus.tell('Victim update due', updates);
  return { batchItemFailures: [] };
}
