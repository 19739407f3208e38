/** Captures of an invented listing, as `writeCapture` takes them. */

import type { CaptureDraft, SeenAnswer } from '../../shared/evidence/write-capture.ts';

const url = 'https://market.example/item/phone/7';
const at = '2026-11-22T10:00:00.000Z';

export function anAnswer(changes: Partial<SeenAnswer> & { text?: string } = {}): SeenAnswer {
  const { text = '<h1>iPhone 13</h1>', ...rest } = changes;
  const headers: SeenAnswer['wire']['headers'] = [['content-type', 'text/html; charset=utf-8']];
  const wire = { statusText: 'OK', headers, body: new TextEncoder().encode(text) };
  return { what: 'page', url, finalUrl: url, status: 200, capturedAt: at, wire, ...rest };
}

export function aDraft(changes: Partial<CaptureDraft> = {}): CaptureDraft {
  return {
    kind: 'page',
    caseId: '7Kq2',
    listing: { source: 'market', itemId: '7', url },
    startedAt: at,
    finishedAt: at,
    tools: { fencewatch: '0.1.0', node: 'v24.21.0' },
    userAgent: 'Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)',
    seen: [anAnswer()],
    missing: [],
    ...changes,
  };
}

export const anExhibit = {
  exhibit: 'FW-7Kq2',
  caseId: '7Kq2',
  title: 'iPhone 13',
  url,
  madeAt: '2026-11-23T09:00:00.000Z',
  madeBy: 'DC Smith',
  software: 'Fencewatch 0.1.0',
};
