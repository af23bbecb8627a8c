import { refuseDamaged } from '../refusal.ts';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

function characterOf(reference: string, part: string): string {
  const named = Object.hasOwn(NAMED, reference) ? NAMED[reference] : undefined;
  if (named !== undefined) return named;
  const number = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(reference);
  const code =
    number === null ? -1 : parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
  if (!isXmlCharacter(code)) refuseDamaged(`its part ${part} holds an unknown reference`, { part });
  return String.fromCodePoint(code);
}

/** Text with its five named and its numeric references written out; any other is refused. */
export function decodeReferences(raw: string, part: string): string {
  let ampersand = raw.indexOf('&');
  if (ampersand === -1) return raw;
  let text = '';
  let from = 0;
  while (ampersand !== -1) {
    const end = raw.indexOf(';', ampersand);
    if (end === -1) refuseDamaged(`its part ${part} holds an unknown reference`, { part });
    text += raw.slice(from, ampersand) + characterOf(raw.slice(ampersand + 1, end), part);
    from = end + 1;
    ampersand = raw.indexOf('&', from);
  }
  return text + raw.slice(from);
}
