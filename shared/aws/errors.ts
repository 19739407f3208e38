/** The two ways in which work may fail on purpose. Everything else that is thrown counts as a fault and is tried again. */

/** SQS keeps a message hidden for at most 12 hours after it was received. */
const longestWaitSeconds = 43_200;

/**
 * The work cannot be done now but may be later: a host answered 429 with Retry-After, a page of the same Scan is still under way.
 *
 * The message goes back to its queue and is hidden for `afterSeconds` (at least 1, at most 12 hours). It counts as a delivery: on the
 * last allowed one the message is parked in the dead-letter queue with this reason instead.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterSeconds: number;

  constructor(reason: string, { afterSeconds, cause }: { afterSeconds: number; cause?: unknown }) {
    super(reason, { cause });
    this.afterSeconds = Math.min(longestWaitSeconds, Math.max(0, Math.ceil(afterSeconds)));
  }
}

/**
 * The work can never be done, however often it is tried: a Source that no longer exists, an upload that is not there.
 *
 * The message is parked in the dead-letter queue at once, with this reason beside it, and counts as done in its own queue.
 */
export class Unprocessable extends Error {
  override readonly name = 'Unprocessable';

  constructor(reason: string, { cause }: { cause?: unknown } = {}) {
    super(reason, { cause });
  }
}
