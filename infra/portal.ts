import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import { HttpFront } from './http-front.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';
import { pageFiles } from './page-files.ts';

/** What functions/portal/assets.ts reads beside the code. */
const assets: ExtraFile[] = [{ from: 'functions/portal/assets', to: 'assets' }, ...pageFiles];

/** Where platforms see their notices and answer: an address, a function and rights of its own, none of them the console's. */
export class Portal extends Construct {
  readonly function: MonitorFunction;
  readonly url: string;

  constructor(scope: Construct, id: string, options: Pick<MonitorFunctionProps, 'environmentEncryption'>) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      ...options,
      folder: 'portal',
      description: 'Shows platforms their notices and takes their answers',
      timeoutSeconds: 15,
      memoryMb: 1024,
      files: assets,
    });
    const { address } = new HttpFront(this, 'Front', {
      what: 'Portal of platforms',
      answers: this.function,
      // A desk of a few people and a program that answers in batches of fifty.
      throttle: { rateLimit: 20, burstLimit: 40 },
      openBecause:
        'Platforms have no accounts: the function itself reads the signed link that each path begins with, and shows nothing without one.',
    });
    this.url = address;
    new CfnOutput(this, 'Url', { value: address, description: 'Portal of platforms' });
  }
}
