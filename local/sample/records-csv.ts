import type { SampleRecord } from './sample-records.ts';

/** The columns of `records.csv` in their order; docs/records.md says what each may hold. */
const columns: Record<string, (record: SampleRecord) => string> = {
  reference: (record) => record.reference,
  grade: (record) => record.grade,
  status: (record) => record.status,
  stolen_at: (record) => record.stolenAt,
  reported_at: (record) => record.reportedAt,
  make: (record) => record.phone.make,
  model: (record) => record.phone.model,
  model_number: (record) => record.phone.modelNumbers[0] ?? '',
  colour: (record) => record.colour,
  storage: (record) => (record.storageGb >= 1024 ? `${record.storageGb / 1024}TB` : `${record.storageGb}GB`),
  imei1: (record) => record.imeis[0] ?? '',
  imei2: (record) => record.imeis[1] ?? '',
  serial: (record) => record.serial ?? '',
  marks: (record) => record.marks.join('; '),
  description: (record) => record.description,
  area: (record) => record.area,
};

/** CSV as RFC 4180 has it, except that lines end in a plain newline. */
export function toCsv(records: readonly SampleRecord[]): string {
  const rows = records.map((record) => Object.values(columns).map((cell) => quoted(cell(record))));
  return [Object.keys(columns), ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
