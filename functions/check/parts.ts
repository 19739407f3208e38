/** What the check API is made of: the stores as far as it uses them. */

import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CheckClientStore } from '../../shared/aws/check-client-store.ts';
import type { CheckCounter } from '../../shared/aws/check-counter.ts';
import type { IdentifierStore } from '../../shared/aws/identifier-store.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { SigningKeys } from '../../shared/signing-keys.ts';

export interface CheckParts {
  clients: Pick<CheckClientStore, 'get' | 'hold'>;
  counter: CheckCounter;
  identifiers: Pick<IdentifierStore, 'lookUp'>;
  records: Pick<RecordStore, 'getMany'>;
  audit: Pick<AuditStore, 'append'>;
  signingKeys: SigningKeys;
  now(): Date;
  /** Names receipts. */
  makeId(): string;
  /** Told of every question that could not be answered for a reason nobody foresaw. */
  report(error: unknown): void;
}
