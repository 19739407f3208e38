/** Escalations in a reviewer's words. */

import type { EscalationHindrance, EscalationKind, EscalationState } from '../../shared/domain/escalation.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { Trouble } from './work-words.ts';

export const escalationLabels: Record<EscalationKind, Label> = {
  returned: { text: 'Offered again', colour: 'red' },
  'still-offered': { text: 'Still offered', colour: 'orange' },
  unseen: { text: 'Not seen', colour: 'yellow' },
  unanswered: { text: 'Not answered', colour: 'yellow' },
  undeliverable: { text: 'Not delivered', colour: 'red' },
  'to-hand-in': { text: 'To hand in', colour: 'orange' },
  disputed: { text: 'Disputed', colour: 'red' },
  'asked-back': { text: 'Asked back', colour: 'blue' },
  'recall-refused': { text: 'Recall refused', colour: 'red' },
  'ground-lost': { text: 'Ground lost', colour: 'purple' },
};

export const escalationStateWords: Record<EscalationState, string> = { open: 'Open', taken: 'In hand', closed: 'Closed' };

const hindrances: Record<EscalationHindrance, Trouble> = {
  'closed-already': { heading: 'Closed already', sentence: 'A colleague closed it, or the clock found that nothing is left to do.' },
  'taken-by-another': { heading: 'A colleague has it', sentence: 'Take it over first if they are not there.' },
  'not-taken': { heading: 'Take it first', sentence: 'Whoever closes it has it in hand.' },
};

export function escalationTrouble(hindrance: EscalationHindrance): Trouble {
  return hindrances[hindrance];
}
