import { Size } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { ExtraFile, UnbundledPackage } from './bundling.ts';
import type { MonitorFunction } from './monitor-function.ts';

/** Beside the code. */
const chromiumFolder = 'chromium';

/** What a function that opens a browser needs: room, and the packed Chromium of @sparticuz/chromium, which is for x86-64 alone. */
export function withBrowser(files: readonly ExtraFile[]) {
  return {
    memoryMb: 2048,
    architecture: Architecture.X86_64,
    // Unpacked it takes about 250 MB of /tmp.
    ephemeralStorageSize: Size.mebibytes(1024),
    files: [...files, { from: 'node_modules/@sparticuz/chromium/bin', to: chromiumFolder }],
    wholePackages: ['playwright-core'] satisfies UnbundledPackage[],
  };
}

export function tellWhereBrowserIs(user: MonitorFunction): void {
  user.set('CHROMIUM_FILES', `/var/task/${chromiumFolder}`);
}
