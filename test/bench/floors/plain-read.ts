import { rawClient, rawKey } from '../../helpers/store/raw-client.ts';
import { timed } from '../benchmark.ts';

/**
 * A plain client that stretches the passphrase, opens the file with the key and reads every row of every table that
 * tells the state: what any program pays that shows an engagement.
 */
export function plainRead(path: string, passphrase: string): () => Promise<number> {
  return () =>
    timed(() => {
      const database = rawClient(path, rawKey(path, passphrase));
      const tables = database
        .prepare<[], string>(
          "select name from sqlite_schema where type = 'table' and name not in ('journal', 'evidence_chunk', 'population_block')",
        )
        .pluck()
        .all();
      let rows = 0;
      for (const table of tables) rows += database.prepare(`select * from "${table}"`).all().length;
      database.close();
      if (rows < 25_000) throw new Error('the floor read too little');
    });
}
