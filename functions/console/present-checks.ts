/** Hits of the check API and clients that are held, in words. */

import type { CheckHit } from '../../shared/aws/check-hits.ts';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { suspicionWords } from '../../shared/domain/check/enumeration.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';

export interface HitView {
  at: Moment;
  client: string;
  clientId: string;
  /** Masked. */
  device: string;
  records: string[];
  told: Label;
  reference: string;
}

export interface HeldView {
  id: string;
  name: string;
  purpose: string;
  since: Moment;
  because: string;
}

export function hitView(
  { at, client, identifier, records, answer, isHeldBack, reference = '' }: CheckHit,
  clients: readonly CheckClient[],
): HitView {
  return {
    at: momentOf(at),
    client: clients.find(({ id }) => id === client)?.name ?? client,
    clientId: client,
    device: identifier,
    records,
    told: isHeldBack
      ? { text: 'Nothing: the client was held', colour: 'orange' }
      : answer === 'reported'
        ? { text: 'Reported', colour: 'red' }
        : { text: 'Cannot say', colour: 'grey' },
    reference,
  };
}

export function heldViews(clients: readonly CheckClient[]): HeldView[] {
  return clients.flatMap(({ id, name, purpose, held, revokedAt }) =>
    held === undefined || revokedAt !== undefined
      ? []
      : { id, name, purpose, since: momentOf(held.since), because: suspicionWords[held.why] },
  );
}
