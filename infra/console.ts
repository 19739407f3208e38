import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import { HttpFront } from './http-front.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';
import { OfficerSignIn } from './officer-sign-in.ts';
import { pageFiles } from './page-files.ts';

/** What functions/console/assets.ts reads beside the code. */
const assets: ExtraFile[] = [{ from: 'functions/console/assets', to: 'assets' }, ...pageFiles];

/** The review console at an address of its own, and who may sign in to it. */
export class Console extends Construct {
  readonly function: MonitorFunction;

  constructor(
    scope: Construct,
    id: string,
    { files, ...options }: { files: readonly ExtraFile[] } & Pick<MonitorFunctionProps, 'environmentEncryption'>,
  ) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      ...options,
      folder: 'console',
      description: 'Shows cases, records and scans to officers',
      timeoutSeconds: 15,
      memoryMb: 1024,
      files: [...files, ...assets],
    });
    const { address } = new HttpFront(this, 'Front', {
      what: 'Review console',
      answers: this.function,
      // Far above what a force's officers ask for.
      throttle: { rateLimit: 50, burstLimit: 100 },
      openBecause:
        'The function itself signs officers in and sends browsers to the sign-in page, which an authorizer cannot; without a session it shows nothing else.',
    });
    new OfficerSignIn(this, 'SignIn').admitTo(this.function, address);
    new CfnOutput(this, 'Url', { value: address, description: 'Review console' });
  }
}
