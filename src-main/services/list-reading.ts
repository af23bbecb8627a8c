import type { InputOf } from '../../shared/contract/procedure.ts';
import type { populationContract } from '../../shared/contract/population.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';
import {
  createRowIntake,
  type ColumnMapping,
  type IntakeRow,
  type RowIntake,
} from '../../shared/domain/population/row-intake.ts';
import type { LocalZone } from '../../shared/domain/population/population-date.ts';
import { completedFilter, type FilterInput } from '../../shared/domain/population/population-filter.ts';
import { periodOf } from '../../shared/domain/testing/fieldwork-rules.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { StartHash } from './ports/running-hash.ts';
import type { RowsChoice, TableRows, TabularReader } from './ports/tabular.ts';
import { createRowProgress } from './row-progress.ts';
import type { Session } from './session.ts';

type ImportInput = InputOf<(typeof populationContract)['population.import']>;

/** What reading a client's list needs. */
export interface ImportPorts {
  readonly session: Session;
  readonly files: FilesPort;
  readonly tabular: TabularReader;
  readonly startHash: StartHash;
  readonly offsetOf: ZoneOffset;
}

/** A list that was read to its end. */
export interface ReadList {
  readonly intake: RowIntake;
  readonly table: TableRows;
}

/** How a list is read and mapped. */
export type ListInput = Pick<
  ImportInput,
  | 'sheet'
  | 'encoding'
  | 'delimiter'
  | 'headerRow'
  | 'keyColumns'
  | 'dateColumn'
  | 'dateOrder'
  | 'stratumColumn'
  | 'filters'
>;

/**
 * Reads a whole list once, through an intake, and hands its rows on in batches. A mapping that does not fit the list's
 * header ends the reading.
 */
export async function readList(
  ports: ImportPorts,
  input: ListInput,
  source: SourceFile,
  onRows: (rows: readonly IntakeRow[]) => void,
  call: CallContext,
): Promise<Result<ReadList, Refusal>> {
  const misfit = new AbortController();
  const progress = createRowProgress(call.onProgress);
  let intake: ReturnType<typeof startIntake> | null = null;
  const read = await ports.tabular.readRows(
    source.path,
    choiceOf(input),
    (batch, fileRows) => {
      if (intake?.ok !== true) return;
      const rows = intake.value;
      onRows(batch.map((cells, index) => rows.take(cells, fileRows[index] ?? 0)));
      progress.rows(batch.length);
    },
    {
      signal: AbortSignal.any([call.signal, misfit.signal]),
      onProgress: progress.bytes,
      onHeader: (header) => {
        intake = startIntake(ports, input, header);
        if (!intake.ok) misfit.abort();
      },
    },
  );
  const taken = intake as ReturnType<typeof startIntake> | null; // set by the reader, which the compiler does not see
  if (taken?.ok === false) return taken;
  if (!read.ok) return err(tableRefusal(read.error));
  if (taken === null) throw new Error('a list was read without its header');
  return ok({ intake: taken.value, table: read.value });
}

function startIntake(ports: ImportPorts, input: ListInput, header: readonly string[]) {
  const state = ports.session.state();
  const { mapping, filters } = mappingOf(state, input);
  const rules = { header, mapping, filters, dateOrder: input.dateOrder };
  return createRowIntake({ ...rules, zone: zoneOf(ports, state), period: periodOf(state) });
}

/** Columns and filters as a person chose them. */
export function mappingOf(
  state: EngagementState,
  { keyColumns, dateColumn, stratumColumn, filters }: ListInput,
): { readonly mapping: ColumnMapping; readonly filters: readonly FilterInput[] } {
  const period = periodOf(state);
  return {
    mapping: { keyColumns, dateColumn, stratumColumn },
    filters: filters.map((filter) => completedFilter(filter, period, dateColumn)),
  };
}

/** The choice that a person made; what is left open is found in the file. */
export function choiceOf({
  sheet,
  encoding,
  delimiter,
  headerRow,
}: Pick<ListInput, 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>): RowsChoice {
  return {
    ...(sheet === null ? {} : { sheet }),
    ...(encoding === null ? {} : { encoding }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(headerRow === null ? {} : { headerRow }),
  };
}

/** The zone of the engagement, in which instants fall on a day. */
export function zoneOf({ offsetOf }: ImportPorts, state: EngagementState): LocalZone {
  return { name: engagementOf(state)?.timeZone ?? 'UTC', offsetOf };
}

/** The file is no longer the one that was inspected. */
export function changedMeanwhile(): Refusal {
  return rule(
    'unreadable-file',
    'The file changed while it was read. Nothing was kept.',
    'Wait until it is complete, and import it again.',
    { reason: 'changed' },
  );
}
