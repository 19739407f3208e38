import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  paginateListSchedules,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Emulator } from './emulator.ts';

/** The keyword that EventBridge Scheduler replaces in an input (user guide, "Adding context attributes"). */
const keyword = '<aws.scheduler.scheduled-time>';
/** Schedules of the rehearsal fire every minute. */
const everyMs = 15_000;

/** The emulator fires schedules and leaves the keyword for the scheduled time as it stands; this writes the time in until `signal` ends it. */
export async function fillInScheduledTime({ url, region, credentials }: Emulator, signal: AbortSignal): Promise<void> {
  const client = new SchedulerClient({ endpoint: url, region, credentials });
  const schedules = await schedulesThatNameTheTime(client);
  while (!signal.aborted) {
    for (const schedule of schedules) await client.send(new UpdateScheduleCommand(atThisMinute(schedule)));
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function schedulesThatNameTheTime(client: SchedulerClient): Promise<GetScheduleCommandOutput[]> {
  const found: GetScheduleCommandOutput[] = [];
  for await (const { Schedules = [] } of paginateListSchedules({ client }, {})) {
    for (const { Name, GroupName } of Schedules) {
      const schedule = await client.send(new GetScheduleCommand({ Name, GroupName }));
      if (schedule.Target?.Input?.includes(keyword)) found.push(schedule);
    }
  }
  return found;
}

function atThisMinute({ Name, GroupName, ScheduleExpression, FlexibleTimeWindow, State, Target }: GetScheduleCommandOutput) {
  const minute = `${new Date().toISOString().slice(0, 16)}:00Z`;
  const filled = Target && { ...Target, Input: Target.Input?.replaceAll(keyword, minute) };
  return { Name, GroupName, ScheduleExpression, FlexibleTimeWindow, State, Target: filled };
}
