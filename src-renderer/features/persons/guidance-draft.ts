import {
  FREQUENCIES,
  type ControlFrequency,
  type ControlRisk,
  type GuidanceRule,
  type GuidanceTable,
} from '../../../shared/domain/sampling/frequency-guidance.ts';
import { guidanceWords, readGuidanceWords } from '../../../shared/domain/sampling/guidance-words.ts';

/** A table as it is typed. */
export type TypedRows = Readonly<Record<ControlFrequency, Readonly<Record<ControlRisk, string>>>>;
/** What is wrong with what was typed, by field. */
export type TypedFaults = Partial<Record<ControlFrequency, Partial<Record<ControlRisk, string>>>>;

/** A table in words. */
export function typedRows(table: GuidanceTable): TypedRows {
  return byFrequency((frequency) => {
    const { low, high } = table[frequency];
    return { low: guidanceWords(low), high: guidanceWords(high) };
  });
}

/** The table that was typed; `undefined` while a field is no size. */
export function tableOf(rows: TypedRows): GuidanceTable | undefined {
  const read = byFrequency((frequency) => ({
    low: readGuidanceWords(rows[frequency].low),
    high: readGuidanceWords(rows[frequency].high),
  }));
  return isWhole(read) ? read : undefined;
}

type ReadRow = { readonly low: GuidanceRule | undefined; readonly high: GuidanceRule | undefined };

function isWhole(rows: Readonly<Record<ControlFrequency, ReadRow>>): rows is GuidanceTable {
  return Object.values(rows).every(({ low, high }) => low !== undefined && high !== undefined);
}

/** The fields that hold no size. */
export function faultsIn(rows: TypedRows): TypedFaults {
  const faults: TypedFaults = {};
  for (const frequency of FREQUENCIES)
    for (const risk of ['low', 'high'] as const)
      if (readGuidanceWords(rows[frequency][risk]) === undefined)
        faults[frequency] = { ...faults[frequency], [risk]: 'A number, “all”, or a share' };
  return faults;
}

function byFrequency<T>(value: (frequency: ControlFrequency) => T): Readonly<Record<ControlFrequency, T>> {
  return {
    annual: value('annual'),
    semiAnnual: value('semiAnnual'),
    quarterly: value('quarterly'),
    monthly: value('monthly'),
    twiceMonthly: value('twiceMonthly'),
    weekly: value('weekly'),
    daily: value('daily'),
    manyPerDay: value('manyPerDay'),
    perOccurrence: value('perOccurrence'),
    automated: value('automated'),
  };
}
