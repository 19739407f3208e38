/** What a victim is owed to hear: by when, in which words, and whether it is still so. */

import { type UpdateWords, updateWords } from '../../shared/domain/victims/update-words.ts';
import { isOverdue, type VictimUpdate } from '../../shared/domain/victims/victim-update.ts';
import { workingDaysAfter } from '../../shared/domain/victims/working-days.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';

export interface VictimUpdateView {
  id: string;
  reference: string;
  label: Label;
  happened: Moment;
  due: Moment;
  dueEnhanced: Moment;
  /** Why the days may be too early; empty where they are known. */
  unknown: string;
  words: UpdateWords;
  told: string;
  mayTell: boolean;
}

export interface VictimsView {
  state: VictimUpdate['state'];
  updates: VictimUpdateView[];
  isCut: boolean;
}

export function presentVictimUpdate(update: VictimUpdate, { stands, now }: { stands: boolean; now: Date }): VictimUpdateView {
  const { id, reference, at, dueOn, dueOnEnhanced, unknownYears, state, told } = update;
  return {
    id,
    reference,
    label: labelOf(update, { stands, now }),
    happened: momentOf(at),
    due: momentOf(dueOn, 'day'),
    dueEnhanced: momentOf(dueOnEnhanced, 'day'),
    unknown: unknownYears.length === 0 ? '' : `Bank holidays of ${unknownYears.join(' and ')} are not known, so the days may be too early.`,
    words: updateWords(update),
    told: told === undefined ? '' : `Told by ${told.by.name}, ${momentOf(told.at).text}.`,
    mayTell: state === 'due' && stands,
  };
}

function labelOf(update: VictimUpdate, { stands, now }: { stands: boolean; now: Date }): Label {
  if (update.state === 'told') return { text: 'Told', colour: 'green' };
  if (!stands) return { text: 'No longer so: do not tell', colour: 'grey' };
  const today = workingDaysAfter(now, 0).day;
  if (isOverdue(update, today)) return { text: 'Overdue', colour: 'red' };
  return today >= update.dueOnEnhanced ? { text: 'Due now with enhanced rights', colour: 'orange' } : { text: 'Due', colour: 'blue' };
}
