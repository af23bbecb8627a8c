/** Turns the rows of a file into the records that the rules compare. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { LocalZone } from '../population/population-date.ts';
import { isUserList, type ListKind } from './access-list.ts';
import type { ListFault, ReadList, Subject } from './access-record.ts';
import { carries, type ListMapping } from './list-mapping.ts';
import { createAccountReader } from './read-account.ts';
import { recordReaderOf } from './read-record.ts';
import { folded } from './read-cell.ts';
import { createRowReader, type CellFault, type ListCells, type RowRecord } from './row-reader.ts';

/** A list as it was imported. */
export interface ListSource {
  readonly kind: ListKind;
  readonly title: string;
  readonly asOf: PlainDate | null;
  readonly statedCount: number | null;
  readonly fileSha256: string;
  readonly header: readonly string[];
  readonly mapping: ListMapping;
  readonly rows: Iterable<ListCells>;
}

/** A list with its records and what is odd about its rows. Never refuses: what cannot be read is a fault that rule W0 shows. */
export function readList(source: ListSource, zone: LocalZone): ReadList {
  const { kind, title, mapping, header } = source;
  const reader = createRowReader({ kind, header, mapping, zone });
  const gather = createGatherer(source);
  const accounts = isUserList(kind) ? createAccountReader(source.mapping, reader) : null;
  const record = recordReaderOf(kind, reader);
  let rowCount = 0;
  for (const row of source.rows) {
    rowCount += 1;
    reader.turnTo(row);
    gather.take(row.rowNumber, accounts === null ? record() : accounts.read(), reader.faults());
  }
  const { records, faults } = gather.done(accounts?.join ?? null);
  return {
    ...{ key: `${kind} / ${title}`, label: title, kind, list: title, rows: [] },
    ...{ asOf: source.asOf, statedCount: source.statedCount, rowCount, fileSha256: source.fileSha256 },
    fields: new Set(
      [...Object.keys(mapping.columns), ...Object.keys(mapping.fixed)].filter((field) =>
        carries(mapping, field),
      ),
    ),
    faults,
    records,
  };
}

interface Gathered {
  readonly subject: Subject;
  /** What each of its rows had, where several rows are one record. */
  readonly parts: Subject[];
  readonly rows: number[];
}

/** How the rows of one record are joined; `null` where a second row of a record is a fault. */
type Join = ((parts: readonly Subject[]) => Subject) | null;

function createGatherer({ kind, title, mapping }: ListSource) {
  const byIdentity = new Map<string, Gathered>();
  const order: Gathered[] = [];
  const faults: ListFault[] = [];
  const cellFaults: { readonly gathered: Gathered; readonly fault: CellFault }[] = [];
  const isJoined = isUserList(kind) && mapping.rowsAre === 'entitlements';

  function place(identity: string, rowNumber: number, at: RowRecord['at']): Gathered {
    const known = identity === '' ? undefined : byIdentity.get(identity);
    const row = String(rowNumber);
    const key = identity === '' || known !== undefined ? `${kind} ${title} / row ${row}` : identity;
    const label = identity === '' ? `${title}, row ${row}` : identity;
    const rows = [rowNumber];
    const subject = at({ key, label, kind, list: title, rows });
    const gathered: Gathered = { subject, parts: [subject], rows };
    if (identity === '') faults.push(blankKey(subject, rowNumber));
    else if (known === undefined) byIdentity.set(identity, gathered);
    else faults.push(repeatedKey(subject, known.subject));
    order.push(gathered);
    return gathered;
  }
  return {
    take(rowNumber: number, { identity, at }: RowRecord, found: readonly CellFault[]): void {
      const known = byIdentity.get(identity);
      let gathered = known;
      if (known === undefined || !isJoined) gathered = place(identity, rowNumber, at);
      else {
        known.rows.push(rowNumber);
        known.parts.push(at({ ...known.subject, rows: [rowNumber] }));
      }
      if (gathered === undefined) return;
      for (const fault of found) cellFaults.push({ gathered, fault });
    },
    done(join: Join): { readonly records: readonly Subject[]; readonly faults: readonly ListFault[] } {
      const records = order.map(({ subject, parts, rows }) =>
        join === null || parts.length === 1 ? subject : { ...join(parts), rows },
      );
      return { records, faults: [...faults, ...cellFaults.map(unreadable), ...caseTwins(records, kind)] };
    },
  };
}

function unreadable({
  gathered,
  fault,
}: {
  readonly gathered: Gathered;
  readonly fault: CellFault;
}): ListFault {
  const { field, words } = fault;
  return { subject: gathered.subject, code: 'unreadable-cell', about: field, words };
}

function blankKey(subject: Subject, row: number): ListFault {
  const words = `Row ${String(row)} does not say which record it is.`;
  return { subject, code: 'blank-key', about: '', words };
}

function repeatedKey(subject: Subject, first: Subject): ListFault {
  const words = `${first.label} stands in row ${String(first.rows[0] ?? 0)} already.`;
  return { subject, code: 'repeated-key', about: '', words };
}

/** Accounts whose names differ in case only: one person twice, or two people who are taken for one. */
function caseTwins(records: readonly Subject[], kind: ListKind): readonly ListFault[] {
  if (!isUserList(kind)) return [];
  const byFold = new Map<string, Subject>();
  const faults: ListFault[] = [];
  for (const record of records) {
    const fold = folded(record.label);
    const twin = byFold.get(fold);
    if (twin === undefined) byFold.set(fold, record);
    else if (twin.label !== record.label) faults.push(caseTwin(record, twin));
  }
  return faults;
}

function caseTwin(subject: Subject, twin: Subject): ListFault {
  const words = `${subject.label} and ${twin.label} are equal but for case.`;
  return { subject, code: 'equal-but-for-case', about: twin.label, words };
}
