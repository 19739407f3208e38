/** The identifiers of a Revision as a reviewer needs them: one entry a device number, with every place it was read from. */

import { CLAIM_CONFIDENCE, comparisonKey, type Identifier } from '../../shared/domain/identifier.ts';
import type { PerhapsOf } from '../../shared/domain/identifiers/belonging.ts';
import type { ListingContent } from '../../shared/domain/listing.ts';
import type { Evidence } from '../../shared/domain/match.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { percentWords } from '../../shared/pages/format.ts';
import { standsIn } from './highlight.ts';
import { identifierKindWords, placeWords } from './present.ts';

export interface Place {
  raw: string;
  where: string;
  /** It cannot be seen in the title or the description that the page shows. */
  unseen: boolean;
}

export interface Find {
  /** Counted from 1 down the page; ties a highlight to its row. */
  number: number;
  kind: string;
  value: string;
  sure: string;
  /** Names the same device as the stolen record, by the first 14 digits. */
  agrees: boolean;
  /** A reason of the Match names it. */
  restedOn: boolean;
  /** Sentences: read with doubt, one digit recovered, other readings. */
  notes: string[];
  places: Place[];
}

/** A page that lists hundreds of numbers is a bulk offer; the rest is in the captured page. */
const MOST_FINDS = 40;

export interface FindSources {
  content: Pick<ListingContent, 'title' | 'description' | 'identifiers'>;
  record: StolenRecord | undefined;
  /** Of the Match, some of which name the find they rest on. */
  evidence: readonly Pick<Evidence, 'identifier'>[];
}

export function findsOf({ content, record, evidence }: FindSources): Find[] {
  const byName = Map.groupBy(content.identifiers, nameOf);
  const recordKeys = new Set(record?.identifiers.map(comparisonKey).filter((key) => key !== undefined));
  const restedOn = new Set(evidence.flatMap(({ identifier }) => (identifier === undefined ? [] : nameOf(identifier))));
  return [...byName.values()].slice(0, MOST_FINDS).flatMap((identifiers, index) => {
    const [best] = identifiers.toSorted((a, b) => b.confidence - a.confidence);
    if (best === undefined) return [];
    return {
      number: index + 1,
      kind: identifierKindWords(best.kind),
      value: best.value ?? best.pattern?.replaceAll('?', '·') ?? best.raw,
      sure: percentWords(best.confidence),
      agrees: recordKeys.has(comparisonKey(best) ?? ''),
      restedOn: restedOn.has(nameOf(best)),
      notes: notesOn(best),
      places: identifiers.map((identifier) => placeOf(identifier, content)),
    };
  });
}

/** What makes two readings one find: `imei 356938035643809`. */
function nameOf({ kind, value, pattern, raw }: Identifier): string {
  return `${kind} ${value ?? pattern ?? raw}`;
}

function placeOf(identifier: Identifier, { title, description }: FindSources['content']): Place {
  return {
    raw: identifier.raw,
    where: placeWords(identifier.where),
    unseen: !standsIn(title, identifier) && !standsIn(description, identifier),
  };
}

const perhapsOfNotes: Record<PerhapsOf, string> = {
  'another offer': 'It stands beside a link to another advert or under its address: it may be that advert’s number.',
  'somebody else': 'The words or the part of the page it stands in speak of somebody else’s device: it may be no number of this seller.',
  'the site': 'It stands in a part of the page that the marketplace writes: it may be no number of this seller.',
};

function notesOn(identifier: Identifier): string[] {
  const notes: string[] = [];
  const { perhapsOf } = identifier.features ?? {};
  if (perhapsOf !== undefined) notes.push(`${perhapsOfNotes[perhapsOf]} No case rests on it alone.`);
  else if (identifier.confidence < CLAIM_CONFIDENCE) notes.push('A candidate only: nothing rests on it until a person has checked it.');
  if (identifier.kind === 'partial') notes.push('Only some of the digits are known.');
  if (identifier.recovered === true) notes.push('One hidden digit was worked out from the check digit.');
  if (identifier.alternatives !== undefined && identifier.alternatives.length > 0) {
    notes.push(`May also read ${identifier.alternatives.slice(0, 3).join(' or ')}.`);
  }
  if (identifier.pairedWith !== undefined) notes.push(`Stood together with ${identifier.pairedWith}: two slots of one device.`);
  if (identifier.features?.tac !== undefined) notes.push(tacNote(identifier.features.tac, identifier.features.modelAgrees));
  return notes;
}

/** Tables of TACs err, so the reviewer is told what one says and no more. */
function tacNote(tac: string, modelAgrees: boolean | undefined): string {
  const title = modelAgrees === undefined ? '' : modelAgrees ? ', as the title says' : '; the title names another model';
  return `By its first eight digits it is of this model: ${tac}${title}.`;
}
