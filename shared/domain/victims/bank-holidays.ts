/** Bank holidays of England and Wales, as gov.uk/bank-holidays lists them; substitute days stand for holidays that fall on a weekend. */

/** By year. A year that is not here is not known: add it when gov.uk publishes it, usually two years ahead. */
const englandAndWales: Readonly<Record<number, readonly string[]>> = {
  2026: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  2027: ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
};

/** Undefined for a year whose bank holidays are not known. */
export function bankHolidaysOf(year: number): readonly string[] | undefined {
  return englandAndWales[year];
}
