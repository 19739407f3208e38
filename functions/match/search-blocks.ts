import type { Answer } from '../../shared/aws/identifier-store.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import {
  type Asker,
  askedMonths,
  familyQuestions,
  type Narrowing,
  narrowings,
  type Question,
} from '../../shared/domain/matching/questions.ts';

interface BlockSearch<Found> {
  asker: Asker;
  /** Questions by parts of numbers, marks and photos, in the order in which the budget is spent. */
  clues: readonly Question[];
  /** How many questions this side may ask. */
  queries: number;
  ask: (question: Question, limit: number) => Promise<Answer<Found>>;
}

/** What the questions of one side brought, and what they left unread. */
export interface Gathered<Found> {
  entries: { found: Found; question: Question }[];
  queries: number;
  /** Blocks that held too much to be read whole, and what was read of them: `family apple iphone 13, 2026-11: of the model and storage`. */
  narrowed: string[];
}

interface Answered<Found> {
  question: Question;
  answer: Answer<Found>;
}

/** Asks by clues first and then by families, month by month, until there is nothing to ask or the budget is spent. */
export async function searchBlocks<Found>(search: BlockSearch<Found>): Promise<Gathered<Found>> {
  const gathered: Gathered<Found> = { entries: [], queries: 0, narrowed: [] };
  const clues = search.clues.slice(0, search.queries);
  if (clues.length < search.clues.length) gathered.narrowed.push('marks and photos: not all asked');
  for (const answered of await askAll(clues, search, gathered)) keep(answered, gathered);
  await askFamilies(search, gathered);
  return gathered;
}

async function askFamilies<Found>(search: BlockSearch<Found>, gathered: Gathered<Found>): Promise<void> {
  const levels = narrowings(search.asker.sketch);
  for (const month of askedMonths(search.asker)) {
    const answered = await askMonth(month, levels, search, gathered);
    if (answered === undefined) {
      gathered.narrowed.push(`from ${month} on: not asked`);
      return;
    }
    for (const each of answered) keep(each, gathered, levels[0]);
  }
}

/** Narrower until the block can be read whole; months after it begin where this one ended. Undefined when the budget is spent. */
async function askMonth<Found>(month: string, levels: Narrowing[], search: BlockSearch<Found>, gathered: Gathered<Found>) {
  for (;;) {
    const [narrowing = 'family', ...narrower] = levels;
    const questions = familyQuestions(search.asker, month, narrowing);
    if (gathered.queries + questions.length > search.queries || roomIn(gathered) === 0) return undefined;
    const answered = await askAll(questions, search, gathered);
    if (narrower.length === 0 || !answered.some(({ answer }) => answer.truncated)) return answered;
    levels.shift();
  }
}

async function askAll<Found>(
  questions: readonly Question[],
  { ask }: BlockSearch<Found>,
  gathered: Gathered<Found>,
): Promise<Answered<Found>[]> {
  gathered.queries += questions.length;
  return Promise.all(questions.map(async (question) => ({ question, answer: await ask(question, limitOf(question)) })));
}

function keep<Found>({ question, answer }: Answered<Found>, gathered: Gathered<Found>, narrowing: Narrowing = 'family'): void {
  const kept = answer.found.slice(0, roomIn(gathered));
  gathered.entries.push(...kept.map((found) => ({ found, question })));
  const isCut = answer.truncated || kept.length < answer.found.length;
  const what = [...(isCut ? [`the first ${kept.length}`] : []), ...(narrowing === 'family' ? [] : [narrow[narrowing]])];
  const note = `${nameOf(question)}: ${what.join(' ')}`;
  if (what.length > 0 && !gathered.narrowed.includes(note)) gathered.narrowed.push(note);
}

const narrow: Record<Exclude<Narrowing, 'family'>, string> = {
  model: 'of the model',
  storage: 'of the model and storage',
  colour: 'of the model, storage and colour',
};

function roomIn({ entries }: Gathered<unknown>): number {
  return Math.max(0, matchLimits.candidates - entries.length);
}

function limitOf({ block }: Question): number {
  return block === 'mark' || block === 'photo' ? matchLimits.entriesPerRareBlock : matchLimits.entriesPerBlock;
}

/** `family apple iphone 13, 2026-11`; the digits of a number are named nowhere. */
function nameOf({ block, partition }: Question): string {
  const [, ...rest] = partition.split(':');
  return block === 'family' || block === 'mark' ? `${block} ${rest.join(', ')}` : `${block}`;
}
