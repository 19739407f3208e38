/** The table of the operating guide that says of every variable what it is and where its value comes from, made from the code. */

import type { Template } from 'aws-cdk-lib/assertions';
import { type ConfigKey, configFields } from '../../shared/aws/config.ts';
import { resourcesOf } from './monitor-template.ts';

/** `start` (and every command) sets these itself; what is not here an operator may set as a variable of the shell. */
const setByStart = /_(TABLE|BUCKET|QUEUE_URL|DLQ_URL)$|^(SOURCE_FILES|ALLOWED_PRIVATE_NETWORKS)$/;
const onOneMachine: Partial<Record<ConfigKey, string>> = {
  IDENTIFIER_KEY: 'file `identifier-key` of the data folder',
  EVENT_BUS: '–',
  STAGE: '–',
  USER_POOL: '–',
  USER_POOL_CLIENT: '–',
  SIGN_IN_ADDRESS: '–',
  CONSOLE_ADDRESS: '–',
  MAIL_CONFIGURATION_SET: '–',
  PORTAL_URL: '`start`, or a variable',
  PORTAL_KEY: 'file `portal-key`, or a variable',
  CHECK_SIGNING_KEYS: 'file `check-signing-keys.json`, or a variable',
  PLATFORM_FILES: '`start`, and a variable',
};

export const configurationHead =
  '| variable | what it is | when left out | on AWS | on one machine | read by |\n| --- | --- | --- | --- | --- | --- |';

/** One row a key of shared/aws/config.ts. */
export function configurationRows(template: Template): string[] {
  const functions = resourcesOf(template, 'AWS::Lambda::Function').map(({ id, properties }) => ({
    name: id.replace(/Function.*/, ''),
    variables: properties['Environment'].Variables,
  }));
  return keysOf(configFields).map((key) => {
    const field = configFields[key];
    const readers = functions.filter(({ variables }) => variables[key] !== undefined);
    const given = readers[0]?.variables[key];
    const leftOut = 'default' in field ? `\`${field.default || ' '}\`` : 'must be set';
    const here = onOneMachine[key] ?? (setByStart.test(key) ? '`start`' : 'variable');
    return `| \`${key}\` | ${field.what} | ${leftOut.replace('` `', 'nothing')} | ${originOf(given, template)} | ${here} | ${readersOf(readers, functions)} |`;
  });
}

/** By their names in the stack. What the stack sets on none is read on one machine alone, by the function whose folder knows it. */
function readersOf(readers: readonly { name: string }[], all: readonly { name: string }[]): string {
  if (readers.length === all.length) return 'all';
  return readers.map(({ name }) => `\`${name}\``).join(', ') || 'one machine alone';
}

/** Where the stack takes a value from, as the template says it. */
function originOf(value: unknown, template: Template): string {
  if (value === undefined) return '–';
  const text = JSON.stringify(value);
  const secret = /resolve:secretsmanager:.*?"Ref":"Settings(\w+?)[0-9A-F]{8}"/.exec(text)?.[1];
  if (secret !== undefined) return `**secret** \`${secret}\``;
  const parameter = /^\{"Ref":"(\w+)"\}$/.exec(text)?.[1];
  const isParameter = parameter !== undefined && Object.keys(template.findParameters(parameter)).length > 0;
  return isParameter ? `parameter \`${parameter}\`` : 'the stack';
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}
