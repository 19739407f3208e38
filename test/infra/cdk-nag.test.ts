import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { monitorStack, sourceNamed } from '../support/monitor-template.ts';

const sources = [sourceNamed('market'), sourceNamed('other')];

test.each(['dev', 'prod'])(
  'the stack of %s breaks no rule of AwsSolutions and Serverless that is not answered where it is broken',
  (stage) => {
    const stack = monitorStack({ stage, sources });
    const found = [new AwsSolutionsChecks(), new ServerlessChecks()]
      .flatMap((pack) => pack.validateScope(stack).violations)
      .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));
    expect(found).toEqual([]);
  },
);
