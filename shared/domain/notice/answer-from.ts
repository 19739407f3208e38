import type { Notice } from './notice.ts';

/**
 * The notice with the time to answer counted from a moment: one that waited for an officer to hand it in by form gives its platform as long as
 * one that was sent at once.
 */
export function answerFrom(notice: Notice, at: Date): Notice {
  const respondBy = new Date(at.getTime() + Date.parse(notice.request.respondBy) - Date.parse(notice.issuedAt)).toISOString();
  switch (notice.kind) {
    case 'removal-notice':
      return { ...notice, request: { ...notice.request, respondBy } };
    case 'preservation-request':
      return { ...notice, request: { ...notice.request, respondBy } };
    case 'follow-up':
      return { ...notice, request: { ...notice.request, respondBy } };
    case 'recall':
      return { ...notice, request: { ...notice.request, respondBy } };
  }
}
