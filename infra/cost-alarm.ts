import { CfnParameter } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { OnCall } from './on-call.ts';
import { stageOf } from './stage.ts';

/**
 * Tells the person on call when a day costs more than the force means to spend. A budget and no alarm: what AWS estimates as charges is a metric of
 * us-east-1 alone. It counts the whole account, since a budget on a tag sees nothing until somebody has activated that tag for billing.
 */
export class CostAlarm extends Construct {
  constructor(scope: Construct, id: string, { onCall }: { onCall: OnCall }) {
    super(scope, id);
    const perDay = new CfnParameter(this, 'DollarsPerDay', {
      type: 'Number',
      description: 'US dollars a day of the whole account above which the person on call is told.',
      default: 20,
      minValue: 1,
    });
    perDay.overrideLogicalId('DollarsPerDay');
    new CfnBudget(this, 'Budget', {
      budget: {
        // What the mail is headed with.
        budgetName: `Fencewatch ${stageOf(this).name} - cost today - docs operating.md - A day that costs too much`,
        budgetType: 'COST',
        timeUnit: 'DAILY',
        budgetLimit: { amount: perDay.valueAsNumber, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        {
          notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold: 100, thresholdType: 'PERCENTAGE' },
          subscribers: [{ subscriptionType: 'SNS', address: onCall.addressForBudgets() }],
        },
      ],
    });
  }
}

/** `-c budget=none` leaves it out, where a force keeps the budgets of its accounts in one place. */
export function isBudgetWanted(scope: Construct): boolean {
  return scope.node.tryGetContext('budget') !== 'none';
}
