/** What is odd about a record that is right in form: it is taken all the same, and the desk is asked to look again. */

import type { Warning } from '../../shared/aws/record-store.ts';
import { reportingBody } from '../../shared/domain/imei.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { modelAgrees, nameOfTac } from '../../shared/domain/tac/agreement.ts';
import type { TacDirectory } from '../../shared/domain/tac/tac-directory.ts';

/**
 * An IMEI whose TAC is of another model than the record says (two devices mixed up, a digit mistyped that the check digit let through),
 * and one that no reporting body can have given out.
 */
export function warningsOf(record: StolenRecord, tacs: TacDirectory): Omit<Warning, 'row'>[] {
  const said = [record.make, record.model, record.modelNumber].filter((part) => part !== undefined).join(' ');
  return record.identifiers.flatMap(({ kind, value }) => {
    if (kind !== 'imei' || value === undefined) return [];
    const tac = value.slice(0, 8);
    const entries = tacs.find(tac);
    const field = 'imei';
    if (reportingBody(value).status === 'none') {
      const expected = 'an IMEI that begins with the digits of a reporting body (01, 35, 86, 99, …)';
      return { field, expected, found: `one that begins with ${tac.slice(0, 2)}` };
    }
    if (modelAgrees(entries, said) !== false) return [];
    return {
      field,
      expected: `an IMEI of ${shownText(said)}`,
      found: `the TAC ${tac}, which is of ${shownText(nameOfTac(entries) ?? '')}`,
    };
  });
}
