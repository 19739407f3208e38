import type { SiteId } from './advert.ts';
import type { PathKind } from './site.ts';

interface LoggedRequest {
  site: SiteId;
  kind: PathKind;
  /** With its query. */
  path: string;
  status: number;
  userAgent: string;
  /** Epoch milliseconds of the machine's own clock. */
  at: number;
}

/** Who asked for what: tests read here that a second scan fetches no listing page. */
export interface RequestLog {
  /** Requests of this kind since the start or the last `forget`, of one site or of both. */
  count(kind: PathKind, site?: SiteId): number;
  /** The newest requests, oldest of them first; older ones than the last 10,000 are only counted. */
  newest(): readonly LoggedRequest[];
  forget(): void;
  add(request: LoggedRequest): void;
}

const KEPT = 10_000;

export function createRequestLog(): RequestLog {
  const counts = new Map<string, number>();
  const kept: LoggedRequest[] = [];
  const countOf = (kind: PathKind, site: SiteId) => counts.get(`${site} ${kind}`) ?? 0;
  return {
    count: (kind, site) => (site === undefined ? countOf(kind, 'pennyfield') + countOf(kind, 'kramkiste') : countOf(kind, site)),
    newest: () => kept,
    forget() {
      counts.clear();
      kept.length = 0;
    },
    add(request) {
      counts.set(`${request.site} ${request.kind}`, countOf(request.kind, request.site) + 1);
      kept.push(request);
      if (kept.length > KEPT) kept.splice(0, KEPT / 10);
    },
  };
}
