import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteEngagementFiles } from '../../../src-main/adapters/sqlite/engagement-files.ts';
import { migrations, passphrase, testFiles, valueOf } from '../../helpers/store/test-files.ts';
import type { KillPath } from '../kill-path.ts';

const sql = `create table later (id integer primary key not null, text text not null) strict;
insert into later (id, text) with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)
  select i, 'row of a later version ' || i from n;
create index later_text on later (text);`;

/** The files of a later version of the program, whose step takes a while. */
export const newerFiles = (): SqliteEngagementFiles => {
  const sha256 = createHash('sha256').update(sql).digest('hex');
  return testFiles({}, 'device-1', [...migrations, { number: 2, name: 'later', sql, sha256 }]);
};

/** A file of this version is opened by a later one. */
export const migrationPath: KillPath = {
  name: 'migration',
  longestMs: 2500,
  prepare(bench) {
    copyFileSync(
      join(bench.folder, '..', 'template', 'engagement.tickmark'),
      join(bench.folder, 'older.copy'),
    );
    return Promise.resolve();
  },
  async step(bench, n) {
    const path = join(bench.folder, `older-${String(n)}.tickmark`);
    copyFileSync(join(bench.folder, 'older.copy'), path);
    const store = valueOf(await newerFiles().open(path, passphrase));
    store.close();
    return { migrated: path };
  },
};
