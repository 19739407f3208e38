import { Aws, CfnOutput, Duration, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { roles } from '../shared/domain/person.ts';
import type { MonitorFunction } from './monitor-function.ts';
import { type Stage, stageOf } from './stage.ts';

const PATH_AFTER_SIGN_IN = '/sign-in/done';
const PATH_AFTER_SIGN_OUT = '/signed-out';

/** Who the officers are: a user pool in which an administrator enters each of them, one group a role, and a second factor for all. */
export class OfficerSignIn extends Construct {
  private readonly pool: UserPool;
  private readonly stage: Stage;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.stage = stageOf(this);
    this.pool = new UserPool(this, 'Officers', {
      selfSignUpEnabled: false,
      signInCaseSensitive: false,
      signInAliases: { username: true, email: true },
      standardAttributes: { fullname: { required: true, mutable: true }, email: { required: true, mutable: true } },
      customAttributes: { team: new StringAttribute({ mutable: true, minLen: 1, maxLen: 60 }) },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14, tempPasswordValidity: Duration.days(3) },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Refuses passwords that are known from breaches, and asks again where a sign-in looks wrong.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: this.stage.keepsData,
      removalPolicy: this.stage.removalPolicy,
    });
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG1',
      reason: 'Length and a second factor instead of kinds of characters, which NIST SP 800-63B (5.1.1.2) says not to ask for.',
    });
    for (const role of roles) {
      new CfnUserPoolGroup(this, `Role-${role}`, { userPoolId: this.pool.userPoolId, groupName: role });
    }
    new CfnOutput(this, 'UserPool', { value: this.pool.userPoolId, description: 'User pool in which officers are entered' });
  }

  /** Gives the console at this address a way to sign officers in, and tells the function of it. */
  admitTo(console: MonitorFunction, address: string): void {
    const client = this.pool.addClient('Console', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Not the scope under which officers could edit themselves: name and team are the administrator's.
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [address + PATH_AFTER_SIGN_IN],
        logoutUrls: [address + PATH_AFTER_SIGN_OUT],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      readAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, email: true }).withCustomAttributes('team'),
      // Cognito demands that required attributes can be written; `team` must not be among them.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, email: true }),
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      // A shift.
      refreshTokenValidity: Duration.hours(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Prefixes are shared by all accounts of a region, so it carries the account's number.
    const domainPrefix = `fencewatch-${this.stage.name}-${Aws.ACCOUNT_ID}`;
    const domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    console
      .set('USER_POOL', this.pool.userPoolId)
      .set('USER_POOL_CLIENT', client.userPoolClientId)
      .set('SIGN_IN_ADDRESS', domain.baseUrl())
      .set('CONSOLE_ADDRESS', address);
  }
}
