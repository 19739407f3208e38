/** The columns of a file of stolen records: CSV header names and JSON Lines field names are the same words. */

export const recordColumns = [
  'reference',
  'grade',
  'status',
  'stolen_at',
  'reported_at',
  'make',
  'model',
  'model_number',
  'colour',
  'storage',
  'imei1',
  'imei2',
  'meid',
  'serial',
  'marks',
  'description',
  'area',
] as const;
export type RecordColumn = (typeof recordColumns)[number];

/** A file without one of these columns, or a row without one of these cells, cannot become records. */
export const requiredColumns = ['reference', 'grade', 'stolen_at'] as const satisfies readonly RecordColumn[];

/** Other names that mean one column and nothing else. */
const otherNames: Record<string, RecordColumn> = {
  imei: 'imei1',
  imeino: 'imei1',
  imeinumber: 'imei1',
  'imei/meid': 'imei1',
  'imei1/imei2': 'imei1',
  'imei1/2': 'imei1',
  imeinumber1: 'imei1',
  imeinumber2: 'imei2',
  secondimei: 'imei2',
  color: 'colour',
  serialno: 'serial',
  serialnumber: 'serial',
};

const byPlainName = new Map<string, RecordColumn>([
  ...recordColumns.map((column): [string, RecordColumn] => [plainName(column), column]),
  ...Object.entries(otherNames),
]);

/** The column that a header means, whatever its case, spaces, hyphens and underscores (`Stolen At`, `IMEI 1`), or undefined for a foreign one. */
export function columnOfHeader(header: string): RecordColumn | undefined {
  return byPlainName.get(plainName(header));
}

function plainName(header: string): string {
  return header.toLowerCase().replace(/[\s_.-]/g, '');
}
