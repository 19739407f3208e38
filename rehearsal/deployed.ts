/** The deployed stack as its functions know it: the names of tables, queues and buckets stand in their environments. */

import { CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { LambdaClient, paginateListFunctions, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { openStores, type Stores } from '../local/stores.ts';
import type { Emulator } from './emulator.ts';

export interface Deployed {
  stores: Stores;
  /** Names of the functions. */
  functions: string[];
  alarms(): Promise<MetricAlarm[]>;
}

/**
 * Finds everything, and lets the functions that visit platforms fetch from `networks`: the demo marketplace stands on loopback, which
 * they refuse on AWS. That is the only difference from what was deployed.
 */
export async function findDeployed(emulator: Emulator, { networks }: { networks: string }): Promise<Deployed> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = emulator.environment;
  const at = { endpoint: emulator.url, region: emulator.region, credentials: { accessKeyId, secretAccessKey } };
  const lambda = new LambdaClient(at);
  const cloudWatch = new CloudWatchClient(at);
  const environment: Record<string, string> = {};
  const functions: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName: name = '', Environment: { Variables: variables = {} } = {} } of Functions) {
      functions.push(name);
      Object.assign(environment, variables);
      if (variables['OPERATOR_NAME'] === undefined) continue;
      const Variables = { ...variables, ALLOWED_PRIVATE_NETWORKS: networks };
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
    }
  }
  const services = ['DYNAMODB', 'SQS', 'S3'].map((service) => [`AWS_ENDPOINT_URL_${service}`, emulator.url]);
  return {
    stores: openStores({ TEAM: 'default', ...environment, ...emulator.environment, ...Object.fromEntries(services) }),
    functions,
    async alarms() {
      const all: MetricAlarm[] = [];
      for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudWatch }, {})) all.push(...MetricAlarms);
      return all;
    },
  };
}
