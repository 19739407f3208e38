import { Aws, CfnParameter, SecretValue, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { ConfigKey } from '../shared/aws/config.ts';
import type { MonitorFunction } from './monitor-function.ts';
import { stageOf } from './stage.ts';

/** What differs between two forces that run the same stack, and the one secret. */
export class DeploymentSettings extends Construct {
  /** Encrypts the environment of functions that hold the secret: who may list functions does not thereby see it. */
  readonly environmentKey: Key;
  private readonly operatorName: CfnParameter;
  private readonly operatorContact: CfnParameter;
  private readonly team: CfnParameter;
  private readonly descriptionCasesPerDay: CfnParameter;
  private readonly identifierKey: Secret;
  private readonly apiCredentials: Secret;
  private readonly webhookSecrets: Secret;
  private readonly checkSigningKeys: Secret;
  private readonly portalKey: Secret;
  private readonly authority: CfnParameter;
  private readonly noticeSender: CfnParameter;
  private readonly timestampAuthorities: CfnParameter;
  private readonly readAgainOn: CfnParameter;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { removalPolicy } = stageOf(this);
    // No defaults: every page is fetched under this name, so nothing is deployed without one.
    this.operatorName = this.parameter('OperatorName', 'Who watches, as platforms see it in the User-Agent.');
    this.operatorContact = this.parameter('OperatorContact', 'Address or e-mail for platforms, in the User-Agent.');
    this.team = this.parameter('Team', 'The team whose queue new cases join.', 'default');
    this.descriptionCasesPerDay = this.parameter(
      'DescriptionCasesPerDay',
      'How many cases a day that rest on a description alone enter the team’s queue, best first.',
      '20',
    );
    this.authority = this.parameter(
      'Authority',
      'In whose name notices go, as JSON: name, unit, address, email, phone, officerName, officerId, redress. null: none are written.',
      'null',
    );
    this.noticeSender = this.parameter(
      'NoticeSender',
      'Address that notices by e-mail come from, verified in SES; none: no notice goes by e-mail.',
      'none',
    );
    this.timestampAuthorities = this.parameter(
      'TimestampAuthorities',
      'Addresses of authorities that timestamp evidence (RFC 3161), separated by commas; none where empty.',
      '',
    );
    this.readAgainOn = this.parameter(
      'ReadAgainOn',
      'Give another value, such as the date, after a secret was changed: functions then get it.',
      'at first',
    );
    this.environmentKey = new Key(this, 'EnvironmentKey', {
      enableKeyRotation: true,
      description: 'Environments of functions',
      removalPolicy,
    });
    // Kept for ever: under another key all that is indexed so far is never found again.
    this.identifierKey = new Secret(this, 'IdentifierKey', {
      description: 'Key of the HMAC under which identifiers are indexed',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(this.identifierKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Identifiers are indexed under this key and the index cannot be read under another; changing it is a migration, not a rotation.',
    });
    // Empty until the force puts its keys in; functions see them from the next deployment on.
    this.apiCredentials = new Secret(this, 'ApiCredentials', {
      description: 'Application keys to official APIs, by source id: {"ebay-api":{"clientId":"…","clientSecret":"…"}}',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy,
    });
    // As above; a platform without a secret here is sent nothing.
    this.webhookSecrets = new Secret(this, 'WebhookSecrets', {
      description: 'What notices to platforms are signed with, by source id: {"gumtree":"whsec_…"}',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy,
    });
    // As above; without a key no check is answered.
    this.checkSigningKeys = new Secret(this, 'CheckSigningKeys', {
      description: 'Keys that sign receipts of checks, as `fencewatch receipt new-key` prints them',
      secretStringValue: SecretValue.unsafePlainText('{"keys":[]}'),
      removalPolicy,
    });
    for (const given of [this.apiCredentials, this.webhookSecrets]) {
      Validations.of(given).acknowledge({
        id: 'AwsSolutions-SMG4',
        reason:
          'Issued by or agreed with platforms, who know no way to change them by machine; docs/operating.md, "Secrets", says how people do.',
      });
    }
    Validations.of(this.checkSigningKeys).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Receipts are verified for years with the keys that signed them; docs/operating.md, "Secrets", says how people add a new one.',
    });
    // Number 1; to change it the operator adds number 2 and takes 1 away a month later, from the next deployment on.
    this.portalKey = new Secret(this, 'PortalKey', {
      description: 'Keys that links to the portal are signed with, by number: {"1":"…"}',
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: '1', passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(this.portalKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A key that is changed must go on opening links for a month; docs/operating.md, "Secrets", says how people add the next.',
    });
  }

  /** What receipts of checks are signed with; the function must be encrypted with `environmentKey`. */
  tellCheckSigningKeysTo(checker: MonitorFunction): void {
    this.tell(checker, 'CHECK_SIGNING_KEYS', this.checkSigningKeys);
  }

  /** What links to the portal are signed with; the function must be encrypted with `environmentKey`. */
  tellPortalKeyTo(signer: MonitorFunction): void {
    this.tell(signer, 'PORTAL_KEY', this.portalKey);
  }

  /** What notices are signed with; the function must be encrypted with `environmentKey`. */
  tellWebhookSecretsTo(sender: MonitorFunction): void {
    this.tell(sender, 'WEBHOOK_SECRETS', this.webhookSecrets);
  }

  /** The function may send mails from that address and from no other; what comes back of them is told by way of `events`. */
  letSendMails(sender: MonitorFunction, events: IConfigurationSet): void {
    const from = this.noticeSender.valueAsString;
    const arn = (resource: string) => `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
    const [identities, configurationSet] = [arn('identity/*'), arn(`configuration-set/${events.configurationSetName}`)];
    sender.set('MAIL_CONFIGURATION_SET', events.configurationSetName).set('NOTICE_SENDER', from);
    sender.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [identities, configurationSet],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
    );
    sender.answerFor(
      'Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*',
      'What is verified in SES may be the address or its domain; the condition lets nothing but that one address send.',
    );
  }

  nameTimestampAuthoritiesTo(capturer: MonitorFunction): void {
    capturer.set('TIMESTAMP_AUTHORITIES', this.timestampAuthorities.valueAsString);
  }

  nameAuthorityTo(writer: MonitorFunction): void {
    writer.set('AUTHORITY', this.authority.valueAsString);
  }

  /** Keys to official APIs, for functions that visit platforms; they must be encrypted with `environmentKey`. */
  tellApiCredentialsTo(visitor: MonitorFunction): void {
    this.tell(visitor, 'API_CREDENTIALS', this.apiCredentials);
  }

  nameOperatorTo(visitor: MonitorFunction): void {
    visitor.set('OPERATOR_NAME', this.operatorName.valueAsString).set('OPERATOR_CONTACT', this.operatorContact.valueAsString);
  }

  nameTeamTo(member: MonitorFunction): void {
    member.set('TEAM', this.team.valueAsString);
  }

  /** By how many weak cases the team can look at in a day. */
  sizeQueueFor(doorkeeper: MonitorFunction): void {
    doorkeeper.set('DESCRIPTION_CASES_PER_DAY', this.descriptionCasesPerDay.valueAsString);
  }

  /** What identifiers are indexed under; the function must be encrypted with `environmentKey`. */
  tellIdentifierKeyTo(indexer: MonitorFunction): void {
    this.tell(indexer, 'IDENTIFIER_KEY', this.identifierKey);
  }

  /** The template holds a reference. CloudFormation follows it when something of the function changes: a changed secret alone is not noticed. */
  private tell(holder: MonitorFunction, key: ConfigKey, secret: Secret): void {
    holder.set(key, secret.secretValue.unsafeUnwrap()).addEnvironment('READ_AGAIN_ON', this.readAgainOn.valueAsString);
  }

  private parameter(name: string, description: string, standard?: string): CfnParameter {
    const length = standard === '' ? {} : { minLength: 1 };
    const parameter = new CfnParameter(this, name, { description, ...length, ...(standard !== undefined && { default: standard }) });
    parameter.overrideLogicalId(name);
    return parameter;
  }
}
