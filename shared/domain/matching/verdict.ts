/** From weighed findings to a Match: prior, rivals, caps and gates, each as a line, and what may follow. */

import { type Evidence, type EvidenceKind, type Match, probabilityOfBits } from '../match.ts';
import type { StolenRecord } from '../stolen-record.ts';
import { contradictionFindings, contradictionsOf } from './contradictions.ts';
import { type Finding, sumOfBits } from './finding.ts';
import { gatesOf } from './gates.ts';
import { type Intent, readIntent } from './intent.ts';
import type { DeviceProfile } from './profile.ts';
import { inWords } from './sentences.ts';
import type { Comparison } from './sides.ts';
import type { Weighed } from './weigh.ts';
import type { MatchingModel } from './weights.ts';

/** A pair with all that its Match follows from. */
export interface Judged {
  comparison: Comparison;
  /** What was read out of both sides. */
  profiles: { listing: DeviceProfile; record: DeviceProfile };
  /** What the writer of the advert wants; left out, it is read now. */
  intent?: Intent;
  weighed: Weighed;
  /** Signs of the offer itself; they move its prior. */
  offer: Finding | undefined;
  /** Bits that the other records nearly as good take away; 0 or less. */
  rivals: { bits: number; count: number };
}

/** The Match with its lines in the order they are drawn: prior, offer, identity, contradictions, rivals, calibration, cap. */
export function verdictOf({ comparison, profiles, intent, weighed, offer, rivals }: Judged): Match {
  const { listing, record, context } = comparison;
  const evidenceKind = kindOf(weighed);
  const gates = gatesOf(comparison, intent ?? readIntent(listing));
  const flags = evidenceKind === 'description' ? [] : contradictionsOf(comparison, profiles);
  const lines: Finding[] = [priorFinding(context), ...(offer ? [offer] : []), ...weighed.findings];
  if (flags.length > 0) lines.push(...contradictionFindings(comparison, profiles));
  if (rivals.bits < 0)
    lines.push({
      field: 'other-candidates',
      level: rivals.count > 0 ? `${rivals.count} others fit nearly as well` : 'none fits nearly as well',
      bits: rivals.bits,
    });
  lines.push(...calibrationFindings(lines, evidenceKind, context.model));
  lines.push(...capFindings(lines, capOf({ kind: evidenceKind, flags, grade: record.grade }, context.model)));
  const evidence: Evidence[] = lines.map((line) => inWords(line));
  const bits = sumOfBits(evidence);
  const probability = probabilityOfBits(bits);
  return {
    recordReference: record.reference,
    evidenceKind,
    evidence,
    gates,
    flags,
    bits,
    probability,
    action: gates.length === 0 && probability >= context.model.reviewFrom ? 'review' : 'none',
    modelVersion: context.model.version,
    surveyVersion: context.surveyVersion ?? 'assumed',
  };
}

/** An identifier that speaks against, or may be somebody else's, is no evidence of its kind: what is left is the description. */
function kindOf({ identifier }: Weighed): EvidenceKind {
  if (!identifier || identifier.bits <= 0 || identifier.level === 'equal, in doubt') return 'description';
  return identifier.level === 'equal' ? 'imei' : 'partial-imei';
}

/** log2 odds that a listing is one given record of the list, before anything is known. */
export function priorBits({ activeRecords, model }: Pick<Comparison['context'], 'activeRecords' | 'model'>): number {
  const { listedShare } = model.prior;
  return Math.log2(listedShare / (1 - listedShare) / Math.max(1, activeRecords));
}

/**
 * What an equal number and an equal model speak for a record together, where the number may be somebody else's. A listing can show a
 * reported number as its own or as its neighbour's; both are as rare as the reports, so the length of the list is no matter: whatever the
 * odds were, it brings them to one in 64, which makes no Case. More agreement does, of storage, colour, place, a mark or a photo.
 */
export function doubtedBits(context: Pick<Comparison['context'], 'activeRecords' | 'model'>): number {
  return Math.max(0, oddsOfDoubted - priorBits(context));
}

const oddsOfDoubted = -6;

function priorFinding(context: Comparison['context']): Finding {
  return {
    field: 'prior',
    level: `one of ${Math.max(1, context.activeRecords).toLocaleString('en-GB')} records`,
    bits: priorBits(context),
  };
}

function calibrationFindings(lines: Finding[], kind: EvidenceKind, model: MatchingModel): Finding[] {
  const { slope, shift } = model.calibration[kind];
  const sum = sumOfBits(lines);
  const bits = sum * slope + shift - sum;
  return bits === 0 ? [] : [{ field: 'calibration', level: kind, bits }];
}

interface Capped extends Pick<StolenRecord, 'grade'> {
  kind: EvidenceKind;
  flags: readonly string[];
}

/** The probability that nothing may exceed before a person has looked. */
export function capOf({ kind, flags, grade }: Capped, { caps }: Pick<MatchingModel, 'caps'>): number {
  const limits = [{ imei: caps.exact, 'partial-imei': caps.partial, description: caps.description }[kind]];
  if (grade === 'owner-reported') limits.push(caps.ownerReported);
  if (flags.length > 0) limits.push(caps.contradicted);
  return Math.min(...limits);
}

/** The line that takes away what exceeds the cap, so that the bars still sum. */
function capFindings(lines: Finding[], cap: number): Finding[] {
  const excess = sumOfBits(lines) - Math.log2(cap / (1 - cap));
  return excess > 0 ? [{ field: 'cap', level: `at most ${Math.round(cap * 100)} %`, bits: -excess }] : [];
}
