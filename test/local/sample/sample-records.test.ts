import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeRecords } from '../../../local/sample/make-records.ts';
import { SAMPLE_ENDS_AT, sampleRecords } from '../../../local/sample/sample-records.ts';
import { recordFromRow } from '../../../shared/domain/record-row.ts';

const records = sampleRecords();
const file = readFileSync(new URL('../../../local/sample/records.csv', import.meta.url), 'utf8');

describe('the sample of stolen records', () => {
  it('is the committed file, byte for byte', () => {
    const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'records-'))}/`);
    makeRecords(new URL('again.csv', folder));
    expect(readFileSync(new URL('again.csv', folder), 'utf8')).toBe(file);
    rmSync(folder, { recursive: true });
  });

  it('holds 500 records under 500 references', () => {
    expect(new Set(records.map((record) => record.reference)).size).toBe(500);
  });

  it('reads as CSV with the documented columns', () => {
    const [header, ...rows]: string[][] = parse(file);
    expect(header?.join(' ')).toBe(
      'reference grade status stolen_at reported_at make model model_number colour storage imei1 imei2 serial marks description area',
    );
    expect(rows).toHaveLength(500);
  });

  it('passes the records desk without a single complaint', () => {
    const rows: Record<string, string>[] = parse(file, { columns: true });
    const complaints = rows.map((row) => recordFromRow(row, new Date(SAMPLE_ENDS_AT))).filter((reading) => !reading.ok);
    expect(complaints).toEqual([]);
  });

  it('gives every IMEI fifteen digits and a check digit that is right', () => {
    const wrong = records.flatMap((record) => record.imeis).filter((imei) => !/^(35|86)\d{13}$/.test(imei) || luhn(imei) % 10 !== 0);
    expect(wrong).toEqual([]);
  });

  it('gives no two phones one IMEI', () => {
    const imeis = records.flatMap((record) => record.imeis);
    expect(new Set(imeis).size).toBe(imeis.length);
  });

  it('has phones with two slots, with one, and with none known', () => {
    const known = [0, 1, 2].map((count) => records.filter((record) => record.imeis.length === count).length);
    expect(Math.min(...known)).toBeGreaterThan(40);
  });

  it('has every grade and every status', () => {
    expect(new Set(records.map((record) => record.grade)).size).toBe(4);
    expect(new Set(records.map((record) => record.status)).size).toBe(4);
  });

  it('puts every theft into the sixty days before its end, and every report after its theft', () => {
    for (const record of records) {
      const stolen = Date.parse(record.stolenAt);
      expect(stolen).toBeLessThan(SAMPLE_ENDS_AT);
      expect(stolen).toBeGreaterThanOrEqual(SAMPLE_ENDS_AT - 61 * 86_400_000);
      expect(Date.parse(record.reportedAt)).toBeGreaterThan(stolen);
      expect(Date.parse(record.reportedAt)).toBeLessThan(SAMPLE_ENDS_AT);
    }
  });
});

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
