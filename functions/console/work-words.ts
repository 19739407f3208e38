/** What people do with Cases, in the words of the console. */

import type { Case } from '../../shared/domain/case.ts';
import { noWork, standingDecisions } from '../../shared/domain/case-work.ts';
import type { Decision, DecisionCode } from '../../shared/domain/decision.ts';
import type { Role } from '../../shared/domain/person.ts';
import { clockOf, momentOf } from '../../shared/pages/format.ts';
import type { Hindrance } from './act-on-case.ts';
import { stateHeading } from './present.ts';

interface CodeWords {
  /** As the choice of the form says it, and as colleagues read it later. */
  words: string;
  hint: string;
  /** The key that chooses it. */
  key: string;
}

const codes: Record<DecisionCode, CodeWords> = {
  'confirmed-stolen': { words: 'Confirmed stolen', hint: 'The listing offers the stolen device. A second person is asked next.', key: 'c' },
  'not-the-device': { words: 'Not the device', hint: 'Closed; it comes back only when its evidence changes.', key: 'd' },
  'legitimate-sale': { words: 'Legitimate sale', hint: 'The device, lawfully sold: by its owner, an insurer, after its return.', key: 'l' },
  'record-wrong': { words: 'Record wrong', hint: 'The stolen record is mistaken or out of date. Say what is wrong in the note.', key: 'w' },
  'cannot-tell': { words: 'Cannot tell', hint: 'Closed, and asked again after 30 days.', key: 't' },
  'needs-information': { words: 'Needs information', hint: 'On hold. Say in the note what is missing.', key: 'i' },
  'deconfliction-hold': { words: 'De-confliction hold', hint: 'On hold: another operation comes first. Say in the note which.', key: 'h' },
};

export function codeWords(code: DecisionCode): CodeWords {
  return codes[code];
}

/** `Not the device`; of a second person `Sent back: not the device`. */
export function decisionWords({ stage, code }: Pick<Decision, 'stage' | 'code'>): string {
  if (stage === 'first') return codes[code].words;
  if (stage === 'revocation') return `Confirmation taken back: ${lowerFirst(codes[code].words)}`;
  return code === 'confirmed-stolen' ? 'Confirmed as second person' : `Sent back: ${lowerFirst(codes[code].words)}`;
}

const roleWords: Record<Role, string> = {
  reviewer: 'a reviewer',
  'second-reviewer': 'a second reviewer',
  'notice-officer': 'a notice officer',
  'victim-officer': 'a victim officer',
  'records-desk': 'the records desk',
  auditor: 'an auditor',
  admin: 'an administrator',
};

/** What a page says about an act that was not done. `field` is the part of the form that can be put right. */
export interface Trouble {
  heading: string;
  sentence: string;
  field?: 'code' | 'note' | 'holdDays';
}

export function troubleOf(hindrance: Hindrance): Trouble {
  switch (hindrance.why) {
    case 'note-missing':
      return { heading: 'A note is needed', sentence: 'Say why in a few words: a colleague has to understand it later.', field: 'note' };
    case 'hold-days-missing':
      return { heading: 'Days are needed', sentence: 'Say for how many days the case is on hold: 1 to 90.', field: 'holdDays' };
    case 'evidence-not-opened':
      return {
        heading: 'Open the evidence first',
        sentence: 'A confirmation rests on the captured page. Open it as it is now, then decide.',
      };
    case 'evidence-damaged':
      return {
        heading: 'The captured page is not what was captured',
        sentence: 'What is kept does not have the hash that was noted. Nothing may rest on it: tell whoever runs Fencewatch.',
      };
    case 'changed-since-seen':
      return {
        heading: 'The case has changed',
        sentence: 'The advert or the record says something new since you opened this page. Look again, then decide.',
      };
    case 'claimed-by-another':
      return { heading: 'In other hands', sentence: `${hindrance.name} has this case in hand until ${clockOf(hindrance.until)}.` };
    case 'not-claimed':
      return {
        heading: 'Not in your hands',
        sentence: 'Your time with this case has run out, or you never took it. Take it, then decide.',
      };
    case 'may-be-taken-back':
      return {
        heading: 'A decision is about to take effect',
        sentence: `${hindrance.name} may still take it back until ${clockOf(hindrance.until)}.`,
      };
    case 'nothing-to-take-back':
      return {
        heading: 'Too late to take it back',
        sentence: 'The decision has taken effect, or it is not yours, or the case has moved on.',
      };
    case 'decided-by-you':
      return { heading: 'Another person is needed', sentence: 'You decided this case before. Somebody else has to look at it now.' };
    case 'cannot-take-over':
      return {
        heading: 'Not handed over',
        sentence: `${hindrance.name} may not decide this case: wrong role, the first person, or another team.`,
      };
    case 'not-about-one-pair':
      return { heading: 'A flood cannot be confirmed', sentence: 'Refuse it, or put what it holds back up for review one by one.' };
    case 'record-not-looked-for':
      return {
        heading: 'The record is no longer looked for',
        sentence: 'It was withdrawn, recovered or disputed. Nothing may be confirmed on it.',
      };
    case 'role-missing':
      return { heading: 'Not your turn', sentence: `This is for ${roleWords[hindrance.role]}.` };
    case 'wrong-state':
      return { heading: 'Decided meanwhile', sentence: `The case now stands under “${stateHeading(hindrance.state)}”.` };
    case 'other-team':
      return { heading: 'Another team’s case', sentence: 'It belongs to another team.' };
  }
}

/** `Closed on 22 Nov 2026, 14:06 by Ama Osei: not the device.`; empty while a Case is open. */
export function closingWords({ state, closedAt, closedBecause, work = noWork }: Case): string {
  if (state !== 'closed' || closedAt === undefined) return '';
  const on = `Closed on ${momentOf(closedAt).text}`;
  const last = standingDecisions(work).at(-1);
  if (last?.at === closedAt) return `${on} by ${last.by.name}: ${lowerFirst(decisionWords(last))}.`;
  return closedBecause === undefined ? `${on}.` : `${on}: ${lowerFirst(closedBecause)}`;
}

/** `until 29 Nov 2026, 10:00`. */
export function untilWords(iso: string): string {
  return `until ${momentOf(iso).text}`;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
