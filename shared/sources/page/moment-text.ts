/**
 * A moment as ISO 8601 in UTC, from what pages write in machine-readable places and in date fields: `2026-11-02T10:15:00+01:00`,
 * `2026-11-02`, epoch seconds or milliseconds, and `02.11.2026` with or without a time, which can only mean day, month, year. Prose
 * ("2 hours ago") and days with slashes ("03/04/2026") are not guessed at: undefined.
 */
export function isoMoment(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) return new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)).toISOString();
  const written = isoOfDotted(trimmed) ?? trimmed;
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:\d{2})/.test(written)) return undefined;
  const milliseconds = Date.parse(written.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** `2.11.2026, 10:15` → `2026-11-02T10:15Z`: a page names no zone beside it, and UTC is at most hours off. */
function isoOfDotted(text: string): string | undefined {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?:\s*Uhr)?)?$/.exec(text);
  if (found === null) return undefined;
  const [, day = '', month = '', year = '', hour, minute] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}Z`;
}
