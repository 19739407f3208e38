/** Domain values in the words and colours of the console: a change of wording touches this file and nothing else. */

import type { CapturedPage, CaseState } from '../../shared/domain/case.ts';
import type { IdentifierKind } from '../../shared/domain/identifier.ts';
import type { Liveness } from '../../shared/domain/listing.ts';
import type { EvidenceKind, Gate } from '../../shared/domain/match.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import type { ScanHealth } from '../../shared/domain/scan.ts';
import type { Grade, RecordStatus } from '../../shared/domain/stolen-record.ts';
import type { Label } from '../../shared/pages/pieces.ts';

const strengths: readonly { from: number; label: Label }[] = [
  { from: 0.95, label: { text: 'Very strong', colour: 'red' } },
  { from: 0.8, label: { text: 'Strong', colour: 'orange' } },
  { from: 0.5, label: { text: 'Moderate', colour: 'yellow' } },
];

export function strengthLabel(probability: number): Label {
  return strengths.find(({ from }) => probability >= from)?.label ?? { text: 'Weak', colour: 'grey' };
}

const evidenceKinds: Record<EvidenceKind, string> = {
  imei: 'Same device number',
  'partial-imei': 'Part of the device number fits',
  description: 'Description alone',
};

export function evidenceKindWords(kind: EvidenceKind): string {
  return evidenceKinds[kind];
}

const healths: Record<ScanHealth, { label: Label; meaning: string }> = {
  healthy: { label: { text: 'Healthy', colour: 'green' }, meaning: 'saw what it should see' },
  degraded: { label: { text: 'Degraded', colour: 'yellow' }, meaning: 'saw part of what it should see' },
  blocked: { label: { text: 'Blocked', colour: 'red' }, meaning: 'was turned away by the platform' },
  blind: { label: { text: 'Blind', colour: 'red' }, meaning: 'got pages from which nothing could be read' },
};

/** `undefined` stands for a scan that still runs. */
export function healthLabel(health: ScanHealth | undefined): Label {
  return health === undefined ? { text: 'Under way', colour: 'blue' } : healths[health].label;
}

export function healthMeaning(health: ScanHealth): string {
  return healths[health].meaning;
}

export const neverScanned: Label = { text: 'Not scanned yet', colour: 'grey' };

const states: Record<CaseState, { label: Label; heading: string }> = {
  ready: { label: { text: 'Ready for review', colour: 'blue' }, heading: 'Ready for review' },
  waiting: { label: { text: 'Waiting for a place', colour: 'grey' }, heading: 'Waiting for a place' },
  held: { label: { text: 'Held back', colour: 'yellow' }, heading: 'Held back' },
  opened: { label: { text: 'Being prepared', colour: 'grey' }, heading: 'Being prepared' },
  'on-hold': { label: { text: 'On hold', colour: 'yellow' }, heading: 'On hold' },
  'second-check': { label: { text: 'For a second person', colour: 'purple' }, heading: 'For a second person' },
  confirmed: { label: { text: 'Confirmed by two', colour: 'green' }, heading: 'Confirmed' },
  closed: { label: { text: 'Closed', colour: 'grey' }, heading: 'Closed' },
};

export function stateLabel(state: CaseState): Label {
  return states[state].label;
}

export function stateHeading(state: CaseState): string {
  return states[state].heading;
}

const livenesses: Record<Liveness, Label> = {
  live: { text: 'Still offered', colour: 'blue' },
  gone: { text: 'Taken down', colour: 'grey' },
  unknown: { text: 'Not known whether still offered', colour: 'yellow' },
};

export function livenessLabel(liveness: Liveness): Label {
  return livenesses[liveness];
}

const gradeLabels: Record<Grade, Label> = {
  'police-verified': { text: 'Police-verified', colour: 'green' },
  'network-blocked': { text: 'Blocked by the network', colour: 'blue' },
  'owner-reported': { text: 'Reported by the owner', colour: 'yellow' },
  disputed: { text: 'Disputed', colour: 'red' },
};

export function gradeLabel(grade: Grade): Label {
  return gradeLabels[grade];
}

const statusLabels: Record<RecordStatus, Label> = {
  stolen: { text: 'Stolen', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
  recovered: { text: 'Recovered', colour: 'green' },
  'lawfully-disposed': { text: 'Lawfully disposed of', colour: 'grey' },
};

export function statusLabel(status: RecordStatus): Label {
  return statusLabels[status];
}

const identifierKinds: Record<IdentifierKind, string> = {
  imei: 'IMEI',
  imeisv: 'IMEISV',
  meid: 'MEID',
  serial: 'Serial number',
  partial: 'Partial IMEI',
};

export function identifierKindWords(kind: IdentifierKind): string {
  return identifierKinds[kind];
}

const gateWords: Record<Gate['gate'], string> = {
  'record-not-looked-for': 'The record is not looked for',
  'listed-before-theft': 'Offered before the theft',
  'owners-appeal': 'The owner’s own appeal',
  'not-a-device-for-sale': 'No device is for sale',
};

export function gateHeading(gate: Gate['gate']): string {
  return gateWords[gate];
}

const flagWords: Record<string, string> = {
  'model-differs': 'The model differs between the listing and the record',
  'several-records': 'More than one stolen record fits this device number',
  'several-listings': 'More than one listing shows this device number',
};

/** A contradiction in a sentence; one that has no sentence yet is shown by its name: `price-too-low` is `Price too low`. */
export function flagSentence(flag: string): string {
  return flagWords[flag] ?? capitalised(flag.replaceAll('-', ' '));
}

const refusals: Record<RefusalReason, string> = {
  'not-the-device': 'not the device',
  'legitimate-sale': 'a legitimate sale',
  'record-wrong': 'the record is wrong',
  'cannot-tell': 'cannot tell',
};

export function refusalWords(reason: RefusalReason): string {
  return refusals[reason];
}

const fieldNames: Record<string, string> = {
  prior: 'Before looking',
  identifier: 'Device number',
  'stolen-time': 'Time of the theft',
  'other-candidates': 'Other records that fit',
  calibration: 'Correction by experience',
  cap: 'Limit of certainty',
};

/** The name of an evidence line: `stolen-time` is `Stolen time`. */
export function fieldName(field: string): string {
  return fieldNames[field] ?? capitalised(field.replaceAll('-', ' '));
}

const captures: Record<string, string> = {
  listing: 'Page captured as evidence',
  search: 'A page was captured, but it lists many offers and not this one',
  blocked: 'A page was captured, but it is the platform’s block page',
  gone: 'A page was captured, and it says that the listing is gone',
  unknown: 'A page was captured, but it does not show the listing',
};

/** What came of fetching the page once more: the reading's kind, or in words why nothing was had. */
export function captureWords({ outcome }: Pick<CapturedPage, 'outcome'>): string {
  return captures[outcome] ?? capitalised(outcome.slice(0, 300));
}

const places: readonly { starts: string; words: string }[] = [
  { starts: 'title', words: 'in the title' },
  { starts: 'text', words: 'in the text of the page' },
  { starts: 'selector:', words: 'in a field of the page' },
  { starts: 'attribute:', words: 'in hidden markup, an attribute' },
  { starts: 'json-ld', words: 'in structured data that the page does not show' },
  { starts: 'microdata', words: 'in structured data of the page' },
  { starts: 'meta', words: 'in hidden markup, a meta element' },
  { starts: 'comment', words: 'in a comment inside the page’s source, invisible to visitors' },
  { starts: 'script', words: 'in a script of the page, invisible to visitors' },
  { starts: 'photo', words: 'in a photo' },
];

/** `attribute:alt` is `in hidden markup, an attribute (alt)`. */
export function placeWords(where: string): string {
  const place = places.find(({ starts }) => where.startsWith(starts));
  if (place === undefined) return `in ${where.slice(0, 60)}`;
  const detail = where.includes(':') ? where.slice(where.indexOf(':') + 1, 80) : '';
  return detail === '' ? place.words : `${place.words} (${detail})`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
