import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import type { populationFindingsContract } from '../../shared/contract/population-findings.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import {
  compareLists,
  type ComparedList,
  type ComparedRow,
} from '../../shared/domain/population/list-comparison.ts';
import { joinedKey } from '../../shared/domain/population/population-hash.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { fileRefusal, tableRefusal } from './file-refusal.ts';
import type { CallContext } from './handlers.ts';
import { choiceOf, type ImportPorts } from './list-reading.ts';

type Contract = typeof populationFindingsContract;
type Input = InputOf<Contract['population.compareFile']>;
type View = OutputOf<Contract['population.compareFile']>;

/** Holds a list on file against one that a person chose and that stays outside the engagement. */
export async function compareWithFile(
  { files, tabular }: Pick<ImportPorts, 'files' | 'tabular'>,
  input: Input,
  population: Row<'population'>,
  here: ComparedList,
  call: CallContext,
): Promise<Result<View, Refusal>> {
  const source = await files.open(input.token);
  if (!source.ok) return err(fileRefusal(source.error));
  const keyColumns = input.keyColumns.length > 0 ? input.keyColumns : population.keyColumns;
  const keyed = new Map<string, ComparedRow>();
  let [columns, unkeyed]: [readonly string[], number] = [[], 0];
  const read = await tabular.readRows(
    source.value.path,
    choiceOf(input),
    (batch) => {
      for (const cells of batch) {
        const parts = keyColumns.map((name) => cells[columns.indexOf(name)] ?? '');
        const key = joinedKey(parts);
        if (parts.some((part) => part.trim() === '') || keyed.has(key)) unkeyed += 1;
        else keyed.set(key, { key, cells });
      }
    },
    {
      onHeader: (header) => {
        columns = header;
      },
      signal: call.signal,
    },
  );
  if (!read.ok) return err(tableRefusal(read.error));
  const isKeyed = keyColumns.every((name) => columns.includes(name));
  const comparison = isKeyed ? compareLists(here, { columns, rows: keyed.values() }) : null;
  return ok({
    ...{ name: source.value.name, rows: read.value.rowCount, columns, keyColumns, comparison },
    unkeyed: isKeyed ? unkeyed : 0,
  });
}
