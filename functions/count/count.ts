import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { FigureStore } from '../../shared/aws/figure-store.ts';
import { DeskCount, type DeskFigures } from '../../shared/domain/desk-figures.ts';

export interface CountParts {
  cases: Pick<CaseStore, 'counted'>;
  figures: Pick<FigureStore, 'keep'>;
  team: string;
  now: () => Date;
}

/** Looks through a few words of every Case of the team, and keeps what comes out for whoever opens the page. */
export async function count({ cases, figures, team, now }: CountParts): Promise<DeskFigures> {
  const desk = new DeskCount(now());
  for await (const item of cases.counted(team)) desk.add(item);
  const counted = desk.figures();
  await figures.keep(team, counted);
  return counted;
}
