/** Who may open what. There is no sign-in yet: whoever reaches the console holds the roles that the place it runs in grants. */

import type { Context } from 'hono';

/** The role a route asks for; `anyone` asks for none. */
const roles = ['anyone', 'reviewer', 'operator'] as const;
export type Role = (typeof roles)[number];

/** How this running console knows its readers. */
export interface Access {
  /** Said on top of every page: who can reach it and what that rests on. */
  banner: string;
  /** The roles everybody holds who gets this far. */
  granted: readonly Role[];
  /** The name under which the audit log keeps what the reader does. */
  actorOf(context: Context): string;
}

/** For a console bound to the loopback address: who is logged in to the machine is who reads it. */
export const thisMachineOnly: Access = {
  banner: 'This console answers on this machine only. There is no sign-in yet: everybody who can use this machine can read it.',
  granted: roles,
  actorOf: () => 'this-machine',
};

/** For a console behind a Lambda function URL or API with IAM authorisation: AWS has checked the signature before the function runs. */
export const checkedByIam: Access = {
  banner: 'Only requests signed with this account’s AWS credentials reach this console. Named sign-in for officers is not in place yet.',
  granted: roles,
  actorOf: (context) => iamArn(context.env) ?? 'unnamed-iam-caller',
};

/** Function URLs and HTTP APIs put the caller at `requestContext.authorizer.iam.userArn` (Lambda developer guide, payload format 2.0). */
function iamArn(environment: unknown): string | undefined {
  let value = environment;
  for (const key of ['event', 'requestContext', 'authorizer', 'iam', 'userArn']) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}
