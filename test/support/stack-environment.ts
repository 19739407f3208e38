/** A function's environment as the stack gives it, with what is known only after a deployment stood in for. */

import { type ConfigKey, configFields } from '../../shared/aws/config.ts';

export function environmentOf(variables: Record<string, unknown>): Record<string, string> {
  const keys = Object.keys(variables).filter((key) => !/^(NODE|POWERTOOLS)_/.test(key));
  return Object.fromEntries(keys.map((key) => [key, standInFor(key)]));
}

/** What the key is without a deployment, where it is anything; else something well-formed. */
function standInFor(key: string): string {
  if (key === 'SCREENSHOTS') return 'on';
  if (key === 'USER_POOL') return 'eu-west-2_aBcDeFgHi';
  const field = isConfigKey(key) ? configFields[key] : undefined;
  if (field !== undefined && 'default' in field) return field.default;
  return /_(URL|ADDRESS)$/.test(key) ? 'https://sqs.example/queue' : 'x'.repeat(40);
}

function isConfigKey(key: string): key is ConfigKey {
  return key in configFields;
}
