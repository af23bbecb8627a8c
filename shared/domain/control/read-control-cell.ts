/** The words that clients write for the nature, type, frequency and risk of a control, and for its criteria. */
import type { FieldsOf } from '../journal/entities.ts';

type Fields = FieldsOf<'control'>;

/** A cell as read; where its words mean nothing known, the fault says so and the value is the default. */
export interface Read<T> {
  readonly value: T;
  readonly fault: string | null;
}

/** Reads the nature of a control; an empty cell is a manual control. */
export const readNature = (cell: string): Read<Fields['nature']> =>
  readWord(cell, 'manual', 'nature', [
    ['itDependentManual', /^(it[- ]?dependent( manual)?|semi[- ]?automated|partly automated|hybrid|mixed)$/],
    ['automated', /^(automated|automatic|auto|system|application)( control)?$/],
    ['manual', /^manual( control)?$/],
  ]);

/** Reads whether a control prevents, detects or corrects; an empty cell is a preventive control. */
export const readType = (cell: string): Read<Fields['type']> =>
  readWord(cell, 'preventive', 'type', [
    ['preventive', /^(preventive|preventative|prevent|p)$/],
    ['detective', /^(detective|detect|d)$/],
    ['corrective', /^(corrective|correct|c)$/],
  ]);

/** Reads how often a control operates; an empty cell is per occurrence. */
export const readFrequency = (cell: string): Read<Fields['frequency']> =>
  readWord(cell, 'perOccurrence', 'frequency', [
    ['continuousAutomated', /^(continuous(ly)?( automated)?|always on|real[- ]?time)$/],
    ['multiplePerDay', /^(multiple|many|several) (times )?(a|per) day$|^multipleperday$|^recurring$/],
    [
      'perOccurrence',
      /^(per|each|every|on|as) ?(occurrence|event|needed|required|request|hire|change|demand)$|^ad[- ]?hoc$|^event[- ]?driven$/,
    ],
    ['annual', /^(annual(ly)?|yearly|once a year)$/],
    ['semiannual', /^(semi[- ]?annual(ly)?|half[- ]?yearly|twice a year|biannual(ly)?)$/],
    ['quarterly', /^quarter(ly)?$/],
    ['monthly', /^month(ly)?$/],
    ['weekly', /^week(ly)?$/],
    ['daily', /^(daily|day)$/],
  ]);

/** Reads the risk of a control; an empty cell is high, so that nothing is tested too little by chance. */
export const readRisk = (cell: string): Read<Fields['risk']> =>
  readWord(cell, 'high', 'risk', [
    ['high', /^(high|h|key|critical|medium|moderate|m)$/],
    ['low', /^(low|l|non[- ]?key|minor)$/],
  ]);

function readWord<T extends string>(
  cell: string,
  usual: T,
  what: string,
  words: readonly (readonly [T, RegExp])[],
): Read<T> {
  const text = cell.trim().toLowerCase();
  if (text === '') return { value: usual, fault: null };
  const found = words.find(([value, pattern]) => value.toLowerCase() === text || pattern.test(text));
  if (found !== undefined) return { value: found[0], fault: null };
  return { value: usual, fault: `“${cell.trim()}” is no ${what} that is known.` };
}

/**
 * Reads the codes of criteria, however they are divided: "CC6.2, CC6.3", one to a line, "CC 6.2". Codes are given back in
 * their usual form, each once; one that is not in scope is a fault.
 */
export function readCriteria(cell: string, inScope: ReadonlySet<string>): Read<readonly string[]> {
  const codes = cell
    .replace(/\b(CC|PI|A|C|P)\s+(\d)/gi, '$1$2')
    .split(/[\s,;/|]+/)
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');
  const unknown = codes.filter((code) => !inScope.has(code));
  const known = [...new Set(codes.filter((code) => inScope.has(code)))];
  if (unknown.length === 0) return { value: known, fault: null };
  const words = unknown.length === 1 ? 'is not a criterion in scope' : 'are not criteria in scope';
  return { value: known, fault: `${unknown.join(', ')} ${words}.` };
}
