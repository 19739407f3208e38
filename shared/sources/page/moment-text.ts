/**
 * A moment as ISO 8601 in UTC, from what pages write in machine-readable places: `2026-11-02T10:15:00+01:00`, `2026-11-02`, epoch
 * seconds or milliseconds. Prose ("2 hours ago", "03/04/2026") is not guessed at: undefined.
 */
export function isoMoment(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) return new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)).toISOString();
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:\d{2})/.test(trimmed)) return undefined;
  const milliseconds = Date.parse(trimmed.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
