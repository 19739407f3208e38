import { createHash } from 'node:crypto';
import type { CaseSubject } from '../../shared/aws/case-keys.ts';
import type { ListingKey } from '../../shared/domain/listing.ts';

/** Opaque, and the same whenever the same pair is found. */
export function pairCaseId({ source, itemId }: ListingKey, reference: string): string {
  return idOf([source, itemId, reference]);
}

/** Of the one Case that stands for all that is held on a record or a listing. */
export function floodCaseId(subject: CaseSubject): string {
  return idOf(
    'record' in subject ? ['flood', 'record', subject.record] : ['flood', 'listing', subject.listing.source, subject.listing.itemId],
  );
}

function idOf(name: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(name)).digest('base64url').slice(0, 20);
}
