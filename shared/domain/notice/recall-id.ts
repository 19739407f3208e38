/** `N-7Kq2-R3`: takes back the third listing of N-7Kq2. It follows from both, so that a listing is taken back once and its recall is found. */
export function recallIdOf(noticeId: string, listing: number): string {
  return `${noticeId}-R${listing}`;
}
