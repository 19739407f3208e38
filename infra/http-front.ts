import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpRoute, HttpRouteKey, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';
import { OperatorAlarm } from './operator-alarm.ts';
import { stageOf } from './stage.ts';

export interface HttpFrontProps {
  /** What is behind it, for people: "Review console". */
  what: string;
  answers: MonitorFunction;
  /** Requests a second, and at once, above which API Gateway answers 429 by itself: an address that anyone can reach should not be able to run up a bill. */
  throttle: { rateLimit: number; burstLimit: number };
  /** Why the gateway asks nobody who they are. */
  openBecause: string;
}

/**
 * A function at an address of its own. All paths lead to it. An API rather than a function URL: a function may have to know the address, and an API has
 * its address before it has its function.
 */
export class HttpFront extends Construct {
  /** `https://a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com`, without a slash. */
  readonly address: string;
  readonly answers: MonitorFunction;

  constructor(scope: Construct, id: string, { what, answers, throttle, openBecause }: HttpFrontProps) {
    super(scope, id);
    this.answers = answers;
    const api = new HttpApi(this, 'Api', { description: what, createDefaultStage: false });
    const accessLog = new LogGroup(this, 'AccessLog', { retention: stageOf(this).logRetention, removalPolicy: RemovalPolicy.DESTROY });
    api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLogFormat },
    });
    const route = new HttpRoute(this, 'All', {
      httpApi: api,
      integration: new HttpLambdaIntegration('Pages', answers),
      // The address itself too, which `/{proxy+}` does not promise to match.
      routeKey: HttpRouteKey.DEFAULT,
    });
    Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openBecause });
    Validations.of(answers).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Invoked by API Gateway, which waits for the answer and says so when there is none: there is no event to park.',
    });
    new OperatorAlarm(this, 'Failing', {
      says: `${what}: people meet error pages instead of what they asked for.`,
      section: 'Error pages',
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      evaluationPeriods: 2,
    });
    this.address = api.apiEndpoint;
  }
}

/** Not the path: it may hold a link's key or name a case, and the audit log says who opened what. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    address: '$context.identity.sourceIp',
    method: '$context.httpMethod',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    error: '$context.integrationErrorMessage',
  }),
);
