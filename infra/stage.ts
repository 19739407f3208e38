import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** What differs between a deployment that officers work with and one that is tried out and thrown away. All else is the same, so that `dev` shows what `prod` will do. */
export interface Stage {
  name: 'dev' | 'prod';
  /** Tables, buckets and officers outlive the stack and cannot be deleted by accident. */
  keepsData: boolean;
  removalPolicy: RemovalPolicy;
  logRetention: RetentionDays;
  /** Of shared/aws/log.ts; identifiers are masked at every level. */
  logLevel: 'DEBUG' | 'INFO';
  /** Governance mode: a court order can still be followed, by somebody with a right that no part of the stack has. */
  daysOfSeals: number;
}

const stages: readonly Stage[] = [
  {
    name: 'prod',
    keepsData: true,
    removalPolicy: RemovalPolicy.RETAIN,
    logRetention: RetentionDays.THREE_MONTHS,
    logLevel: 'INFO',
    daysOfSeals: 7 * 365,
  },
  {
    name: 'dev',
    keepsData: false,
    removalPolicy: RemovalPolicy.DESTROY,
    logRetention: RetentionDays.ONE_WEEK,
    logLevel: 'DEBUG',
    daysOfSeals: 1,
  },
];

/** The stage that the context names (`cdk deploy -c stage=dev`); `prod` when it names none, since forgetting a flag must not drop a protection. */
export function stageOf(scope: Construct): Stage {
  const name: unknown = scope.node.tryGetContext('stage') ?? 'prod';
  const stage = stages.find((each) => each.name === name);
  if (stage === undefined)
    throw new Error(`There is no stage ${JSON.stringify(name)}. The stages are ${stages.map((each) => each.name).join(', ')}.`);
  return stage;
}
