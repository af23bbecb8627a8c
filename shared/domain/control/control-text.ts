/** What a control's text still lacks before it can be agreed (gate P4). */

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names of the placeholders that are still open in a text. */
export function openPlaceholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** Fills placeholders from parameters; those without a value stay open. */
export function fillPlaceholders(
  text: string,
  parameters: Readonly<Record<string, string | number>>,
): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

/** Fewest words in which a text can say who does what, when and on what. */
const fewestWords = 6;

/** What is missing from a control as agreed: open placeholders, the owner, a text that says enough. */
export function missingFromControl(control: {
  readonly text: string;
  readonly owner: string;
  readonly title: string;
}): readonly string[] {
  const words = control.text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '').length;
  return [
    ...openPlaceholders(control.text),
    ...(control.owner.trim() === '' ? ['owner'] : []),
    ...(control.title.trim() === '' ? ['title'] : []),
    ...(words < fewestWords ? ['who does what, when and on what'] : []),
  ];
}
