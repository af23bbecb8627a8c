/** Rows and sizes of a guidance table in the words in which a person reads and types them. */
import type { ControlFrequency, GuidanceRule } from './frequency-guidance.ts';

/** How often a control operates, in words. */
export const FREQUENCY_WORDS: Readonly<Record<ControlFrequency, string>> = {
  annual: 'Annual',
  semiAnnual: 'Semi-annual',
  quarterly: 'Quarterly',
  monthly: 'Monthly',
  twiceMonthly: 'Twice a month',
  weekly: 'Weekly',
  daily: 'Daily',
  manyPerDay: 'Many times a day',
  perOccurrence: 'Per occurrence',
  automated: 'Automated',
};

/** A size in words: `25`, `all`, or `10 %, 5 to 25, all up to 4, 45 above 250`. */
export function guidanceWords(rule: GuidanceRule): string {
  if (rule.kind === 'all') return 'all';
  if (rule.kind === 'items') return String(rule.items);
  const { percent, minimum, maximum, allUpTo, beyondItems, beyond } = rule;
  return `${String(percent)} %, ${String(minimum)} to ${String(maximum)}, all up to ${String(allUpTo)}, ${String(beyondItems)} above ${String(beyond)}`;
}

const SHARE =
  /^(\d{1,3})\s*%\s*,\s*(\d{1,6}) to (\d{1,6})\s*,\s*all up to (\d{1,6})\s*,\s*(\d{1,6}) above (\d{1,9})$/;

/** Reads a size as `guidanceWords` writes it, whatever the case and the spaces around it; `undefined` where it is none. */
export function readGuidanceWords(typed: string): GuidanceRule | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === 'all') return { kind: 'all' };
  if (/^\d{1,6}$/.test(text)) return { kind: 'items', items: Number(text) };
  const found = SHARE.exec(text);
  if (found === null) return undefined;
  const [percent = 0, minimum = 0, maximum = 0, allUpTo = 0, beyondItems = 0, beyond = 0] = found
    .slice(1)
    .map(Number);
  return { kind: 'share', ...{ percent, minimum, maximum, allUpTo, beyondItems, beyond } };
}
