import { expect, test } from 'vitest';
import { monitorTemplate, resourcesOf, sourceNamed } from '../support/monitor-template.ts';

/**
 * What holds something that cannot be made again, or an address that people have, by its logical id. A name that is missing here is a new and empty one in
 * every account that is upgraded: rename a construct only together with a way to move what it holds.
 */
const kept = {
  'AWS::DynamoDB::GlobalTable': [
    'DataAuditE4D9F575',
    'DataCasesE4E7C0E9',
    'DataChecks985E1452',
    'DataIdentifiers77081D3E',
    'DataListings4631E74A',
    'DataRecords27C8EFFC',
  ],
  'AWS::S3::Bucket': [
    'DataAccessLogsC0C25EE4',
    'DataEvidence63ECFDDD',
    'DataPhotos47158AA7',
    'DataReference1A0E17F6',
    'DataSeals883004AB',
    'DataSurveys96B75005',
    'DataUploads81D8EB70',
  ],
  'AWS::SecretsManager::Secret': [
    'SettingsApiCredentials85D89D5A',
    'SettingsCheckSigningKeys69387B24',
    'SettingsIdentifierKey88C1A1E8',
    'SettingsPortalKeyD9CB6ACB',
    'SettingsWebhookSecretsA65BF8B6',
  ],
  'AWS::KMS::Key': ['OnCallKey6DF8E67A', 'SettingsEnvironmentKeyC8A2658A'],
  'AWS::Cognito::UserPool': ['ConsoleSignInOfficers4F02DDD6'],
  'AWS::ApiGatewayV2::Api': ['CheckFrontApi0716F253', 'ConsoleFrontApi7A98E2CC', 'PortalFrontApi85A3EE2B'],
  'AWS::SNS::Topic': ['OnCallTopic2FB15ED5'],
  // Messages that wait there while the stack is upgraded.
  'AWS::SQS::Queue': [
    'AdmitDeadLettersDB29B3CF',
    'CaseEventsDeadLettersD3717764',
    'CheckEventsDeadLettersC068E1B3',
    'CountDeadLetters45501587',
    'DeliverDeadLetters83B501DF',
    'DeliverQueue91841F7D',
    'FiguresDeadLettersAB11C5B2',
    'InformDeadLetters06D4D8DD',
    'MatchDeadLettersBAFB0BD1',
    'MatchQueueC08E0EE4',
    'NotifyDeadLettersC5139D50',
    'OpenScanDeadLettersE3D31112',
    'ReadDeadLettersF1D0180F',
    'ReadQueueC566D445',
    'ReadRenderedDeadLettersD02B4074',
    'ReadRenderedQueueD036ADEF',
    'RecordsDeadLettersB1C3F543',
    'RecordsQueueECA2EBBC',
    'ReturnedMailDeadLetters40454A80',
    'ReviewDeadLettersF0E8C5AB',
    'ReviewQueueE4CA4851',
    'ScanDeadLetters162165AC',
    'ScanQueue7FEB6938',
    'SealDeadLettersB8350B4A',
    'SeeDeadLettersF1511B8B',
    'SeeQueue3A34592B',
    'SurveyDeadLetters6248AF57',
    'VerifyDeadLetters88012F0D',
    'VictimEventsDeadLetters0E9978F4',
  ],
};

const template = monitorTemplate();

test.each(Object.entries(kept))('an upgrade replaces no %s by one of another name', (type, ids) => {
  const there = resourcesOf(template, type).map(({ id }) => id);
  expect(ids.filter((id) => !there.includes(id))).toEqual([]);
  // A new one is written down here when it is made: from then on it holds something.
  expect(there.filter((id) => !ids.includes(id))).toEqual([]);
});

test('nothing that is kept has a name of ours, under which a second stack or a replacement would find the first', () => {
  const ours = ['TableName', 'BucketName', 'QueueName', 'TopicName', 'UserPoolName', 'FunctionName', 'RoleName'];
  const named = [...Object.keys(kept), 'AWS::Lambda::Function', 'AWS::IAM::Role']
    .flatMap((type) => resourcesOf(template, type))
    .filter(({ properties }) => ours.some((name) => properties[name] !== undefined));
  expect(named.map(({ id }) => id)).toEqual([]);
});

test('no upgrade replaces a table for its keys or the officers for their attributes', () => {
  const keys = resourcesOf(template, 'AWS::DynamoDB::GlobalTable').map(({ properties }) => properties['KeySchema']);
  const pkAndSk = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ];
  expect(keys).toEqual(keys.map(() => pkAndSk));
  const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool');
  expect(pool?.properties).toMatchObject({ AliasAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } });
  expect(pool?.properties['Schema'].map(({ Name, Required = false }: { Name: string; Required?: boolean }) => [Name, Required])).toEqual([
    ['name', true],
    ['email', true],
    ['team', false],
  ]);
});

test('no upgrade gives the index of identifiers another key: CloudFormation makes a new one whenever this changes', () => {
  const secret = resourcesOf(template, 'AWS::SecretsManager::Secret').find(({ id }) => id.startsWith('SettingsIdentifierKey'));
  expect(secret?.properties['GenerateSecretString']).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
});

test('the stack has room for forty sources: CloudFormation refuses the 501st resource', () => {
  const resourcesWith = (sources: number) =>
    Object.keys(
      monitorTemplate({ sources: Array.from({ length: sources }, (_, index) => sourceNamed(`market-${index}`)) }).toJSON()['Resources'],
    );
  expect(resourcesWith(40).length).toBeLessThanOrEqual(500);
});
