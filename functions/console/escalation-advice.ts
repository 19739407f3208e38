import type { Escalation } from '../../shared/domain/escalation.ts';
import { adviceOn } from '../../shared/domain/notice/answer-call.ts';
import type { ConsoleParts } from './parts.ts';

/** What can be done about it, with what the platform answered where that matters; nothing is read where it does not. */
export async function adviceAbout(escalation: Escalation, { answers }: Pick<ConsoleParts, 'answers'>): Promise<string> {
  const { kind, noticeId } = escalation;
  return adviceOn(escalation, kind === 'still-offered' && noticeId !== undefined ? await answers.ofNotice(noticeId) : []);
}
