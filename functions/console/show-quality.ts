import type { Person } from '../../shared/domain/person.ts';
import { weekOf } from '../../shared/domain/quality.ts';
import type { ConsoleContext } from './access.ts';
import { qualityPage } from './pages/quality-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentQuality } from './present-quality.ts';
import { print } from './print.ts';

const WEEKS_SHOWN = 8;
const WEEK_MS = 7 * 86_400_000;

/** Figures of the reader's own team. They name nobody, so looking at them is no act on personal data. */
export async function showQuality(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const now = parts.now().getTime();
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, back) => weekOf(new Date(now - back * WEEK_MS)));
  const rows = await Promise.all(weeks.map((week) => parts.decisions.ofWeek(person.team, week)));
  const content = qualityPage(weeks.map((week, index) => presentQuality(week, rows[index] ?? [])));
  return print(context, parts, { title: 'Quality of decisions', under: '/quality', content });
}
