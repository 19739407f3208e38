import { Construct } from 'constructs';
import type { Source } from '../shared/sources/source.ts';
import type { ExtraFile } from './bundling.ts';
import { DeadLetters } from './dead-letters.ts';
import { MonitorFunction } from './monitor-function.ts';
import { SourceSchedules } from './source-schedules.ts';

/** The function that schedules fire: an event that it could not handle waits among its dead letters. */
export class OpenScan extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, { sources, files }: { sources: readonly Source[]; files: readonly ExtraFile[] }) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', { what: 'Schedules that should have opened a scan' });
    this.function = new MonitorFunction(this, 'Function', {
      folder: 'open-scan',
      description: 'Opens the scan of a source and asks for its first search pages',
      timeoutSeconds: 30,
      memoryMb: 512,
      deadLetterQueue: deadLetters,
      files,
    });
    new SourceSchedules(this, 'Schedules', { sources, openScan: this.function, deadLetters });
  }
}
