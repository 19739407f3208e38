import { CfnParameter, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

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
  private readonly authority: CfnParameter;
  private readonly noticeSender: CfnParameter;
  private readonly timestampAuthorities: CfnParameter;

  constructor(scope: Construct, id: string) {
    super(scope, id);
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
    this.environmentKey = new Key(this, 'EnvironmentKey', { enableKeyRotation: true, description: 'Environments of functions' });
    // Kept for ever: under another key all that is indexed so far is never found again.
    this.identifierKey = new Secret(this, 'IdentifierKey', {
      description: 'Key of the HMAC under which identifiers are indexed',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Empty until the force puts its keys in; functions see them from the next deployment on.
    this.apiCredentials = new Secret(this, 'ApiCredentials', {
      description: 'Application keys to official APIs, by source id: {"ebay-api":{"clientId":"…","clientSecret":"…"}}',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // As above; a platform without a secret here is sent nothing.
    this.webhookSecrets = new Secret(this, 'WebhookSecrets', {
      description: 'What notices to platforms are signed with, by source id: {"gumtree":"whsec_…"}',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** What notices are signed with; the function must be encrypted with `environmentKey`. */
  tellWebhookSecretsTo(sender: MonitorFunction): void {
    sender.set('WEBHOOK_SECRETS', this.webhookSecrets.secretValue.unsafeUnwrap());
  }

  /** The function may send mails from that address and from no other. */
  letSendMails(sender: MonitorFunction): void {
    const from = this.noticeSender.valueAsString;
    sender.set('NOTICE_SENDER', from).addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
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
    visitor.set('API_CREDENTIALS', this.apiCredentials.secretValue.unsafeUnwrap());
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

  /** The template holds a reference, resolved at deployment; the function must be encrypted with `environmentKey`. */
  tellIdentifierKeyTo(indexer: MonitorFunction): void {
    indexer.set('IDENTIFIER_KEY', this.identifierKey.secretValue.unsafeUnwrap());
  }

  private parameter(name: string, description: string, standard?: string): CfnParameter {
    const length = standard === '' ? {} : { minLength: 1 };
    const parameter = new CfnParameter(this, name, { description, ...length, ...(standard !== undefined && { default: standard }) });
    parameter.overrideLogicalId(name);
    return parameter;
  }
}
