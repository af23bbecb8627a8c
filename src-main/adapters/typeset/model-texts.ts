/** Every text of a report with its place in the model, so that a finding can name where the text stands. */

/** A text and its path, as `criteria.series[5].criteria[1].home[0].text`. */
export interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** Data that is never printed as text. */
const UNPRINTED = new Set(['base64']);

/** Walks plain JSON in order. */
export function placedTexts(value: unknown, where = ''): readonly PlacedText[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => placedTexts(item, `${where}[${String(index)}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !UNPRINTED.has(name))
    .flatMap(([name, inner]) => placedTexts(inner, where === '' ? name : `${where}.${name}`));
}
