import type { Delivery } from '../../shared/aws/batch.ts';
import { groundOf } from '../../shared/aws/ground-of-case.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { type AskedListing, reminderOf } from '../../shared/domain/notice/follow-up.ts';
import type { FollowUp, NamedListing } from '../../shared/domain/notice/notice.ts';
import type { Look } from '../../shared/domain/verification.ts';
import type { DeliverParts } from './deliver.ts';
import type { Looked } from './look-once-more.ts';
import { livenessOf } from './own-visit.ts';

interface AskedAgain extends AskedListing {
  target: NamedListing;
  noticed: StoredNotice['cases'][number];
}

/**
 * A follow-up as it is right at this moment: without listings whose Case or record went, of which the notice was taken back or answered meanwhile, and
 * that are gone; and saying of the others what this visit saw.
 */
export async function lookAtFollowUp(stored: StoredNotice, notice: FollowUp, delivery: Delivery, parts: DeliverParts): Promise<Looked> {
  const { left: before, cases } = stored;
  const left = [...before];
  const looked = new Map((await parts.verifications.ofNotice(notice.refersTo)).map((each) => [each.caseId, each]));
  const answers = await parts.answeredListings(notice.refersTo);
  const asked: AskedAgain[] = [];
  for (const [index, target] of notice.targets.entries()) {
    const noticed = cases[index];
    if (noticed === undefined) continue;
    const { caseId } = noticed;
    const verification = looked.get(caseId);
    const ground = await groundOf(caseId, parts);
    if ('why' in ground || verification === undefined) {
      left.push({ caseId, why: 'why' in ground ? ground.why : 'nobody looks for it any more' });
      continue;
    }
    const liveness = await livenessOf(target.url, { source: stored.source, delivery }, parts);
    if (liveness === 'gone') left.push({ caseId, why: 'the listing is gone already' });
    else {
      const looks = liveness === 'live' ? [...verification.looks, ownVisit(parts.now())] : verification.looks;
      asked.push({ target, noticed, verification: { ...verification, looks }, answer: answers.get(caseId) });
    }
  }
  const reminder = reminderOf(asked, parts.now());
  const named = reminder?.named ?? [];
  for (const each of asked) {
    if (!named.includes(each)) left.push({ caseId: each.noticed.caseId, why: 'there is nothing left to remind of' });
  }
  return {
    notice: { ...notice, targets: named.map(({ target }) => target), seen: reminder?.seen ?? notice.seen },
    cases: named.map(({ noticed }) => noticed),
    left,
  };
}

function ownVisit(at: Date): Look {
  return { at: at.toISOString(), liveness: 'live', scanHealth: 'not-scanned', because: 'the listing is shown' };
}
