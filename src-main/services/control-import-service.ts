import type { controlImportContract } from '../../shared/contract/control-import.ts';
import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import {
  columnsFinding,
  importControls,
  readControls,
  suggestColumns,
  type ControlColumns,
  type ControlList,
} from '../../shared/domain/control/import-controls.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';
import { describeTableProblem } from '../../shared/domain/population/table-problem.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { cancelled, fileRefusal, tableRefusal } from './file-refusal.ts';
import type { CallContext, Handlers } from './handlers.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { RowsChoice, TableInspection, TabularReader } from './ports/tabular.ts';
import type { Session } from './session.ts';

/** What reading a list of controls needs. */
export interface ControlImportPorts {
  readonly session: Session;
  readonly files: FilesPort;
  readonly tabular: TabularReader;
}

type Contract = typeof controlImportContract;
type PreviewView = OutputOf<Contract['control.importPreview']>;
type ListInput = Omit<InputOf<Contract['control.import']>, 'columns' | 'leaveOutFaulty'>;

/** Most rows of a list of controls; a list with more is no list of controls. */
const mostRows = 5000;
/** How much of what was read is shown. */
const shown = { controls: 200, faults: 500 } as const;

/** Controls from a client's list. */
export function createControlImportService(ports: ControlImportPorts): Handlers<Contract> {
  return {
    'control.importPreview': async ({ columns, ...input }, call) => {
      const read = await readFile(ports, input, call);
      if (!read.ok) return read;
      const misfit = columns === null ? null : columnsFinding(read.value.list, columns);
      return misfit === null ? ok(previewView(ports.session.state(), read.value, columns)) : err(misfit);
    },
    'control.import': async ({ columns, leaveOutFaulty, ...input }, call) => {
      const read = await readFile(ports, input, call);
      if (!read.ok) return read;
      if (call.signal.aborted) return err(cancelled());
      const added = ports.session.commit('control.import', [], (context) =>
        importControls(context, read.value.list, columns, leaveOutFaulty),
      );
      if (added.ok) ports.files.spend(input.token);
      return added;
    },
  };
}

interface ReadFile {
  readonly source: SourceFile;
  readonly inspection: TableInspection;
  readonly list: ControlList;
}

async function readFile(
  { files, tabular }: ControlImportPorts,
  input: ListInput,
  call: CallContext,
): Promise<Result<ReadFile, Refusal>> {
  const source = await files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const choice = choiceOf(input);
  const inspection = await tabular.inspect(source.value.path, choice, { signal: call.signal });
  if (!inspection.ok) return err(tableRefusal(inspection.error));
  if (inspection.value.rows > mostRows) return err(tooLong(inspection.value.rows));
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  const take = (batch: readonly (readonly string[])[], numbers: readonly number[]): void => {
    rows.push(...batch);
    fileRows.push(...numbers);
  };
  const read = await tabular.readRows(source.value.path, choice, take, {
    signal: call.signal,
    onProgress: ({ done, total }) => {
      call.onProgress({ done, total, unit: 'bytes' });
    },
  });
  if (!read.ok) return err(tableRefusal(read.error));
  const list = { header: read.value.header, rows, fileRows };
  return ok({ source: source.value, inspection: inspection.value, list });
}

function choiceOf({ sheet, encoding, delimiter, headerRow }: ListInput): RowsChoice {
  return {
    ...(sheet === null ? {} : { sheet }),
    ...(encoding === null ? {} : { encoding }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(headerRow === null ? {} : { headerRow }),
  };
}

function tooLong(rows: number): Refusal {
  return rule(
    'unreadable-file',
    `The list has ${String(rows)} rows; a list of controls has at most ${String(mostRows)}.`,
    'Choose the list of controls.',
    { rows },
  );
}

function previewView(
  state: EngagementState,
  { source, inspection, list }: ReadFile,
  columns: ControlColumns | null,
): PreviewView {
  const { format, sheet, sheets, encoding, delimiter, rows } = inspection;
  return {
    ...{ name: source.name, size: source.size, format, sheet, encoding, delimiter },
    sheets: [...sheets],
    rowsInFile: rows,
    headers: [...list.header],
    problems: inspection.problems.map((problem) => ({
      code: problem.code,
      words: describeTableProblem(problem),
    })),
    suggestion: suggestColumns(list.header),
    read: columns === null ? null : readView(state, list, columns),
  };
}

function readView(state: EngagementState, list: ControlList, columns: ControlColumns): PreviewView['read'] {
  const { controls, faults } = readControls(state, list, columns);
  return {
    total: controls.length,
    faultyRows: new Set(faults.map((fault) => fault.row)).size,
    controls: controls.slice(0, shown.controls).map(({ row, control }) => {
      const { code, title, text, owner, nature, frequency } = control.fields;
      return { row, code, title, text, owner, nature, frequency, criteria: [...control.criteria] };
    }),
    faults: faults.slice(0, shown.faults).map((fault) => ({ ...fault })),
  };
}
