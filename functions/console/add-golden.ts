import { createHash } from 'node:crypto';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { DecisionCode } from '../../shared/domain/decision.ts';
import { checkCopyOf } from '../../shared/domain/quality.ts';

interface Adding {
  cases: Pick<CaseStore, 'open'>;
  audit: Pick<AuditStore, 'append'>;
  now: () => Date;
}

/** Mixes a Case whose answer is known among those that are ready, as a copy that looks like any of them. Returns the copy. */
export async function addGolden(
  known: Case,
  { answer, by }: { answer: DecisionCode; by: string },
  { cases, audit, now }: Adding,
): Promise<Case> {
  const at = now().toISOString();
  const id = createHash('sha256')
    .update(JSON.stringify(['golden', known.id, at]))
    .digest('base64url')
    .slice(0, 20);
  const copy = checkCopyOf(known, { id, check: { kind: 'golden', of: known.id, answer } });
  await audit.append({ at, actor: by, act: 'golden-case-added', subject: { kind: 'case', id: known.id }, outcome: 'done' });
  await cases.open(copy);
  return copy;
}
