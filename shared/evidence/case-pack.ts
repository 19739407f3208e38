import type { AuditEvent } from '../domain/audit-event.ts';
import type { Case } from '../domain/case.ts';
import type { CaptureFiles } from './capture.ts';
import { type Exhibit, type Pack, packEvidence } from './pack.ts';
import { platformEdition } from './platform-edition.ts';

export interface CasePackParts {
  captures: readonly CaptureFiles[];
  /** Every act on the Case, oldest first. */
  custody: readonly AuditEvent[];
  made: Pick<Exhibit, 'madeAt' | 'madeBy' | 'software'>;
  /** The force's own reference; left out, `FW-` and the Case's id. */
  exhibit?: string | undefined;
  /** `force` holds the reasons, for and against alike, and the custody; `platform` what anybody could see of the listing. */
  audience: 'force' | 'platform';
}

/** The evidence pack of a Case. */
export async function packCase(packed: Case, { captures, custody, made, exhibit, audience }: CasePackParts): Promise<Pack> {
  const { id, listing } = packed;
  const { madeBy, ...how } = made;
  const isInside = audience === 'force';
  return packEvidence({
    exhibit: { exhibit: exhibit ?? `FW-${id}`, caseId: id, title: listing.title, url: listing.url, ...how, ...(isInside && { madeBy }) },
    captures: isInside ? captures : captures.map(platformEdition),
    ...(isInside && { inside: { reasons: reasonsOf(packed), custody } }),
  });
}

/** Field by field, so that what is added to a Case later does not go into packs unasked. */
function reasonsOf({ id, kind, state, openedAt, listing, match, refusal, reopenedBecause }: Case) {
  const { recordReference, evidenceKind, bits, probability, gates, flags, modelVersion, surveyVersion } = match;
  const evidence = match.evidence.map(({ field, level, bits: weight, sentence, listingSays, recordSays }) => {
    return { field, level, bits: weight, sentence, listingSays, recordSays };
  });
  const reasons = { recordReference, evidenceKind, bits, probability, gates, flags, evidence, modelVersion, surveyVersion };
  return { id, kind, state, openedAt, listing, match: reasons, refusal, reopenedBecause };
}
