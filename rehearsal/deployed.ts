/** The deployed stack as its functions know it: the names of tables, queues and buckets stand in their environments. */

import { CloudWatchClient, GetMetricStatisticsCommand, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { InvokeCommand, LambdaClient, paginateListFunctions, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, paginateListQueues } from '@aws-sdk/client-sqs';
import { openStores, type Stores } from '../local/stores.ts';
import type { Emulator } from './emulator.ts';

export interface Deployed {
  stores: Stores;
  /** Names of the two tables that are throttled. */
  tables: { listings: string; records: string };
  /** Names of the functions. */
  functions: string[];
  alarms(): Promise<MetricAlarm[]>;
  /** The alarm of this metric that is about `subject`: a queue, a function or a table, by its name or the part of the stack that is in it. */
  alarmOf(metric: string, subject: string): Promise<MetricAlarm>;
  /** What the metric of an alarm came to in the last quarter of an hour. */
  measured(alarm: MetricAlarm): Promise<number>;
  /** Starts the function of a part of the stack and waits for what it says. */
  invoke(part: string, event: object): Promise<string>;
  /** How many messages lie in all dead-letter queues of the stack, those of schedules among them. */
  deadLetters(): Promise<number>;
}

/**
 * Finds everything, and lets the functions that visit platforms fetch from `networks`: the demo marketplace stands on loopback, which
 * they refuse on AWS. That is the only difference from what was deployed.
 */
export async function findDeployed(emulator: Emulator, { networks }: { networks: string }): Promise<Deployed> {
  const { url: endpoint, region, credentials } = emulator;
  const at = { endpoint, region, credentials };
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
  const stores = openStores({ TEAM: 'default', ...environment, ...emulator.environment, ...Object.fromEntries(services) });
  async function alarms(): Promise<MetricAlarm[]> {
    const all: MetricAlarm[] = [];
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudWatch }, {})) all.push(...MetricAlarms);
    return all;
  }
  return {
    stores,
    tables: { listings: environment['LISTINGS_TABLE'] ?? '', records: environment['RECORDS_TABLE'] ?? '' },
    functions,
    alarms,
    async alarmOf(metric, subject) {
      const about = ({ MetricName, Dimensions = [] }: MetricAlarm) =>
        MetricName === metric && Dimensions.some(({ Value = '' }) => Value.includes(subject));
      const alarm = (await alarms()).find(about);
      if (alarm === undefined) throw new Error(`No alarm watches ${metric} of ${subject}`);
      return alarm;
    },
    async measured({ Namespace, MetricName, Dimensions }) {
      const [StartTime, EndTime] = [new Date(Date.now() - 900_000), new Date(Date.now() + 60_000)];
      const asked = { Namespace, MetricName, Dimensions, StartTime, EndTime, Period: 60, Statistics: ['Sum' as const] };
      const { Datapoints = [] } = await cloudWatch.send(new GetMetricStatisticsCommand(asked));
      return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
    },
    async invoke(part, event) {
      const FunctionName = functions.find((name) => name.includes(`-${part}Function`));
      const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
      return Buffer.from(Payload ?? []).toString();
    },
    async deadLetters() {
      let count = 0;
      for await (const { QueueUrls = [] } of paginateListQueues({ client: stores.sqs }, {})) {
        for (const QueueUrl of QueueUrls.filter((url) => url.includes('DeadLetters'))) {
          const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
          count += Number((await stores.sqs.send(asked)).Attributes?.['ApproximateNumberOfMessages']);
        }
      }
      return count;
    },
  };
}
