/** Figures as a rebuild gives them: shown, small, withheld and missing ones among them. */

import type { AuditEvent } from '../../shared/domain/audit-event.ts';
import { FigureCount, type PublicFigures } from '../../shared/domain/figures/public-figures.ts';

export function someFigures(): PublicFigures {
  const count = new FigureCount();
  const add = (id: string, act: string, rest: Partial<AuditEvent> = {}) =>
    count.add({ at: '2026-11-20T10:00:00.000Z', actor: 'match', act, subject: { kind: 'case', id }, outcome: 'done', ...rest });
  for (let each = 0; each < 29; each += 1) {
    const id = `case-${each}`;
    const at = '2026-11-21T10:00:00.000Z';
    add(id, 'case-opened');
    if (each < 12) {
      for (const actor of ['osei', 'novak']) add(id, 'case-decided', { at, actor, detail: { code: 'confirmed-stolen' } });
      add(id, 'notice-written', { at, detail: { noticeId: id } });
      add(id, 'notice-delivered', { at: '2026-11-22T10:00:00.000Z', detail: { noticeId: id } });
    } else if (each < 19) add(id, 'case-decided', { at, actor: 'osei', detail: { code: 'not-the-device' } });
    else if (each < 22) add(id, 'case-decided', { at, actor: 'osei', detail: { code: 'cannot-tell' } });
  }
  return count.figures({ from: '2026-10-01', to: '2026-12-31' }, new Date('2027-01-02T03:00:00.000Z'));
}
