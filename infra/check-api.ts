import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { HttpFront } from './http-front.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';

/** The check API at an address of its own, for platforms and shops with a key. */
export class CheckApi extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, options: Pick<MonitorFunctionProps, 'environmentEncryption'>) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      ...options,
      folder: 'check',
      description: 'Says of a device whether it is reported stolen, to platforms and shops',
      // A batch of 1,000 rows; the API itself gives up after 30 seconds.
      timeoutSeconds: 29,
      memoryMb: 1024,
    });
    const { address } = new HttpFront(this, 'Front', {
      what: 'Check API',
      answers: this.function,
      throttle: { rateLimit: 50, burstLimit: 100 },
      openBecause:
        'The function itself asks for the key of a declared client, whose budget it counts; without one it shows its public keys and its description.',
    });
    new CfnOutput(this, 'Url', { value: address, description: 'Check API' });
  }
}
