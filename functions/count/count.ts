import type { AnswerStore } from '../../shared/aws/answer-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { FigureStore } from '../../shared/aws/figure-store.ts';
import type { NoticeStore } from '../../shared/aws/notice-store.ts';
import { countAnswers } from '../../shared/domain/answer-figures.ts';
import { DAYS_OF_DECISIONS, DeskCount, type DeskFigures } from '../../shared/domain/desk-figures.ts';

export interface CountParts {
  cases: Pick<CaseStore, 'counted'>;
  figures: Pick<FigureStore, 'keep'>;
  notices: Pick<NoticeStore, 'sentSince'>;
  answers: Pick<AnswerStore, 'since'>;
  team: string;
  now: () => Date;
}

const dayMs = 86_400_000;

/** Looks through a few words of every Case of the team and what platforms were sent and answered, and keeps what comes out for whoever opens the page. */
export async function count({ cases, figures, notices, answers, team, now }: CountParts): Promise<DeskFigures> {
  const at = now();
  const from = new Date(at.getTime() - DAYS_OF_DECISIONS * dayMs).toISOString();
  const desk = new DeskCount(at);
  for await (const item of cases.counted(team)) desk.add(item);
  const platforms = countAnswers({ sent: await notices.sentSince(team, from), answers: await answers.since(team, from) }, at);
  const counted = { ...desk.figures(), answers: platforms };
  await figures.keep(team, counted);
  return counted;
}
