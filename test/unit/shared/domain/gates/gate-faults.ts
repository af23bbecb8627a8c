import type { GateText } from '../../../../../shared/domain/gates/gate-text.ts';

/** What is wrong with the words of gates: an empty part, an odd code, or a plural whose number is never given. */
export function gateFaults(gates: Readonly<Record<string, GateText>>, code: RegExp): readonly string[] {
  return Object.entries(gates).flatMap(([name, gate]) => [
    ...(code.test(name) ? [] : [`${name}: its code belongs elsewhere`]),
    ...[gate.at, gate.title, gate.message, gate.next]
      .filter((words) => words.trim() === '')
      .map(() => `${name}: words are missing`),
    ...[gate.message, gate.next].filter((words) => !/[.?]$/.test(words)).map(() => `${name}: no full stop`),
    ...[gate.message, gate.next].flatMap((words) => bracesOf(name, words)),
  ]);
}

function bracesOf(name: string, words: string): readonly string[] {
  const rest = words.replace(/\{[A-Za-z]+(\|[^{}|]+\|[^{}|]+)?\}/g, '');
  return /[{}|]/.test(rest) ? [`${name}: a placeholder is malformed: ${words}`] : [];
}
