/** Damage and marks: what thousands share speaks softly, what somebody engraved speaks loudly, and silence hardly speaks. */

import { isOneSlip } from './catalogue/spellings.ts';
import type { Sides } from './description-evidence.ts';
import { agreement, bitsOf, clamp, type Finding } from './finding.ts';
import { areToldAlike, isRare, type Mark } from './understanding/marks.ts';

/** One line a kind of mark, in the order of their names. */
export function markFindings(sides: Sides): Finding[] {
  // Marks are only weighed where somebody described them: a record without any was not looked over.
  if (sides.record.marks.length === 0) return [];
  const kinds = new Set([...sides.record.marks, ...sides.listing.marks].map((mark) => mark.kind));
  return [...kinds].toSorted().map((kind) => kindFinding(kind, sides));
}

function kindFinding(kind: string, sides: Sides): Finding {
  const offered = sides.listing.marks.filter((mark) => mark.kind === kind);
  const stolen = sides.record.marks.filter((mark) => mark.kind === kind);
  const rare = [...offered, ...stolen].some(isRare);
  const line = {
    field: `mark: ${kind}`,
    ...(offered[0] ? { listingSays: offered[0].said } : {}),
    ...(stolen[0] ? { recordSays: stolen[0].said } : {}),
  };
  if (offered.length > 0 && stolen.length > 0)
    return { ...line, ...(rare ? rareAgreement(kind, offered, stolen, sides) : commonAgreement(kind, sides)) };
  return { ...line, ...(offered.length > 0 ? onlySeller(kind, rare, sides) : onlyRecord(kind, rare, sides)) };
}

type Weighed = Pick<Finding, 'level' | 'bits' | 'byChance'>;

function commonAgreement(kind: string, { model, population }: Sides): Weighed {
  return { level: 'both', ...atMost(model.mark.bothCapBits, agreement(model.mark.both, population.markShare(kind))) };
}

function rareAgreement(kind: string, offered: Mark[], stolen: Mark[], { model, population }: Sides): Weighed {
  const { valueAgrees, valueCapBits, valueUnread, otherValueBits, removable } = model.mark;
  const soft = removable.kinds.includes(kind);
  const share = population.markShare(kind);
  const shared = sharedWords(offered, stolen);
  if (shared.length > 0) {
    const byChance = share * Math.min(...shared.map((word) => population.markValueShare(kind, word)));
    return { level: 'same value', ...atMost(soft ? removable.capBits : valueCapBits, agreement(valueAgrees, byChance)) };
  }
  const unread = offered.every((mark) => mark.value.length === 0) || stolen.every((mark) => mark.value.length === 0);
  if (unread) return { level: 'same kind', bits: clamp(bitsOf(valueUnread, share), 0, soft ? 1 : 5) };
  // "Autocollant cerise" beside "cherry sticker": words of two languages say nothing of one another.
  if (!isOneLanguage(offered, stolen)) return { level: 'same kind', bits: 0 };
  return { level: 'other value', bits: soft ? removable.otherValueBits : otherValueBits };
}

/** What is weighed at no more than so much is told as no rarer than that. */
function atMost(cap: number, { bits, byChance = 1 }: Pick<Finding, 'bits' | 'byChance'>): Pick<Finding, 'bits' | 'byChance'> {
  return bits <= cap ? { bits, byChance } : { bits: cap, byChance: byChance * 2 ** (bits - cap) };
}

function onlySeller(kind: string, rare: boolean, { model }: Sides): Weighed {
  const { onlySellerBits, rareUnknownToRecordBits, removable } = model.mark;
  if (removable.kinds.includes(kind)) return { level: 'listing only', bits: removable.unknownToRecordBits };
  return { level: 'listing only', bits: rare ? rareUnknownToRecordBits : kind === 'worn' ? 0 : onlySellerBits };
}

function onlyRecord(kind: string, rare: boolean, { model }: Sides): Weighed {
  const { onlyRecordBits, rareSilentBits, removable } = model.mark;
  if (removable.kinds.includes(kind)) return { level: 'record only', bits: removable.silentBits };
  return { level: 'record only', bits: rare ? rareSilentBits : kind === 'worn' ? -0.2 : onlyRecordBits };
}

/** Initials and numbers can be compared in any language, and so can all that is told with the same word for the kind of mark. */
function isOneLanguage(offered: Mark[], stolen: Mark[]): boolean {
  if (offered.some(({ kind }) => kind === 'engraving' || kind === 'tag' || kind === 'screen line' || kind === 'tray' || kind === 'paint'))
    return true;
  return offered.some((mark) => stolen.some((other) => mark.value.length > 0 && other.value.length > 0 && areToldAlike(mark, other)));
}

/** Words that both values hold; one slip is forgiven in a word of five letters or more. */
function sharedWords(offered: Mark[], stolen: Mark[]): string[] {
  const [ours, theirs] = [offered.flatMap((mark) => mark.value), stolen.flatMap((mark) => mark.value)];
  return theirs.filter((word) => ours.some((other) => other === word || (word.length >= 5 && isOneSlip(other, word))));
}
