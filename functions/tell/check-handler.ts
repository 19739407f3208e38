import * as z from 'zod';
import { createEventBridgeClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEventBus } from '../../shared/aws/event-bus.ts';
import { checkChangeIn, checkStreamSchema } from './check-change.ts';

const config = readConfig(process.env, ['EVENT_BUS']);
const bus = createEventBus({ client: createEventBridgeClient(), bus: config.EVENT_BUS });
const eventSchema = z.object({ Records: z.array(checkStreamSchema) });

/** Fed by the stream of the `checks` table. What fails is read again from the stream, so an event may be told twice and is never left out. */
export async function handler(event: unknown): Promise<{ batchItemFailures: [] }> {
  const changes = eventSchema.parse(event).Records.map(checkChangeIn);
  await bus.tell(
    'Checked device is looked for',
    changes.flatMap(({ hit }) => hit ?? []),
  );
  await bus.tell(
    'Check client held',
    changes.flatMap(({ held }) => held ?? []),
  );
  return { batchItemFailures: [] };
}
