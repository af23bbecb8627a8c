/** Typed texts as parts of printed sentences. */

/** A text with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A small first letter, unless the text opens with an abbreviation. */
export function lowerFirst(text: string): string {
  const trimmed = text.trim();
  return /^[A-Z][a-z\s]/.test(trimmed) ? `${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}` : trimmed;
}
