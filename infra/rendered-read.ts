import { Size } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import type { MonitorFunctionProps } from './monitor-function.ts';
import { QueueFunction } from './queue-function.ts';

/** Where Lambda unpacks a bundle. */
const root = '/var/task';
const chromiumFolder = 'chromium';

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
      memoryMb: 2048,
      mostAtOnce: 5,
      // The package holds a Chromium for x86-64 alone; unpacked it takes about 250 MB of /tmp.
      architecture: Architecture.X86_64,
      ephemeralStorageSize: Size.mebibytes(1024),
      files: [...files, { from: 'node_modules/@sparticuz/chromium/bin', to: chromiumFolder }],
      wholePackages: ['playwright-core'],
    });
    this.function.set('CHROMIUM_FILES', `${root}/${chromiumFolder}`);
  }
}
