import type { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import type { MonitorFunctionProps } from './monitor-function.ts';
import { QueueFunction } from './queue-function.ts';
import { tellWhereBrowserIs, withBrowser } from './with-browser.ts';

export interface RenderedReadProps extends Pick<MonitorFunctionProps, 'environmentEncryption'> {
  files: readonly ExtraFile[];
}

/** functions/read a second time, for pages that a browser has to draw: more memory, its own queue, one page at a time. */
export class RenderedRead extends QueueFunction {
  constructor(scope: Construct, id: string, { files, ...options }: RenderedReadProps) {
    super(scope, id, {
      ...options,
      queue: 'read-rendered',
      folder: 'read',
      handlerFile: 'rendered-handler.ts',
      description: 'Draws a listing page in a browser and keeps what it says',
      mostAtOnce: 5,
      ...withBrowser(files),
    });
    tellWhereBrowserIs(this.function);
  }
}
