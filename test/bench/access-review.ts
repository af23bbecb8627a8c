import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTabularReader } from '../../src-main/adapters/tabular/tabular-reader.ts';
import { nodeChildProcesses } from '../../src-main/app/child-processes.ts';
import { programRoot } from '../../src-main/app/program-root.ts';
import { accessFactsOf } from '../../shared/domain/access-review/access-facts.ts';
import type { ListKind } from '../../shared/domain/access-review/access-list.ts';
import { suggestMapping } from '../../shared/domain/access-review/list-mapping.ts';
import { readList } from '../../shared/domain/access-review/read-list.ts';
import { rulesFor } from '../../shared/domain/access-review/rule-catalogue.ts';
import { runRules } from '../../shared/domain/access-review/run-rules.ts';
import { dates, utc } from '../helpers/access-review-fixture.ts';
import { writeCompany, type Table } from './access-company.ts';
import { timed, type Benchmark } from './benchmark.ts';

export const accessReviewOf20000: Benchmark = {
  name: 'access-review-20000',
  meaning: 'all 22 rules over 20,000 accounts in 12 systems from their files, against reading the same files',
  limit: 5,
  clock: 'wall',
  runs: 3,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-access-'));
    const lists = await writeCompany(folder);
    const reader = createTabularReader({
      startProcess: nodeChildProcesses(programRoot(import.meta.url)).reader,
    });
    const readAll = async () => {
      const tables = new Map<ListKind, { header: readonly string[]; rows: (readonly string[])[] }>();
      for (const { kind, path } of lists) {
        const rows: (readonly string[])[] = [];
        const read = await reader.readRows(path, {}, (batch) => void rows.push(...batch));
        if (!read.ok) throw new Error(read.error.message);
        tables.set(kind, { header: read.value.header, rows });
      }
      return tables;
    };
    return {
      floor: () => timed(readAll),
      work: () =>
        timed(async () => {
          const results = runOver(await readAll());
          if (results.length !== 22 || results.some(({ missing }) => missing.length > 0))
            throw new Error('not every rule ran');
        }),
      release: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

function runOver(tables: ReadonlyMap<ListKind, Table>) {
  const lists = [...tables].map(([kind, { header, rows }]) => {
    const cells = rows.map((row, index) => ({ rowNumber: index + 2, cells: row }));
    const about = { title: kind, asOf: dates.asOf, statedCount: null, fileSha256: '' };
    return readList({ ...about, kind, header, mapping: suggestMapping(kind, header), rows: cells }, utc);
  });
  return runRules(accessFactsOf(lists, dates, utc, []), rulesFor('II'), new Map());
}
