/** When an offer was made, as well as it is known: the date on the page, else the moment at which it was first seen. */
export function offeredAt({ postedAt, firstSeenAt }: { postedAt?: string; firstSeenAt: string }): string {
  return postedAt ?? firstSeenAt;
}
