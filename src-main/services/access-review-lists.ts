import type { accessReviewContract } from '../../shared/contract/access-review.ts';
import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import { addList, addListFindings } from '../../shared/domain/access-review/edit-lists.ts';
import {
  knownMapping,
  mappingFaults,
  mappingOfTexts,
  mappingTexts,
  suggestMapping,
  type ListMapping,
} from '../../shared/domain/access-review/list-mapping.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { weigh } from '../../shared/domain/journal/decision.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { blocksOf } from '../../shared/domain/population/row-block.ts';
import { describeTableProblem } from '../../shared/domain/population/table-problem.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { watched } from './evidence-service.ts';
import { cancelled, fileRefusal, refusalOfStream, tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { IdsPort } from './ports/ids.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { StartHash } from './ports/running-hash.ts';
import type { RowsChoice, TableInspection, TabularReader } from './ports/tabular.ts';
import type { Session } from './session.ts';

/** What reading a list of a review needs. */
export interface AccessListPorts {
  readonly session: Session;
  readonly files: FilesPort;
  readonly tabular: TabularReader;
  readonly startHash: StartHash;
  readonly ids: IdsPort;
  readonly profile: Pick<ProfilePort, 'usedMappings' | 'rememberMapping'>;
}

type Contract = typeof accessReviewContract;
type PreviewInput = InputOf<Contract['accessReview.previewList']>;
type PreviewView = OutputOf<Contract['accessReview.previewList']>;
type ImportInput = InputOf<Contract['accessReview.importList']>;
type Imported = OutputOf<Contract['accessReview.importList']>;
type Reading = Pick<ImportInput, 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>;

/** Most rows of a list of a review: ten times the accounts of a large client. */
const mostRows = 500_000;

/** Shows how a file would be read; writes nothing. */
export async function previewAccessList(
  { session, files, tabular, profile }: AccessListPorts,
  input: PreviewInput,
  call: CallContext,
): Promise<Result<PreviewView, Refusal>> {
  const source = await files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const choice = choiceOf(input);
  const inspected = await tabular.inspect(source.value.path, choice, { signal: call.signal });
  if (!inspected.ok) return err(tableRefusal(inspected.error));
  const rows: (readonly string[])[] = [];
  const read = await tabular.readRows(
    source.value.path,
    { ...choice, maxRows: input.maxRows },
    (batch) => void rows.push(...batch),
    { signal: call.signal },
  );
  if (!read.ok) return err(tableRefusal(read.error));
  const { columns, format, sheet, sheets, encoding, delimiter, problems } = inspected.value;
  const { mapping, mappingFrom } = mappingFor(session.state(), profile, input, columns);
  return ok({
    ...{ name: source.value.name, size: source.value.size, format, sheet, sheets, encoding, delimiter },
    ...{ rowsInFile: inspected.value.rows, columns, rows, mapping, mappingFrom },
    problems: problems.map((problem) => ({ code: problem.code, words: describeTableProblem(problem) })),
    faults: mappingFaults(input.kind, mapping, columns).map(({ field, words }) => ({ field, words })),
  });
}

/** As given; else as a list of this kind with these columns was read before for this client; else as the headers suggest. */
function mappingFor(
  state: EngagementState,
  profile: AccessListPorts['profile'],
  { kind, mapping }: PreviewInput,
  header: readonly string[],
): { readonly mapping: ListMapping; readonly mappingFrom: PreviewView['mappingFrom'] } {
  if (mapping !== null) return { mapping, mappingFrom: 'given' };
  const used = all(state, 'accessList').map((list) => ({
    kind: list.kind,
    mapping: mappingOfTexts(list.mapping),
  }));
  const elsewhere = profile
    .usedMappings(clientOf(state))
    .map((each) => ({ kind: each.kind, mapping: mappingOfTexts(each.texts) }));
  const before = knownMapping(kind, header, [...elsewhere, ...used]);
  if (before !== null) return { mapping: before, mappingFrom: 'before' };
  return { mapping: suggestMapping(kind, header), mappingFrom: 'suggested' };
}

/** The client by the name under which the next engagement will know it. */
function clientOf(state: EngagementState): string {
  return find(state, 'client', engagementOf(state)?.clientId ?? null)?.legalName ?? '';
}

/** Imports a list: its rows go to the store, its bytes become evidence, one entry records both, or nothing stays. */
export async function importAccessList(
  ports: AccessListPorts,
  input: ImportInput,
  call: CallContext,
): Promise<Result<Imported, Refusal>> {
  const { session, files } = ports;
  const context = session.contextOn(session.state(), input.reasons);
  if (!context.ok) return context;
  if (find(session.state(), 'accessReview', input.reviewId) === undefined)
    return err(notFound('accessReview', input.reviewId));
  const source = await files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const inspected = await ports.tabular.inspect(source.value.path, choiceOf(input), { signal: call.signal });
  if (!inspected.ok) return err(tableRefusal(inspected.error));
  const { columns, rows } = inspected.value;
  if (rows > mostRows) return err(tooLong(rows));
  const allowed = weigh(context.value, addListFindings(context.value, described(input), columns));
  if (!allowed.ok) return allowed;
  const listId = ports.ids.newId();
  const imported = await storeList(
    ports,
    input,
    { listId, source: source.value, inspection: inspected.value },
    call,
  );
  // The rows of a list that was not recorded do not stay.
  if (!imported.ok) {
    session.store().populationRows.discard(listId);
    return imported;
  }
  files.spend(input.token);
  const texts = mappingTexts(input.mapping);
  ports.profile.rememberMapping({ client: clientOf(session.state()), kind: input.kind, texts });
  return imported;
}

interface Reader {
  readonly listId: string;
  readonly source: SourceFile;
  readonly inspection: TableInspection;
}

async function storeList(
  ports: AccessListPorts,
  input: ImportInput,
  { listId, source, inspection }: Reader,
  call: CallContext,
): Promise<Result<Imported, Refusal>> {
  const { session } = ports;
  const rows = await storeRows(ports, input, { listId, source, inspection }, call);
  if (!rows.ok) return rows;
  const file = await storeBytes(ports, source, inspection.sha256, call);
  if (!file.ok) return file;
  if (call.signal.aborted) return err(cancelled());
  const { sheet, encoding, delimiter, columns, problems } = inspection;
  const added = session.commit('accessReview.importList', input.reasons, (decision) =>
    addList(decision, {
      ...{ ...described(input), listId, file: file.value, ...rows.value },
      ...{ receivedOn: plainDateOf(input.receivedOn), sourcePerson: input.sourcePerson },
      read: { sheet, encoding, delimiter, columns, remarks: problems.map(describeTableProblem) },
    }),
  );
  return added.ok ? ok({ listId, rows: rows.value.rowCount }) : added;
}

async function storeRows(
  { session, tabular, startHash }: AccessListPorts,
  input: ImportInput,
  { listId, source, inspection }: Reader,
  call: CallContext,
): Promise<Result<{ readonly rowCount: number; readonly rowsSha256: string }, Refusal>> {
  const store = session.store().populationRows;
  const hash = startHash();
  const first = (input.headerRow ?? 1) + 1;
  let rowCount = 0;
  const read = await tabular.readRows(
    source.path,
    choiceOf(input),
    (batch) => {
      const rows = batch.map((cells, index) => {
        const rowNumber = first + rowCount + index;
        return { rowNumber, key: String(rowNumber), occurredOn: null, included: true, cells };
      });
      const blocks = blocksOf(rows);
      store.write(listId, blocks);
      for (const { lines } of blocks) hash.update(lines);
      rowCount += batch.length;
      call.onProgress({ done: rowCount, total: inspection.rows, unit: 'rows' });
    },
    { signal: call.signal },
  );
  if (!read.ok) return err(tableRefusal(read.error));
  if (read.value.sha256 !== inspection.sha256) return err(changedMeanwhile());
  return ok({ rowCount, rowsSha256: hash.hex() });
}

async function storeBytes(
  { session }: AccessListPorts,
  source: SourceFile,
  expected: string,
  call: CallContext,
) {
  try {
    const chunks = watched(source.chunks(), call, { before: 0, total: source.size });
    const { sha256, size } = await session.store().evidence.put(chunks);
    if (sha256 !== expected) return err(changedMeanwhile());
    return ok({ sha256, size, originalName: source.name });
  } catch (error) {
    return err(refusalOfStream(error));
  }
}

function described(input: ImportInput) {
  const { reviewId, kind, title, sourceSystem, query, extractedBy, statedCount, mapping } = input;
  const asOf = input.asOf === null ? null : plainDateOf(input.asOf);
  return { reviewId, kind, title, sourceSystem, query, extractedBy, asOf, statedCount, mapping };
}

/** The choice that a person made; what is left open is found in the file. */
export function choiceOf({ sheet, encoding, delimiter, headerRow }: Reading): RowsChoice {
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
    `The list has ${String(rows)} rows; a list of an access review has at most ${String(mostRows)}.`,
    'Split the list by system.',
    { rows },
  );
}

function changedMeanwhile(): Refusal {
  return rule(
    'unreadable-file',
    'The file changed while it was read. Nothing was kept.',
    'Wait until it is complete, and import it again.',
    { reason: 'changed' },
  );
}
