import Database from 'better-sqlite3';
import { migrate } from '../../../../../src-main/adapters/sqlite/migrate.ts';
import { migrations } from '../../../../helpers/store/test-files.ts';

/** A database in memory with the newest schema. */
export function storeDatabase(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, migrations);
  return database;
}
