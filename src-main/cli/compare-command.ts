/** `population compare`: what two lists have and lack, and what changed between them. */
import { compareLists, type ListComparison } from '../../shared/domain/population/list-comparison.ts';
import type { ComparedList, ComparedRow } from '../../shared/domain/population/list-comparison.ts';
import { formatCount } from '../../shared/domain/sampling/sample-wording.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { TabularReader } from '../services/ports/tabular.ts';
import type { Outcome } from './outcome.ts';
import { describeFailure } from './population-commands.ts';

/** Holds the list of one file against that of another by the key columns, which may have another name there. */
export async function comparePopulations(
  tabular: Pick<TabularReader, 'readRows'>,
  here: { readonly file: string; readonly key: string },
  there: { readonly file: string; readonly key: string },
): Promise<Outcome> {
  const one = await listOf(tabular, here);
  if (!one.ok) return one.error;
  const other = await listOf(tabular, there);
  if (!other.ok) return other.error;
  const comparison = compareLists(one.value, other.value);
  return { json: comparison, text: describe(comparison), exitCode: 0 };
}

async function listOf(
  tabular: Pick<TabularReader, 'readRows'>,
  { file, key }: { readonly file: string; readonly key: string },
): Promise<Result<ComparedList, Outcome>> {
  const rows: ComparedRow[] = [];
  let [columns, at]: [readonly string[], number] = [[], -1];
  const read = await tabular.readRows(
    file,
    { keyColumn: key },
    (batch) => {
      for (const cells of batch) rows.push({ key: cells[at] ?? '', cells });
    },
    {
      onHeader: (header) => {
        columns = header;
        at = header.indexOf(key);
      },
    },
  );
  if (!read.ok) return err(describeFailure(read.error));
  const doubtful = read.value.problems.find(({ code }) => code === 'duplicate-key' || code === 'blank-key');
  if (doubtful === undefined) return ok({ columns, rows });
  const message = `The column "${key}" of ${file} is blank or repeated in ${formatCount(doubtful.count)} rows.`;
  const json = { refused: doubtful.code, column: key, rows: doubtful.rows, message };
  return err({ json, text: `${doubtful.code}: ${message}`, exitCode: 1 });
}

function describe({ same, onlyHere, onlyThere, changed, uncompared }: ListComparison): string {
  return [
    `${formatCount(same)} the same, ${formatCount(onlyHere.count)} only here, ${formatCount(onlyThere.count)} only there, ${formatCount(changed.count)} changed`,
    ...onlyHere.keys.map((key) => `only here   ${key}`),
    ...onlyThere.keys.map((key) => `only there  ${key}`),
    ...changed.rows.map(({ key, columns }) => `changed     ${key}: ${columns.join(', ')}`),
    ...(uncompared.length === 0 ? [] : [`Columns of one list only: ${uncompared.join(', ')}`]),
  ].join('\n');
}
