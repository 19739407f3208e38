import { CfnOutput } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ExtraFile } from './bundling.ts';
import { MonitorFunction } from './monitor-function.ts';

/** What functions/console/assets.ts reads beside the code. */
const assets: ExtraFile[] = [
  { from: 'functions/console/assets', to: 'assets' },
  { from: 'node_modules/govuk-frontend/package.json', to: 'node_modules/govuk-frontend/package.json' },
  {
    from: 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css',
    to: 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css',
  },
];

/** The review console behind an address that answers only to requests signed by an IAM principal of the account. */
export class Console extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, { files }: { files: readonly ExtraFile[] }) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      folder: 'console',
      description: 'Shows cases, records and scans to officers',
      timeoutSeconds: 15,
      memoryMb: 1024,
      files: [...files, ...assets],
    });
    const url = this.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    new CfnOutput(this, 'Url', { value: url.url, description: 'Review console; every request must be signed (AWS Signature Version 4)' });
  }
}
