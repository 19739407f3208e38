import { CfnOutput } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';
import { OfficerSignIn } from './officer-sign-in.ts';
import { pageFiles } from './page-files.ts';

/** What functions/console/assets.ts reads beside the code. */
const assets: ExtraFile[] = [{ from: 'functions/console/assets', to: 'assets' }, ...pageFiles];

/**
 * The review console at an address of an HTTP API, and who may sign in to it. An API rather than a function URL: the user pool must know the address
 * and the function must know the user pool, and an API has its address before it has its function.
 */
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
    const api = new HttpApi(this, 'Api', { description: 'Review console', createDefaultStage: false });
    // Far above what a force's officers ask for; an address that anyone can reach should not be able to run up a bill.
    api.addStage('Stage', { stageName: '$default', autoDeploy: true, throttle: { rateLimit: 50, burstLimit: 100 } });
    api.addRoutes({ path: '/{proxy+}', integration: new HttpLambdaIntegration('Pages', this.function) });
    new OfficerSignIn(this, 'SignIn').admitTo(this.function, api.apiEndpoint);
    new CfnOutput(this, 'Url', { value: api.apiEndpoint, description: 'Review console' });
  }
}
