import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { describe, expect, test } from 'vitest';
import {
  buckets as bucketDefinitions,
  clocks,
  type QueueDefinition,
  queues,
  type TableDefinition,
  tables,
  visibilitySeconds,
} from '../../shared/aws/resources.ts';
import { roles } from '../../shared/domain/person.ts';
import { clockEventSchema, scheduledScanSchema } from '../../shared/messages.ts';
import { monitorTemplate, type Resource, resourcesOf, sourceNamed } from '../support/monitor-template.ts';

const template = monitorTemplate({ sources: [sourceNamed('market'), sourceNamed('asleep', { enabled: false, disabledBecause: 'terms' })] });
const functions = resourcesOf(template, 'AWS::Lambda::Function');
const allQueues = resourcesOf(template, 'AWS::SQS::Queue');
const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');

/** The logical id that `{ Ref }` or `{ 'Fn::GetAtt': [id, …] }` names. */
function named(reference: { Ref?: string; 'Fn::GetAtt'?: string[] }): string | undefined {
  return reference.Ref ?? reference['Fn::GetAtt']?.[0];
}

function byId(resources: Resource[], id: string | undefined): Resource {
  const found = resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`The template has no ${id}`);
  return found;
}

describe('queues', () => {
  const fed = mappings
    .filter(({ properties }) => properties['StartingPosition'] === undefined)
    .map((mapping) => ({
      mapping,
      queue: byId(allQueues, named(mapping.properties['EventSourceArn'])),
      fn: byId(functions, named(mapping.properties['FunctionName'])),
    }));

  test.each(Object.entries<QueueDefinition>(queues))('%s stands as it is defined, with its own dead-letter queue', (name, definition) => {
    const { mapping, queue, fn } = fed.find(({ queue: { id } }) => id.toLowerCase().startsWith(`${name.replace('-', '')}queue`)) ?? {};
    const redrive = queue?.properties['RedrivePolicy'];
    const deadLetters = byId(allQueues, named(redrive.deadLetterTargetArn));
    // Lambda's advice: what it cannot take while the account is busy counts as a delivery.
    expect(redrive.maxReceiveCount).toBeGreaterThanOrEqual(Math.max(5, definition.maxReceives + 1));
    expect([queue?.properties['FifoQueue'] ?? false, deadLetters.properties['FifoQueue'] ?? false]).toEqual([
      definition.fifo,
      definition.fifo,
    ]);
    expect(deadLetters.properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    expect(queue?.properties['VisibilityTimeout']).toBe(visibilitySeconds(definition));
    expect(mapping?.properties['BatchSize']).toBe(definition.batchSize);
    expect(fn?.properties['Environment'].Variables[`${name.toUpperCase().replace('-', '_')}_DLQ_URL`]).toEqual({ Ref: deadLetters.id });
  });

  test('hide a message for at least six times as long as its function may run', () => {
    expect(fed.map(({ queue, fn }) => queue.properties['VisibilityTimeout'] >= 6 * fn.properties['Timeout'])).toEqual(fed.map(() => true));
  });

  test('hand back only the messages that failed', () => {
    expect(mappings.map(({ properties }) => properties['FunctionResponseTypes'])).toEqual(mappings.map(() => ['ReportBatchItemFailures']));
  });

  test('may be fed by their own function beyond sixteen messages in a row where a search page asks for the next, and nowhere else', () => {
    const looping = functions.filter(({ properties }) => properties['RecursiveLoop'] !== undefined);
    expect(looping.map(({ id, properties }) => [id, properties['RecursiveLoop']])).toEqual([
      [expect.stringMatching(/^ScanFunction/), 'Allow'],
    ]);
  });

  test('are encrypted and refuse plain HTTP', () => {
    expect(allQueues.filter(({ properties }) => properties['SqsManagedSseEnabled'] !== true)).toEqual([]);
    const guarded = resourcesOf(template, 'AWS::SQS::QueuePolicy').filter(({ properties }) =>
      refusesPlainHttp(properties['PolicyDocument']),
    );
    expect(guarded.flatMap(({ properties }) => properties['Queues'].map(named)).sort()).toEqual(allQueues.map(({ id }) => id).sort());
  });

  test('raise an alarm when a message is parked', () => {
    const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['MetricName'] === 'ApproximateNumberOfMessagesVisible' && properties['Threshold'] === 1)
      .map(({ properties }) => properties['Dimensions'][0].Value['Fn::GetAtt'][0]);
    const parking = allQueues
      .filter(({ properties }) => properties['RedrivePolicy'])
      .map(({ properties }) => named(properties['RedrivePolicy'].deadLetterTargetArn));
    expect(watched).toEqual(expect.arrayContaining(parking));
  });
});

test('pages that a browser draws are read by a function of their own, with the browser beside it as beside the one that captures', () => {
  const [reader] = functions.filter(({ id }) => id.startsWith('ReadRendered'));
  expect(reader?.properties).toMatchObject({ Architectures: ['x86_64'], MemorySize: 2048, EphemeralStorage: { Size: 1024 }, Timeout: 120 });
  expect(reader?.properties['Environment'].Variables.CHROMIUM_FILES).toBe('/var/task/chromium');
  expect(functions.filter(({ properties }) => properties['Environment'].Variables.CHROMIUM_FILES !== undefined)).toHaveLength(2);
});

describe('tables', () => {
  const made = resourcesOf(template, 'AWS::DynamoDB::GlobalTable');

  test.each(Object.entries<TableDefinition>(tables))(
    '%s stands as it is defined, can be restored and not be deleted',
    (name, definition) => {
      const table = made.find(({ id }) => id.toLowerCase().startsWith(`data${name}`));
      expect(table?.properties['KeySchema'].map((key: { AttributeName: string }) => key.AttributeName)).toEqual(['pk', 'sk']);
      expect(table?.properties['TimeToLiveSpecification']?.AttributeName).toBe(definition.timeToLive);
      const indexes: { IndexName: string }[] = table?.properties['GlobalSecondaryIndexes'] ?? [];
      expect(indexes.map(({ IndexName }) => IndexName)).toEqual(definition.indexes.map((index) => index.name));
      const [replica] = table?.properties['Replicas'] ?? [];
      expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
      expect(replica.DeletionProtectionEnabled).toBe(true);
      expect(table?.properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      expect(table?.properties['StreamSpecification']?.StreamViewType).toBe(definition.streamed ? 'NEW_AND_OLD_IMAGES' : undefined);
      expect(table?.policy).toBe('Retain');
    },
  );
});

test('every change of a case is told to the event bus, and nothing of the rows beside the cases', () => {
  const [mapping] = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(({ properties }) => properties['StartingPosition']);
  expect(mapping?.properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 20,
  });
  expect(JSON.parse(mapping?.properties['FilterCriteria'].Filters[0].Pattern)).toEqual({
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { Keys: { sk: { S: ['CASE'] } } },
  });
  expect(mapping?.properties['DestinationConfig'].OnFailure.Destination).toBeDefined();
});

test('a stream has two readers at most, who tell nothing in another’s name', () => {
  const streams = mappings.flatMap(({ properties }) =>
    properties['StartingPosition'] ? [JSON.stringify(properties['EventSourceArn'])] : [],
  );
  for (const stream of streams) expect(streams.filter((each) => each === stream).length).toBeLessThanOrEqual(2);
  const telling = resourcesOf(template, 'AWS::IAM::Policy')
    .flatMap(({ properties }) => properties['PolicyDocument'].Statement)
    .filter(({ Action }) => Action === 'events:PutEvents');
  expect(telling.map(({ Condition }) => Condition)).toEqual(
    streams.map(() => ({ 'ForAllValues:StringEquals': { 'events:source': 'fencewatch' } })),
  );
});

test('news that victims are owed is told out of the same stream, and nothing else of the table', () => {
  const [, , mapping] = mappings.filter(({ properties }) => properties['StartingPosition']);
  const patterns = mapping?.properties['FilterCriteria'].Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern).dynamodb);
  expect(patterns).toEqual([{ Keys: { sk: { S: ['VICTIM-UPDATE'] } } }]);
});

describe('the check API', () => {
  test('reads records and the index, counts in its own table, appends to the audit, and reaches nothing else', () => {
    const [policy] = resourcesOf(template, 'AWS::IAM::Policy').filter(({ id }) => id.startsWith('CheckFunction'));
    const statements: { Action: string | string[]; Resource: unknown }[] = policy?.properties['PolicyDocument'].Statement;
    const onTable = (name: string) =>
      statements.filter(({ Resource }) => JSON.stringify(Resource).includes(`"Data${name}`)).flatMap(({ Action }) => Action);
    expect(onTable('Checks').toSorted()).toEqual([...reading, 'dynamodb:PutItem', 'dynamodb:UpdateItem'].toSorted());
    for (const name of ['Identifiers', 'Records']) expect(onTable(name).toSorted()).toEqual(reading.toSorted());
    expect(onTable('Audit')).toEqual(['dynamodb:PutItem']);
    const others = statements.flatMap(({ Action }) => Action).filter((action) => !/^(?:dynamodb|xray):/.test(action));
    expect(others.toSorted()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  test('tells its hits and the clients that are held out of the stream of its table', () => {
    const [, mapping] = mappings.filter(({ properties }) => properties['StartingPosition']);
    const patterns = mapping?.properties['FilterCriteria'].Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern).dynamodb);
    expect(patterns).toEqual([
      { NewImage: { hitPk: { S: [{ exists: true }] } } },
      { NewImage: { held: { M: { since: { S: [{ exists: true }] } } } } },
    ]);
  });

  const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
});

describe('buckets', () => {
  const buckets = resourcesOf(template, 'AWS::S3::Bucket');

  test('are private, encrypted and outlive the stack', () => {
    // One beside those of the system takes their access logs.
    expect(buckets).toHaveLength(Object.keys(bucketDefinitions).length + 1);
    for (const { properties, policy } of buckets) {
      expect(properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties['BucketEncryption'].ServerSideEncryptionConfiguration).toHaveLength(1);
      expect(policy).toBe('Retain');
    }
  });

  test('forget in the end what somebody deleted or wrote over', () => {
    for (const { properties } of buckets.filter(({ properties: { VersioningConfiguration } }) => VersioningConfiguration)) {
      const rules: Record<string, unknown>[] = properties['LifecycleConfiguration'].Rules;
      expect(rules.find((rule) => rule['NoncurrentVersionExpiration'] !== undefined)).toMatchObject({
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
        ExpiredObjectDeleteMarker: true,
      });
    }
  });

  test('lock the seals of the audit for seven years', () => {
    const [seals] = buckets.filter(({ id }) => id.startsWith('DataSeals'));
    expect(seals?.properties['ObjectLockConfiguration'].Rule).toEqual({ DefaultRetention: { Days: 2555, Mode: 'GOVERNANCE' } });
  });

  test('refuse plain HTTP', () => {
    const policies = resourcesOf(template, 'AWS::S3::BucketPolicy');
    expect(policies.filter(({ properties }) => refusesPlainHttp(properties['PolicyDocument']))).toHaveLength(buckets.length);
  });
});

describe('permissions', () => {
  interface Statement {
    Action: string | string[];
    Resource: unknown;
  }
  const statements: Statement[] = resourcesOf(template, 'AWS::IAM::Policy').flatMap(
    ({ properties }) => properties['PolicyDocument'].Statement,
  );
  const each = <Value>(value: Value | Value[]) => (Array.isArray(value) ? value : [value]);

  test('on the audit are to append and, for the seal, what victims hear, the figures and the console, to read', () => {
    const audit = resourcesOf(template, 'AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('DataAudit'))?.id ?? 'none';
    const onAudit = statements.filter(({ Resource }) => JSON.stringify(Resource).includes(audit));
    expect(onAudit.length).toBeGreaterThan(0);
    const done = new Set(onAudit.flatMap(({ Action }) => each(Action)));
    expect([...done].sort()).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    const readers = resourcesOf(template, 'AWS::IAM::Policy').filter(({ properties }) =>
      properties['PolicyDocument'].Statement.some(
        ({ Action, Resource }: Statement) => each(Action).includes('dynamodb:Query') && JSON.stringify(Resource).includes(audit),
      ),
    );
    expect(readers.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^Seal/),
      expect.stringMatching(/^Inform/),
      expect.stringMatching(/^Figures/),
      expect.stringMatching(/^Console/),
    ]);
  });

  test('name their actions', () => {
    expect(statements.flatMap(({ Action }) => each(Action)).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('name their resources, but for objects of a bucket, the sender of mails and traces, which have none', () => {
    const wild = statements.flatMap(({ Resource, Action }) =>
      each(Resource).map((resource) => ({ resource: JSON.stringify(resource), Action })),
    );
    const actions = wild.filter(({ resource }) => resource.includes('*')).flatMap(({ Action }) => each(Action));
    expect([...new Set(actions)].sort()).toEqual([
      's3:GetObject',
      's3:PutObject',
      's3:PutObjectLegalHold',
      'ses:SendEmail',
      'ses:SendRawEmail',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
    const onAll = statements.filter(({ Resource }) => each(Resource).includes('*')).flatMap(({ Action }) => each(Action));
    expect(new Set(onAll)).toEqual(new Set(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']));
  });

  test('to read a table through are the survey’s alone', () => {
    const scanning = resourcesOf(template, 'AWS::IAM::Policy').filter(({ properties }) =>
      JSON.stringify(properties['PolicyDocument']).includes('dynamodb:Scan'),
    );
    expect(scanning.map(({ id }) => id)).toEqual([expect.stringMatching(/^Survey/)]);
  });

  test('come from the stack alone: no role has a managed policy', () => {
    expect(resourcesOf(template, 'AWS::IAM::Role').filter(({ properties }) => properties['ManagedPolicyArns'])).toEqual([]);
  });
});

describe('schedules', () => {
  const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule');

  const ofSources = schedules.filter(({ properties }) => JSON.parse(properties['Target'].Input).source !== undefined);

  test('stand for each enabled source and for no other', () => {
    expect(ofSources.map(({ properties }) => [properties['ScheduleExpression'], JSON.parse(properties['Target'].Input).source])).toEqual([
      ['rate(15 minutes)', 'market'],
    ]);
    expect(ofSources[0]?.properties['FlexibleTimeWindow']).toEqual({ Mode: 'FLEXIBLE', MaximumWindowInMinutes: 3 });
  });

  test('start each function that has a clock, within a flexible window', () => {
    const ofClocks = schedules.filter((schedule) => !ofSources.includes(schedule));
    const minutes = Object.values(clocks).map(({ everyMinutes }) => Duration.minutes(everyMinutes));
    expect(ofClocks.map(({ properties }) => properties['ScheduleExpression']).sort()).toEqual(
      minutes.map((every) => ScheduleExpression.rate(every).expressionString).sort(),
    );
    for (const { properties } of ofClocks) {
      const byTheMinute = properties['ScheduleExpression'] === 'rate(1 minute)';
      expect(properties['FlexibleTimeWindow'].Mode).toBe(byTheMinute ? 'OFF' : 'FLEXIBLE');
      expect(clockEventSchema.safeParse(JSON.parse(filled(properties['Target'].Input))).success).toBe(true);
    }
  });

  test('send what open-scan understands once EventBridge has filled in the time', () => {
    const event = JSON.parse(filled(ofSources[0]?.properties['Target'].Input));
    expect(scheduledScanSchema.parse(event)).toEqual({ source: 'market', scheduledAt: '2026-11-22T10:00:00Z' });
  });

  test('park an event that cannot be delivered', () => {
    expect(schedules.filter(({ properties }) => properties['Target'].DeadLetterConfig?.Arn === undefined)).toEqual([]);
  });

  /** As EventBridge does. */
  function filled(input: string): string {
    return input.replace('<aws.scheduler.scheduled-time>', '2026-11-22T10:00:00Z');
  }
});

describe('alarms', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
  const ofSources = alarms.filter(({ properties }) => properties['Namespace'] === 'Fencewatch');

  test('go off for each enabled source that has no healthy scan, also when nothing runs at all', () => {
    const [notSeen, ...others] = ofSources.filter(({ properties }) => properties['MetricName'] === 'HealthyScans');
    expect(others).toEqual([]);
    expect(notSeen?.properties).toMatchObject({
      Dimensions: [
        { Name: 'service', Value: 'fencewatch' },
        { Name: 'source', Value: 'market' },
        { Name: 'stage', Value: 'prod' },
      ],
      ComparisonOperator: 'LessThanThreshold',
      EvaluationPeriods: 3,
      TreatMissingData: 'breaching',
      AlarmDescription: expect.stringMatching(/^market has had no healthy scan for 3 hours: .*A source that is not seen/),
    });
  });

  test('go off at once for a source that turns us away', () => {
    const [blocked] = ofSources.filter(({ properties }) => properties['MetricName'] === 'BlockedScans');
    expect(blocked?.properties).toMatchObject({ EvaluationPeriods: 1, Threshold: 1, TreatMissingData: 'notBreaching' });
  });

  test('all tell the on-call topic, when they go off and when they are over', () => {
    expect(alarms.filter(({ properties }) => properties['AlarmActions']?.length !== 1 || properties['OKActions']?.length !== 1)).toEqual(
      [],
    );
  });
});

describe('the on-call topic', () => {
  const [topicPolicy] = resourcesOf(template, 'AWS::SNS::TopicPolicy');
  const [topic] = resourcesOf(template, 'AWS::SNS::Topic');
  const key = byId(resourcesOf(template, 'AWS::KMS::Key'), named(topic?.properties['KmsMasterKeyId']));
  interface Allowed {
    Effect: string;
    /** Several where statements that say the same of them were made one. */
    Principal: { Service?: string | string[] };
    Action: string | string[];
    Condition?: object;
  }
  const allowedBy = (document: { Statement: Allowed[] }) =>
    document.Statement.filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.Service !== undefined);

  test('admits alarms and budgets of this account, which its own policy would shut out otherwise, and nobody else', () => {
    const admitted = allowedBy(topicPolicy?.properties['PolicyDocument']);
    expect(admitted.map(({ Principal, Action }) => [Principal.Service, Action])).toEqual([
      ['cloudwatch.amazonaws.com', 'sns:Publish'],
      ['budgets.amazonaws.com', 'sns:Publish'],
    ]);
    for (const { Condition } of admitted) {
      expect(Condition).toMatchObject({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
      expect(JSON.stringify(Condition)).toContain('aws:SourceArn');
    }
  });

  test('lets the same two use its key, for topics of this account', () => {
    const users = allowedBy(key.properties['KeyPolicy']);
    expect(users.map(({ Principal }) => Principal.Service).toSorted()).toEqual([['budgets.amazonaws.com', 'cloudwatch.amazonaws.com']]);
    for (const { Action, Condition } of users) {
      expect(Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
      expect(JSON.stringify(Condition)).toContain('kms:EncryptionContext:aws:sns:topicArn');
    }
  });
});

describe('every resource policy', () => {
  test('that lets a service in says on whose behalf', () => {
    const policies = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'].flatMap((type) =>
      resourcesOf(template, type),
    );
    const open = policies
      .flatMap(({ id, properties }) =>
        properties['PolicyDocument'].Statement.map((statement: object) => ({ id, text: JSON.stringify(statement) })),
      )
      .filter(({ text }) => text.includes('"Service"') && !text.includes('aws:SourceArn'));
    expect(open).toEqual([]);
    const roles = resourcesOf(template, 'AWS::IAM::Role').map(({ properties }) => JSON.stringify(properties['AssumeRolePolicyDocument']));
    expect(roles.filter((text) => !text.includes('lambda.amazonaws.com') && !text.includes('aws:SourceArn'))).toEqual([]);
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission');
    expect(permissions.filter(({ properties }) => properties['SourceArn'] === undefined)).toEqual([]);
  });
});

describe('the console', () => {
  test('and the check API have one front each, which slows whoever asks too much, and no other way in', () => {
    expect(resourcesOf(template, 'AWS::Lambda::Url')).toEqual([]);
    expect(resourcesOf(template, 'AWS::Lambda::Permission').filter(({ properties }) => properties['Principal'] === '*')).toEqual([]);
    const stages = resourcesOf(template, 'AWS::ApiGatewayV2::Stage').map(({ properties }) => properties['DefaultRouteSettings']);
    expect(stages).toEqual([
      { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
    ]);
  });

  test('admits officers that an administrator entered, with a second factor, one group a role', () => {
    const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool');
    expect(pool?.properties['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
    expect([pool?.properties['MfaConfiguration'], pool?.properties['EnabledMfas']]).toEqual(['ON', ['SOFTWARE_TOKEN_MFA']]);
    expect(pool?.policy).toBe('Retain');
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup').map(({ properties }) => properties['GroupName']);
    expect(groups.sort()).toEqual([...roles].sort());
  });

  test('lets no officer write the own team or roles, and ends a session after a shift', () => {
    const [client] = resourcesOf(template, 'AWS::Cognito::UserPoolClient');
    expect(client?.properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile'],
      WriteAttributes: ['email', 'name'],
      IdTokenValidity: 60,
      RefreshTokenValidity: 600,
      EnableTokenRevocation: true,
    });
    expect(JSON.stringify(client?.properties['CallbackURLs'])).toContain('/sign-in/done');
    expect(JSON.stringify(client?.properties['LogoutURLs'])).toContain('/signed-out');
  });
});

test('every path of a front, the address itself among them, leads to its function', () => {
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties['RouteKey']);
  expect(routes).toEqual(['$default', '$default', '$default']);
});

describe('the portal of platforms', () => {
  const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(({ id }) => id.startsWith('Portal'));
  const statements: { Action: string | string[]; Resource: unknown; Condition?: Record<string, Record<string, string[]>> }[] =
    policies.flatMap(({ properties }) => properties['PolicyDocument'].Statement);
  const allowed = (text: string) => statements.filter((statement) => JSON.stringify(statement.Resource).includes(text));

  test('reaches notices, what belongs to them and escalations, adds to them, reads the public figures, and reaches no case, record, listing or number', () => {
    const onCases = allowed('DataCases');
    const onPartitions = onCases.map(({ Action, Condition }) => [Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'], Action]);
    const reading = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
    expect(onPartitions).toEqual([
      [
        ['NOTICE#*', 'PLATFORM#*', 'ESCALATION#*'],
        ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      ],
      [['FIGURES#*'], reading],
    ]);
    for (const other of ['DataRecords', 'DataListings', 'DataIdentifiers', 'index/']) expect(allowed(other)).toEqual([]);
    expect(allowed('DataAudit').map(({ Action }) => Action)).toEqual(['dynamodb:PutItem']);
  });

  test('reads captures and nothing else of the evidence', () => {
    const onEvidence = allowed('DataEvidence');
    expect(onEvidence.map(({ Action }) => Action)).toEqual(['s3:GetObject']);
    expect(JSON.stringify(onEvidence[0]?.Resource)).toContain('/cases/*');
  });

  test('has an address that notices carry, and a key that is a reference, told to it and to who sends', () => {
    const holders = functions.filter(({ properties }) => properties['Environment'].Variables.PORTAL_KEY !== undefined);
    expect(holders.map(({ id }) => id).sort()).toEqual([expect.stringMatching(/^Deliver/), expect.stringMatching(/^Portal/)]);
    for (const { properties } of holders) {
      expect(JSON.stringify(properties['Environment'].Variables.PORTAL_KEY)).toContain('{{resolve:secretsmanager:');
      expect(properties['KmsKeyArn']).toBeDefined();
    }
    expect(JSON.stringify(holders[0]?.properties['Environment'].Variables.PORTAL_URL)).toContain('PortalFront');
  });

  test('writes no path into a log: it holds the link', () => {
    const formats = resourcesOf(template, 'AWS::ApiGatewayV2::Stage').map(({ properties }) => properties['AccessLogSettings'].Format);
    expect(formats.filter((format: string) => /path|route|resource/i.test(format))).toEqual([]);
  });
});

test('the key of the identifiers is a reference in an encrypted environment of the three functions that need it', () => {
  const holders = functions.filter(({ properties }) => properties['Environment'].Variables.IDENTIFIER_KEY !== undefined);
  expect(holders.map(({ id }) => id)).toEqual([/^Match/, /^Console/, /^Check/].map((name) => expect.stringMatching(name)));
  expect(holders.filter(({ properties }) => properties['KmsKeyArn'] === undefined)).toEqual([]);
  expect(JSON.stringify(holders[0]?.properties['Environment'].Variables.IDENTIFIER_KEY)).toContain('{{resolve:secretsmanager:');
  expect(holders[0]?.properties['KmsKeyArn']).toBeDefined();
});

test('nothing is deployed without an operator who names himself to platforms', () => {
  const parameters = template.findParameters('Operator*');
  expect(Object.keys(template.toJSON()['Parameters'])).toEqual(expect.arrayContaining(['OperatorName', 'OperatorContact']));
  expect(Object.values(parameters).filter((parameter) => parameter['Default'] !== undefined)).toEqual([]);
});

test('one function may send mails, and from the force’s own address alone', () => {
  const mailing = resourcesOf(template, 'AWS::IAM::Policy').flatMap(({ id, properties }) =>
    properties['PolicyDocument'].Statement.filter(({ Action }: { Action: string | string[] }) =>
      [Action].flat().some((action) => action.startsWith('ses:')),
    ).map(({ Condition }: { Condition: unknown }) => [id, Condition]),
  );
  expect(mailing).toEqual([[expect.stringMatching(/^Deliver/), { StringEquals: { 'ses:FromAddress': { Ref: 'NoticeSender' } } }]]);
});

test('mails that come back go to the function that sent them, and nothing of them is lost', () => {
  const [rule, ...others] = resourcesOf(template, 'AWS::Events::Rule').filter(({ properties }) =>
    JSON.stringify(properties['EventPattern']).includes('aws.ses'),
  );
  expect(others).toEqual([]);
  const [target] = rule?.properties['Targets'] ?? [];
  expect(named(target.Arn)).toMatch(/^DeliverQueue/);
  expect(named(target.DeadLetterConfig.Arn)).toMatch(/^ReturnedMailDeadLetters/);
  expect(target.SqsParameters).toEqual({ MessageGroupId: 'returned-mail' });
  expect(target.InputTransformer.InputTemplate).toBe('{"type":"mail-returned","detail":<detail>}');
});

/** A policy that turns everybody away whose connection is not encrypted. */
function refusesPlainHttp(document: { Statement: { Effect: string; Condition?: { Bool?: Record<string, string> } }[] }): boolean {
  return document.Statement.some(({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false');
}

test('evidence takes legal holds, and only the function that captures it puts them', () => {
  const [evidence] = resourcesOf(template, 'AWS::S3::Bucket').filter(({ id }) => id.includes('Evidence'));
  expect(evidence?.properties).toMatchObject({ ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Enabled' } });
  expect(evidence?.properties['ObjectLockConfiguration']).toBeUndefined();
  const holders = resourcesOf(template, 'AWS::IAM::Policy').filter(({ properties }) =>
    JSON.stringify(properties).includes('s3:PutObjectLegalHold'),
  );
  expect(holders.map(({ id }) => id.replace(/Function.*/, ''))).toEqual(['Review']);
});

test('what a queue feeds works on a bounded number of batches at once', () => {
  const fed = mappings.filter(({ properties }) => properties['StartingPosition'] === undefined);
  const bounds = fed.map(({ properties }) => properties['ScalingConfig']?.MaximumConcurrency);
  expect(bounds.filter((bound) => !(bound >= 2 && bound <= 20))).toEqual([]);
});

test('every function is traced, keeps its own log for a term, and says its stage', () => {
  for (const { id, properties } of functions) {
    expect(properties['TracingConfig'], id).toEqual({ Mode: 'Active' });
    expect(properties['LoggingConfig']?.LogGroup, id).toBeDefined();
    expect(properties['Environment'].Variables.STAGE, id).toBe('prod');
  }
});

test('every front logs who asked and not what for, since a path may hold the key of a link', () => {
  const stages = resourcesOf(template, 'AWS::ApiGatewayV2::Stage');
  expect(stages.length).toBeGreaterThan(1);
  for (const { properties } of stages) {
    expect(properties['AccessLogSettings'].DestinationArn).toBeDefined();
    expect(properties['AccessLogSettings'].Format).not.toMatch(/context\.(path|routeKey)/);
  }
});
