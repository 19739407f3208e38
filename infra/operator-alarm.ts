import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface OperatorAlarmProps extends Omit<AlarmProps, 'alarmDescription' | 'evaluationPeriods' | 'threshold'> {
  /** What the person on call reads: what is wrong and what it means for people, without a word of AWS. */
  says: string;
  /** The heading in docs/operating.md under which it stands what to do. */
  section: string;
  /** 1 when left out. */
  threshold?: number;
  /** 1 when left out. */
  evaluationPeriods?: number;
}

/** An alarm that a person understands at night. Goes off from its threshold on, and is silent where nothing is measured, unless it says otherwise. */
export class OperatorAlarm extends Alarm {
  constructor(scope: Construct, id: string, { says, section, ...props }: OperatorAlarmProps) {
    super(scope, id, {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
      alarmDescription: `${says} What to do: docs/operating.md, "${section}".`,
    });
  }
}
