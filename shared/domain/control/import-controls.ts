/** A client's own list of controls as drafts of the engagement: columns mapped by hand, faults named by row. */
import { err } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import type { Decided, DecisionContext } from '../journal/decision.ts';
import { decidedWith } from '../journal/decision.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { addControls, type NewControl } from './control-decisions.ts';
import {
  readCriteria,
  readFrequency,
  readNature,
  readRisk,
  readType,
  type Read,
} from './read-control-cell.ts';

/** What a column of the list can hold. */
export const importFields = [
  'code',
  'title',
  'text',
  'criteria',
  'owner',
  'ownerTitle',
  'nature',
  'type',
  'frequency',
  'risk',
] as const;
export type ImportField = (typeof importFields)[number];

/** The header of the column for each field; `null` where the list has none. The number and the text are needed. */
export type ControlColumns = Readonly<Record<ImportField, string | null>>;

/** A list as it was read: header and rows. */
export interface ControlList {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The row of the file for each row, from 1. */
  readonly fileRows: readonly number[];
}

/** Something in a row that keeps it from becoming a control. */
export interface RowFault {
  /** The row of the file, from 1. */
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** A control as a row of the list gives it. */
export interface ReadControl {
  readonly row: number;
  readonly control: NewControl;
}

/** What a list gives: controls from the rows without a fault, and the faults of the others. */
export interface ReadControls {
  readonly controls: readonly ReadControl[];
  readonly faults: readonly RowFault[];
}

/** Longest number of a control; the same as where one is typed. */
const longestCode = 40;
/** Longest text of a cell that is taken. */
const longestText = 100_000;

/**
 * Why a mapping does not fit a list, or `null`: a column that is not there, or a header that stands over two columns, would
 * give controls without their criteria and nobody would see it.
 */
export function columnsFinding(list: ControlList, columns: ControlColumns): Refusal | null {
  const mapped = importFields.flatMap((field) => columns[field] ?? []);
  const misfit = mapped.find((name) => list.header.filter((header) => header === name).length !== 1);
  if (misfit === undefined) return null;
  const count = list.header.filter((header) => header === misfit).length;
  return count === 0
    ? rule('invalid-value', `The list has no column ${misfit}.`, 'Choose a column of the list.', {
        column: misfit,
      })
    : rule(
        'invalid-value',
        `${String(count)} columns are headed ${misfit}, so it is not certain which is meant.`,
        'Give each column of the list a header of its own.',
        { column: misfit },
      );
}

/** Reads every row of a list. A column that is not mapped leaves its field at the default of a new control. */
export function readControls(
  state: EngagementState,
  list: ControlList,
  columns: ControlColumns,
): ReadControls {
  const inScope = new Set(
    all(state, 'criterion')
      .filter((criterion) => criterion.inScope)
      .map((criterion) => criterion.code),
  );
  const taken = new Map(all(state, 'control').map((control) => [control.code, 'in the engagement']));
  const controls: ReadControl[] = [];
  const faults: RowFault[] = [];
  list.rows.forEach((cells, index) => {
    const row = list.fileRows[index] ?? 0;
    if (cells.every((cell) => cell.trim() === '')) return;
    const read = readRow(cellsOf(list.header, cells, columns), inScope);
    const code = read.control.fields.code;
    const before = taken.get(code);
    const found = before === undefined ? read.faults : [...read.faults, repeated(code, before)];
    faults.push(...found.map(({ field, message }) => ({ row, column: columns[field] ?? field, message })));
    if (found.length === 0) controls.push({ row, control: read.control });
    if (code !== '') taken.set(code, before ?? `in row ${String(row)}`);
  });
  return { controls, faults };
}

interface FieldFault {
  readonly field: ImportField;
  readonly message: string;
}

const repeated = (code: string, before: string): FieldFault => ({
  field: 'code',
  message: `The number ${code} stands ${before} already.`,
});

type Cells = Readonly<Record<ImportField, string>>;

function cellsOf(header: readonly string[], cells: readonly string[], columns: ControlColumns): Cells {
  const cell = (field: ImportField): string => {
    const column = columns[field];
    const index = column === null ? -1 : header.indexOf(column);
    return index < 0 ? '' : (cells[index] ?? '').trim();
  };
  return {
    code: cell('code'),
    title: cell('title'),
    text: cell('text'),
    criteria: cell('criteria'),
    owner: cell('owner'),
    ownerTitle: cell('ownerTitle'),
    nature: cell('nature'),
    type: cell('type'),
    frequency: cell('frequency'),
    risk: cell('risk'),
  };
}

function readRow(
  cells: Cells,
  inScope: ReadonlySet<string>,
): { readonly control: NewControl; readonly faults: readonly FieldFault[] } {
  const criteria = readCriteria(cells.criteria, inScope);
  const nature = readNature(cells.nature);
  const type = readType(cells.type);
  const frequency = readFrequency(cells.frequency);
  const risk = readRisk(cells.risk);
  const fields: NewControl['fields'] = {
    code: cells.code,
    title: cells.title,
    text: cells.text,
    owner: cells.owner,
    ownerTitle: cells.ownerTitle,
    nature: nature.value,
    type: type.value,
    frequency: frequency.value,
    risk: risk.value,
    startDate: null,
    endDate: null,
    ...{ libraryId: null, libraryOrigin: null, libraryVersion: null, placeholderValues: [] },
    homeCriterion: null,
  };
  const words = { nature, type, frequency, risk, criteria };
  return {
    control: { fields, criteria: criteria.value },
    faults: [...textFaults(cells), ...wordFaults(words)],
  };
}

function textFaults(cells: Cells): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (cells.code === '') faults.push({ field: 'code', message: 'The number is blank.' });
  if (cells.code.length > longestCode)
    faults.push({ field: 'code', message: `The number is longer than ${String(longestCode)} characters.` });
  if (cells.text === '') faults.push({ field: 'text', message: 'The text of the control is blank.' });
  if (cells.text.length > longestText) faults.push({ field: 'text', message: 'The text is too long.' });
  return faults;
}

function wordFaults(words: Readonly<Partial<Record<ImportField, Read<unknown>>>>): readonly FieldFault[] {
  const fields = importFields.filter((field) => words[field] !== undefined);
  return fields.flatMap((field) => {
    const fault = words[field]?.fault ?? null;
    return fault === null ? [] : [{ field, message: fault }];
  });
}

/**
 * Adds the controls of a list as drafts in one entry. Refused where rows have faults, unless the person chose to leave
 * those rows out; the faults stand in the refusal.
 */
export function importControls(
  context: DecisionContext,
  list: ControlList,
  columns: ControlColumns,
  leaveOutFaulty: boolean,
): Decided<{ ids: string[]; leftOut: number }> {
  const misfit = columnsFinding(list, columns);
  if (misfit !== null) return err(misfit);
  const { controls, faults } = readControls(context.state, list, columns);
  const faultyRows = new Set(faults.map((fault) => fault.row)).size;
  if (faultyRows > 0 && !leaveOutFaulty)
    return err(
      rule(
        'invalid-value',
        `${String(faultyRows)} ${faultyRows === 1 ? 'row has' : 'rows have'} a fault.`,
        'Correct the rows in the list, map the columns otherwise, or leave these rows out.',
        { rows: [...new Set(faults.map((fault) => fault.row))] },
      ),
    );
  if (controls.length === 0)
    return err(
      rule('invalid-value', 'No row of the list is a control.', 'Map the columns, or choose another list.'),
    );
  const added = addControls(
    context,
    controls.map(({ control }) => control),
  );
  if (!added.ok) return added;
  return decidedWith(added.value.ops, { ids: added.value.result.ids, leftOut: faultyRows });
}

/** Headers by which lists usually name a field, most telling first. */
const usualHeaders: Readonly<Record<ImportField, RegExp>> = {
  code: /^(control )?(id|no\.?|nr\.?|number|ref(erence)?|code|key|#)$|^control(id|no|number|ref|code)$/i,
  title: /^(control )?(title|name|short (text|name)|subject)$/i,
  text: /^(control )?(text|description|activity|statement|wording|detail(s)?|control)$/i,
  criteria: /(criteri|tsc|mapping|mapped|trust serv)/i,
  owner: /^(control )?(owner|responsible|team|department)( name)?$/i,
  ownerTitle: /(owner|responsible).*(title|role|position)|^(job )?title of owner$/i,
  nature: /(nature|automation|manual.*auto|automated)/i,
  type: /^(control )?(type|kind|class)$|preventive|detective/i,
  frequency: /(frequency|how often|cadence|interval|period(icity)?$)/i,
  risk: /(risk|priority|significance)/i,
};

/** Columns that likely hold each field: offered, never applied without a person. A header serves one field only. */
export function suggestColumns(header: readonly string[]): ControlColumns {
  const usable = header.filter(
    (name) => name.trim() !== '' && header.filter((other) => other === name).length === 1,
  );
  const used = new Set<string>();
  const chosen = importFields.map((field) => {
    const found = usable.find((name) => !used.has(name) && usualHeaders[field].test(name.trim()));
    if (found !== undefined) used.add(found);
    return [field, found ?? null] as const;
  });
  return Object.fromEntries(chosen) as unknown as ControlColumns; // one entry for each field
}
