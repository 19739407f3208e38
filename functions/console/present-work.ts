/** Where the work on a Case stands and what this person may do with it now: the page offers exactly what the domain would allow. */

import type { Case } from '../../shared/domain/case.ts';
import { firstConfirmationOf, hasOpened, holdOf, undoableAt } from '../../shared/domain/case-obstacles.ts';
import { claimAt, noWork, standingDecisions } from '../../shared/domain/case-work.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { type DecisionCode, decisionCodes, fieldsAskedFor, type TurnStage } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type RefusalReason, refusalReasons } from '../../shared/domain/refusal.ts';
import { type Act, seenOf, workOn } from '../../shared/domain/work-on-case.ts';
import { clockOf, type Moment, momentOf } from '../../shared/pages/format.ts';
import { closingWords, codeWords, decisionWords, lowerFirst, untilWords } from './work-words.ts';

export interface WorkView {
  caseId: string;
  /** Where it stands, in sentences: whose hands, since when, what was said. */
  lines: WorkLine[];
  /** Reasons for which this person may take the confirmation back; empty where there is none to take back. */
  revocation: { code: RefusalReason; words: string }[];
  may: Record<'claim' | 'renew' | 'release' | 'resume' | 'undo', boolean>;
  /** To whom it may be handed over; empty when it is not in this person's hands. */
  colleagues: Pick<Person, 'id' | 'name'>[];
  evidence: 'opened' | 'not-opened';
  /** Present while it is in this person's hands. */
  form: DecisionForm | undefined;
  /** A flood's Case in this person's hands: how many would go up for review. */
  flood: number | undefined;
  decisions: DecisionView[];
}

interface WorkLine {
  text: string;
  /** A colleague's own words. */
  note?: string;
}

export interface DecisionForm {
  stage: TurnStage;
  seen: string;
  queue: string;
  choices: { code: DecisionCode; words: string; hint: string; key: string; asksForNote: boolean }[];
}

export interface DecisionView {
  at: Moment;
  by: string;
  what: string;
  note: string;
  takenBack: boolean;
}

export interface WorkSides {
  item: Case;
  person: Person;
  now: Date;
  /** Of the team, who has worked here. */
  roster: readonly Person[];
  held: number;
}

/** The person writes one; without any, none of the reasons would do. */
const anyNote = 'to be written';

export function presentWork(sides: WorkSides): WorkView {
  const { item, person, now, roster, held } = sides;
  const may = (act: Act) => workOn(item, act, { by: person, at: now }).outcome === 'done';
  const isMine = may({ act: 'renew' });
  return {
    caseId: item.id,
    lines: [...standing(sides), ...sentBack(item), ...hands(sides)],
    may: {
      claim: !isMine && may({ act: 'claim' }),
      renew: isMine,
      release: isMine,
      resume: may({ act: 'resume' }),
      undo: may({ act: 'undo' }),
    },
    colleagues: isMine ? roster.filter((to) => may({ act: 'hand-over', to })).map(({ id, name }) => ({ id, name })) : [],
    revocation: refusalReasons
      .filter((code) => may({ act: 'revoke', code, note: anyNote }))
      .map((code) => ({ code, words: codeWords(code).words })),
    evidence: hasOpened(item, person) ? 'opened' : 'not-opened',
    form: isMine ? formFor(item) : undefined,
    flood: isMine && item.floodOf !== undefined ? held : undefined,
    decisions: decisionViews(item),
  };
}

/** Why nobody can take it yet. */
const notYetWords: Partial<Record<Case['state'], string>> = {
  waiting: 'It rests on a description alone and waits for a place in the day’s queue.',
  held: 'It is one of a flood on one record or listing, kept back until a person has decided the case that stands for them all.',
  opened: 'Its evidence is being captured.',
};

function standing({ item, person, now }: WorkSides): WorkLine[] {
  const undoable = undoableAt(item, now);
  const last = standingDecisions(item.work ?? noWork).at(-1);
  if (undoable && last) {
    const waits = item.state === 'second-check' && undoable.by !== person.id;
    const canTakeLater = waits ? ' From then on another person can take the case.' : '';
    return [
      {
        text: `${undoable.name} decided: ${lowerFirst(decisionWords(last))}. It takes effect at ${clockOf(undoable.until)}.${canTakeLater}`,
        ...noted(last),
      },
    ];
  }
  const hold = holdOf(item);
  if (hold)
    return [
      {
        text: `On hold by ${hold.by.name}${hold.holdUntil === undefined ? '' : ` ${untilWords(hold.holdUntil)}`}: ${lowerFirst(decisionWords(hold))}.`,
        ...noted(hold),
      },
    ];
  const first = firstConfirmationOf(item);
  if (first)
    return [
      { text: `${first.by.name} confirmed it on ${momentOf(first.at).text}. Another person is asked: look for yourself.`, ...noted(first) },
    ];
  const confirmation = confirmationOf(item, now);
  if (confirmation) {
    const { first: one, second, since } = confirmation;
    return [{ text: `Confirmed by ${one.by.name} and ${second.by.name}, in effect since ${momentOf(since).text}.`, ...noted(second) }];
  }
  const waits = notYetWords[item.state];
  if (waits !== undefined) return [{ text: waits }];
  const closing = closingWords(item);
  return closing === '' ? [] : [{ text: closing, ...(last?.at === item.closedAt && last ? noted(last) : {}) }];
}

function sentBack({ state, work = noWork }: Case): WorkLine[] {
  const last = standingDecisions(work).at(-1);
  if (state !== 'ready' || last?.stage !== 'second') return [];
  return [
    { text: `${last.by.name} sent it back on ${momentOf(last.at).text}: ${lowerFirst(codeWords(last.code).words)}.`, ...noted(last) },
  ];
}

function hands({ item, person, now }: WorkSides): WorkLine[] {
  const claim = claimAt(item.work ?? noWork, now);
  if (claim === undefined) return item.state === 'ready' || item.state === 'second-check' ? [{ text: 'Nobody has it in hand.' }] : [];
  const from = claim.from === undefined ? '' : ` ${claim.from.name} handed it over.`;
  const whose = claim.by.id === person.id ? 'It is in your hands' : `${claim.by.name} has it in hand`;
  return [{ text: `${whose} ${untilWords(claim.until)}.${from}`, ...noted(claim) }];
}

function formFor(item: Case): DecisionForm {
  const stage = item.state === 'second-check' ? 'second' : 'first';
  const codes = decisionCodes.filter((code) => item.kind !== 'flood' || code !== 'confirmed-stolen');
  return { stage, seen: seenOf(item), queue: item.state, choices: codes.map((code) => choiceOf(stage, code)) };
}

/** The notice keeps it as the answer on de-confliction, with this person's name: so it is said before it is given. */
const agreeingHint = 'You say with it that you know of no other operation that acting would harm. A notice may start a minute later.';

function choiceOf(stage: TurnStage, code: DecisionCode): DecisionForm['choices'][number] {
  const { words, hint, key } = codeWords(code);
  const asksForNote = fieldsAskedFor(stage, code).note;
  if (stage === 'first') return { code, words, hint, key, asksForNote };
  if (code === 'confirmed-stolen') return { code, words: 'I agree: confirmed stolen', hint: agreeingHint, key, asksForNote };
  return { code, words: `Send back: ${lowerFirst(words)}`, hint: '', key, asksForNote };
}

/** Newest first: what was decided last is what the reader asks about. */
function decisionViews({ work = noWork }: Case): DecisionView[] {
  return work.decisions.toReversed().map((decision) => ({
    at: momentOf(decision.at),
    by: decision.by.name,
    what: decisionWords(decision),
    note: decision.note ?? '',
    takenBack: decision.undoneAt !== undefined,
  }));
}

function noted({ note }: { note?: string }): { note?: string } {
  return note === undefined ? {} : { note };
}
