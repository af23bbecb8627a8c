import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import type { populationContract } from '../../shared/contract/population.ts';
import { fileFields } from '../../shared/domain/evidence/evidence-file.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { weigh } from '../../shared/domain/journal/decision.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { find } from '../../shared/domain/journal/state.ts';
import { suggestMapping } from '../../shared/domain/population/mapping-suggestion.ts';
import {
  listFindings,
  receiveFinding,
  receivePopulation,
  type ReceivedList,
} from '../../shared/domain/population/receive-population.ts';
import type { DigestedRow } from '../../shared/domain/population/population-row-text.ts';
import { rowsOfLines } from '../../shared/domain/population/row-block.ts';
import { describeTableProblem } from '../../shared/domain/population/table-problem.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { watched } from './evidence-service.ts';
import { cancelled, fileRefusal, refusalOfStream, tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import { changedMeanwhile, choiceOf, mappingOf, readList, zoneOf } from './list-reading.ts';
import type { ImportPorts } from './list-reading.ts';
import { finding } from './planning-views.ts';
import type { SourceFile } from './ports/files.ts';
import type { PackedBlock } from './ports/packed-block.ts';
import type { PopulationRead, RowsChoice, TableInspection, TableRows } from './ports/tabular.ts';

type Contract = typeof populationContract;
type PreviewInput = InputOf<Contract['population.preview']>;
type PreviewView = OutputOf<Contract['population.preview']>;
type ImportInput = InputOf<Contract['population.import']>;
type Imported = OutputOf<Contract['population.import']>;

/** Shows what a file would be as the population; writes nothing. */
export async function previewList(
  ports: ImportPorts,
  input: PreviewInput,
  call: CallContext,
): Promise<Result<PreviewView, Refusal>> {
  const state = ports.session.state();
  const population = find(state, 'population', input.populationId);
  if (population === undefined) return err(notFound('population', input.populationId));
  const source = await ports.files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const choice = choiceOf(input);
  const inspected = await ports.tabular.inspect(source.value.path, choice, { signal: call.signal });
  if (!inspected.ok) return err(tableRefusal(inspected.error));
  const rows = await firstRows(ports, source.value, { ...choice, maxRows: input.maxRows }, call);
  if (!rows.ok) return rows;
  const mapped =
    input.keyColumns.length === 0
      ? ok(null)
      : await mappedView(ports, input, population, source.value, inspected.value, call);
  if (!mapped.ok) return mapped;
  const zone = zoneOf(ports, state);
  return ok({
    ...inspectionView(source.value, inspected.value),
    rows: rows.value,
    suggestion: suggestMapping(inspected.value.columns, rows.value, zone),
    mapped: mapped.value,
  });
}

function inspectionView(source: SourceFile, inspection: TableInspection) {
  const { format, sheet, sheets, encoding, delimiter, columns } = inspection;
  return {
    ...{ name: source.name, size: source.size, format, sheet, sheets, encoding, delimiter, columns },
    rowsInFile: inspection.rows,
    problems: inspection.problems.map((problem) => ({
      code: problem.code,
      words: describeTableProblem(problem),
    })),
  };
}

async function firstRows(
  { tabular }: ImportPorts,
  source: SourceFile,
  choice: RowsChoice,
  call: CallContext,
): Promise<Result<readonly (readonly string[])[], Refusal>> {
  const rows: (readonly string[])[] = [];
  const read = await tabular.readRows(source.path, choice, (batch) => void rows.push(...batch), {
    signal: call.signal,
  });
  return read.ok ? ok(rows) : err(tableRefusal(read.error));
}

async function mappedView(
  ports: ImportPorts,
  input: PreviewInput,
  population: Row<'population'>,
  source: SourceFile,
  { sha256 }: TableInspection,
  call: CallContext,
): Promise<Result<PreviewView['mapped'], Refusal>> {
  const context = ports.session.contextOn(ports.session.state(), []);
  if (!context.ok) return context;
  const rows: DigestedRow[] = [];
  const keepFirst = (blocks: readonly PackedBlock[]): void => {
    for (const block of blocks)
      if (rows.length < input.maxRows) rows.push(...rowsOfLines(ports.tabular.linesOf(block)));
  };
  const read = await readList(ports, input, source, keepFirst, call);
  if (!read.ok) return read;
  const { summary, table } = read.value;
  if (table.sha256 !== sha256) return err(changedMeanwhile());
  const { mapping, filters } = mappingOf(ports.session.state(), input);
  const findings = listFindings(context.value, population, {
    columns: table.header,
    mapping,
    filters,
    summary,
  });
  const { records, removed, firstDate, lastDate } = summary;
  return ok({
    ...{ records, removed, firstDate, lastDate },
    outsidePeriod: summary.outsidePeriod.count,
    ambiguousDates: summary.ambiguousDates.count,
    rows: rows
      .slice(0, input.maxRows)
      .map(({ rowNumber, key, occurredOn, included }) => ({ rowNumber, key, occurredOn, included })),
    findings: findings.map(finding),
  });
}

/**
 * Imports a file as the population: its rows go to the store in batches, its bytes become evidence, and one entry records
 * both. A refusal, a failure or a cancel leaves nothing.
 */
export async function importList(
  ports: ImportPorts,
  input: ImportInput,
  call: CallContext,
): Promise<Result<Imported, Refusal>> {
  const { session } = ports;
  const context = session.contextOn(session.state(), input.reasons);
  if (!context.ok) return context;
  const population = find(session.state(), 'population', input.populationId);
  if (population === undefined) return err(notFound('population', input.populationId));
  const allowed = weigh(context.value, [receiveFinding(context.value, population, input.revision)]);
  if (!allowed.ok) return allowed;
  const source = await ports.files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const imported = await importRows(ports, input, source.value, call);
  // The rows of a list that was not recorded do not stay.
  if (!imported.ok) session.store().populationRows.discard(input.populationId);
  else ports.files.spend(input.token);
  return imported;
}

async function importRows(
  ports: ImportPorts,
  input: ImportInput,
  source: SourceFile,
  call: CallContext,
): Promise<Result<Imported, Refusal>> {
  const { session } = ports;
  const { populationRows } = session.store();
  populationRows.discard(input.populationId);
  const store = (blocks: readonly PackedBlock[]): void => populationRows.write(input.populationId, blocks);
  const read = await readList(ports, input, source, store, call);
  if (!read.ok) return read;
  const file = await storeSource(ports, input, source, read.value.table, call);
  if (!file.ok) return file;
  if (call.signal.aborted) return err(cancelled());
  const list = receivedList(ports, input, read.value, file.value);
  const done = session.commit('population.import', input.reasons, (decision) =>
    receivePopulation(decision, { populationId: input.populationId, revision: input.revision, list }),
  );
  if (!done.ok) return done;
  const population = find(session.state(), 'population', input.populationId);
  return ok({
    evidenceId: done.value.evidenceId,
    rowsInFile: list.summary.rows,
    recordCount: list.summary.records,
    populationSha256: population?.populationSha256 ?? '',
  });
}

/** Stores the bytes of the list as evidence; they must be those that the rows were read from. */
async function storeSource(
  ports: ImportPorts,
  input: ImportInput,
  source: SourceFile,
  table: TableRows,
  call: CallContext,
): Promise<Result<ReceivedList['file'], Refusal>> {
  try {
    const chunks = watched(source.chunks(), call, { before: 0, total: source.size });
    const { sha256, size } = await ports.session.store().evidence.put(chunks);
    if (sha256 !== table.sha256) return err(changedMeanwhile());
    const population = find(ports.session.state(), 'population', input.populationId);
    return ok(
      fileFields(
        { sha256, size, originalName: source.name },
        {
          receivedOn: plainDateOf(input.receivedOn),
          sourcePerson: input.sourcePerson,
          sourceSystem: population?.sourceSystem ?? '',
          ...{ asOf: null, coversFrom: null, coversTo: null, redacted: false, requestId: null },
        },
      ),
    );
  } catch (error) {
    return err(refusalOfStream(error));
  }
}

function receivedList(
  { session }: ImportPorts,
  input: ImportInput,
  { summary, rowsSha256, table }: PopulationRead,
  file: ReceivedList['file'],
): ReceivedList {
  const { sheet, encoding, delimiter, header: columns, problems } = table;
  const remarks = [...problems.map(describeTableProblem), ...orderRemark(input)];
  const read = { sheet, encoding, delimiter, columns, ...mappingOf(session.state(), input) };
  return { ...read, file, rowsSha256, summary, remarks };
}

/** How dates were read is part of the record, since the file alone does not say. */
function orderRemark({ dateColumn, dateOrder }: ImportInput): readonly string[] {
  if (dateColumn === null || dateOrder === null) return [];
  const first = dateOrder === 'dayFirst' ? 'day' : 'month';
  return [
    `Dates of three numbers in ${dateColumn} were read with the ${first} first, as the auditor stated.`,
  ];
}
