import type { InputOf } from '../../shared/contract/procedure.ts';
import type { populationContract } from '../../shared/contract/population.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import type { ColumnMapping } from '../../shared/domain/population/row-intake.ts';
import type { LocalZone } from '../../shared/domain/population/population-date.ts';
import { completedFilter, type FilterInput } from '../../shared/domain/population/population-filter.ts';
import { spanOf } from '../../shared/domain/population/population-span.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import { tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { PackedBlock } from './ports/packed-block.ts';
import type { StartHash } from './ports/running-hash.ts';
import type { PopulationIntake, PopulationRead, RowsChoice, TabularReader } from './ports/tabular.ts';
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

/** How a list is read and mapped. */
export type ListInput = Pick<
  ImportInput,
  | 'populationId'
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
 * Reads a whole list once as a population, and hands its rows on in blocks. A mapping that does not fit the list's header
 * ends the reading.
 */
export async function readList(
  ports: ImportPorts,
  input: ListInput,
  source: SourceFile,
  onBlocks: (blocks: readonly PackedBlock[]) => void,
  call: CallContext,
): Promise<Result<PopulationRead, Refusal>> {
  const progress = createRowProgress(call.onProgress);
  const take = (blocks: readonly PackedBlock[]): void => {
    onBlocks(blocks);
    progress.rows(blocks.reduce((sum, { rowCount }) => sum + rowCount, 0));
  };
  const control = { signal: call.signal, onProgress: progress.bytes };
  const { tabular } = ports;
  const read = await tabular.readPopulation(
    source.path,
    choiceOf(input),
    intakeOf(ports, input),
    take,
    control,
  );
  if (read.ok) return read;
  return err(read.error.code === 'misfit' ? read.error.refusal : tableRefusal(read.error));
}

function intakeOf(ports: ImportPorts, input: ListInput): PopulationIntake {
  const state = ports.session.state();
  const { dateOrder } = input;
  return {
    ...mappingOf(state, input),
    ...{ dateOrder, zone: zoneOf(ports, state).name, period: spanOfList(state, input) },
  };
}

/** The days that the population is said to cover. */
function spanOfList(state: EngagementState, { populationId }: ListInput) {
  const population = find(state, 'population', populationId);
  return population === undefined ? null : spanOf(state, population);
}

/** Columns and filters as a person chose them. */
export function mappingOf(
  state: EngagementState,
  input: ListInput,
): { readonly mapping: ColumnMapping; readonly filters: readonly FilterInput[] } {
  const { keyColumns, dateColumn, stratumColumn, filters } = input;
  const period = spanOfList(state, input);
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
