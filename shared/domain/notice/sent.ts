/**
 * What came of handing a notice to a platform, whatever the channel. Each channel says it of itself in one place; what follows is decided by
 * functions/deliver for all of them.
 *
 * - `taken`: the platform, or the mail service for it, has it. `receipt` is the beginning of what was answered.
 * - `later`: no answer in time, too many at once, a fault on the other side: may go better another time.
 * - `never`: refused for good, or there is nowhere to send it. Somebody must look.
 * - `by-hand`: nothing was sent; a person fills in the platform's form, which is at `url`.
 */
export type Sent =
  | { outcome: 'taken'; status: number; receipt: string }
  | { outcome: 'later'; why: string; status?: number; retryAfterSeconds?: number }
  | { outcome: 'never'; why: string; status?: number }
  | { outcome: 'by-hand'; url: string };
