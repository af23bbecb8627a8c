/** Instants as PDF writes them (ISO 32000-1, 7.9.4), in UTC to the second. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;
const PDF_DATE = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** From `2026-07-14T15:30:00Z` to `D:20260714153000Z`. */
export function toPdfDate(instant: string): string {
  const parts = INSTANT.exec(instant);
  if (parts === null) throw new RangeError(`not an instant in UTC: ${instant}`);
  return `D:${parts.slice(1).join('')}Z`;
}

/** Back again; undefined for a date that we would not have written, among them one that no calendar has. */
export function fromPdfDate(text: string): string | undefined {
  const parts = PDF_DATE.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts.map(String);
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const date = new Date(instant);
  return !Number.isNaN(date.getTime()) && date.toISOString() === instant.replace('Z', '.000Z')
    ? instant
    : undefined;
}
