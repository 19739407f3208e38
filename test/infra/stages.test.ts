import { expect, test } from 'vitest';
import { monitorTemplate, resourcesOf } from '../support/monitor-template.ts';

const keepers = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::SecretsManager::Secret', 'AWS::KMS::Key'];

function fate(stage: string | undefined) {
  const template = monitorTemplate({ ...(stage !== undefined && { stage }) });
  const policies = keepers.flatMap((type) => resourcesOf(template, type)).map(({ policy }) => policy);
  const [table] = resourcesOf(template, 'AWS::DynamoDB::GlobalTable');
  const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool');
  const logs = resourcesOf(template, 'AWS::Logs::LogGroup').map(({ properties }) => properties['RetentionInDays']);
  const functions = resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => properties['Environment'].Variables);
  const [domain] = resourcesOf(template, 'AWS::Cognito::UserPoolDomain');
  return {
    policies: [...new Set(policies)],
    tableProtected: table?.properties['Replicas'][0].DeletionProtectionEnabled,
    poolProtected: pool?.properties['DeletionProtection'],
    logDays: [...new Set(logs)],
    logLevels: [...new Set(functions.map((variables) => variables.POWERTOOLS_LOG_LEVEL))],
    domain: JSON.stringify(domain?.properties['Domain']),
  };
}

test('a production stack keeps what it knows when it is deleted', () => {
  expect(fate('prod')).toMatchObject({
    policies: ['Retain'],
    tableProtected: true,
    poolProtected: 'ACTIVE',
    logDays: [90],
    logLevels: ['INFO'],
    domain: expect.stringContaining('fencewatch-prod-'),
  });
});

test('a stack of which no stage is said is one of production', () => {
  expect(fate(undefined)).toEqual(fate('prod'));
});

test('a stack of development goes without a trace and talks more', () => {
  expect(fate('dev')).toMatchObject({
    policies: ['Delete'],
    tableProtected: false,
    poolProtected: 'INACTIVE',
    logDays: [7],
    logLevels: ['DEBUG'],
    domain: expect.stringContaining('fencewatch-dev-'),
  });
});

test('a stage that there is not is refused with those that there are', () => {
  expect(() => monitorTemplate({ stage: 'production' })).toThrow('There is no stage "production". The stages are prod, dev.');
});
