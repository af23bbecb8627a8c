import { standing } from '../../shared/domain/control/firm-library.ts';
import {
  readSheet,
  sheetHeads,
  sheetRow,
  type OfferedLibrary,
} from '../../shared/domain/control/library-sheet.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { fileRefusal, tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import type { ClockPort } from './ports/clock.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { FirmLibraryPort } from './ports/firm-library.ts';
import type { HashPort } from './ports/hash.ts';
import type { TabularReader } from './ports/tabular.ts';
import type { WorkbookPort } from './ports/workbook.ts';

/** What reading and writing files of a library needs. */
export interface LibraryFilePorts {
  readonly library: FirmLibraryPort;
  readonly files: FilesPort;
  readonly tabular: TabularReader;
  readonly workbook: WorkbookPort;
  readonly hash: HashPort;
  readonly clock: ClockPort;
}

/** Largest JSON file and longest sheet that are read: a library is texts, and few of them. */
const mostBytes = 20_000_000;
const mostRows = 5000;

/** Saves the firm's library: JSON with all versions, or a sheet with the standing ones. */
export async function saveLibraryFile(
  ports: LibraryFilePorts,
  token: string,
  format: 'json' | 'xlsx',
): Promise<Result<{ entries: number; sha256: string; size: number }, Refusal>> {
  const entries = ports.library.read();
  if (entries.length === 0)
    return err(rule('invalid-value', 'The firm’s library is empty.', 'Take over or add an entry first.'));
  const bytes = format === 'json' ? ports.library.exported(entries) : await sheetOf(ports);
  const target = ports.files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  const sha256 = ports.hash.sha256Hex(bytes);
  const written = await target.value.write([bytes], sha256);
  if (!written.ok) return err(fileRefusal(written.error));
  ports.files.spend(token);
  return ok({ entries: entries.length, sha256, size: written.value.size });
}

async function sheetOf({ library, workbook, clock }: LibraryFilePorts): Promise<Uint8Array> {
  const wide: readonly string[] = ['Wording', 'Attributes', 'Procedures', 'Evidence to request'];
  const rows = library.read().map((entry) => sheetRow(standing(entry).text, standing(entry).isRetired));
  const columns = sheetHeads.map((head) => ({ head, width: wide.includes(head) ? 60 : 22 }));
  return workbook.write({
    ...{ title: 'Control library', creator: 'Tickmark', createdAt: clock.now() },
    sheets: [{ name: 'Library', columns, rows }],
  });
}

/** Reads a chosen file: JSON as exported, or a sheet (XLSX or CSV). */
export async function readLibraryFile(
  ports: LibraryFilePorts,
  token: string,
  knownCriteria: ReadonlySet<string>,
  call: CallContext,
): Promise<Result<{ readonly name: string; readonly offered: OfferedLibrary }, Refusal>> {
  const source = await ports.files.open(token);
  if (!source.ok) return err(fileRefusal(source.error));
  const { name } = source.value;
  const offered = /\.json$/i.test(name)
    ? await readJson(ports, source.value)
    : await readRows(ports, source.value, knownCriteria, call);
  return offered.ok ? ok({ name, offered: offered.value }) : offered;
}

async function readJson(
  { library }: LibraryFilePorts,
  source: SourceFile,
): Promise<Result<OfferedLibrary, Refusal>> {
  if (source.size > mostBytes) return err(noLibrary());
  const bytes = new Uint8Array(source.size);
  let at = 0;
  for await (const chunk of source.chunks()) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const offered = library.readExported(bytes);
  return offered === null ? err(noLibrary()) : ok(offered);
}

async function readRows(
  { tabular }: LibraryFilePorts,
  source: SourceFile,
  knownCriteria: ReadonlySet<string>,
  { signal }: CallContext,
): Promise<Result<OfferedLibrary, Refusal>> {
  const rows: (readonly string[])[] = [];
  const fileRows: number[] = [];
  const inspection = await tabular.inspect(source.path, {}, { signal });
  if (!inspection.ok) return err(tableRefusal(inspection.error));
  if (inspection.value.rows > mostRows) return err(noLibrary());
  const take = (batch: readonly (readonly string[])[], numbers: readonly number[]): void => {
    rows.push(...batch);
    fileRows.push(...numbers);
  };
  const read = await tabular.readRows(source.path, {}, take, { signal, onProgress: () => undefined });
  if (!read.ok) return err(tableRefusal(read.error));
  return ok(readSheet(read.value.header, rows, fileRows, knownCriteria));
}

const noLibrary = (): Refusal =>
  rule(
    'unreadable-file',
    'The file is no library that this program can read.',
    'Choose a library that was exported as JSON, or a sheet with the columns Number, Title and Wording.',
  );
