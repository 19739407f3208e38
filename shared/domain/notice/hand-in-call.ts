import type { Call } from '../escalation.ts';
import type { Notice } from './notice.ts';

/** Work for a person: a notice that goes by its platform's form. The same whenever it is asked for, so it is called for once and called off by its id. */
export function handInCall({ id: noticeId, team, source, cases, notice }: HandInOf): Call {
  const why = `${notice.recipient.platform} takes notices by its own form: ${noticeId} is prepared and waits to be handed in.`;
  return { kind: 'to-hand-in', team, source, noticeId, caseIds: cases.map(({ caseId }) => caseId), occurrence: '', why };
}

interface HandInOf {
  id: string;
  team: string;
  source: string;
  cases: readonly { caseId: string }[];
  notice: Pick<Notice, 'recipient'>;
}
