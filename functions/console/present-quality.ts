/** How well and how fast a team decides, week by week. */

import { type Agreement, type DecisionRow, qualityOf } from '../../shared/domain/quality.ts';

export interface QualityWeek {
  week: string;
  decisions: string;
  seconds: string;
  golden: string;
  secondLooks: string;
}

export function presentQuality(week: string, rows: readonly DecisionRow[]): QualityWeek {
  const { decisions, medianSeconds, golden, secondLooks } = qualityOf(rows);
  return {
    week,
    decisions: decisions.toLocaleString('en-GB'),
    seconds: medianSeconds === undefined ? '–' : medianSeconds.toLocaleString('en-GB'),
    golden: agreementWords(golden),
    secondLooks: agreementWords(secondLooks),
  };
}

/** `9 of 10`, never a percentage of so few. */
function agreementWords({ agreed, disagreed, unsure }: Agreement): string {
  const answered = agreed + disagreed;
  if (answered + unsure === 0) return '–';
  return `${agreed} of ${answered}${unsure === 0 ? '' : `, ${unsure} not sure`}`;
}
