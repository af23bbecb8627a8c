import { err, ok } from '../../../shared/lib/result.ts';
import type { EngagementFiles, FileVerdict, StoreFailure } from '../../services/ports/engagement-store.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type Database from 'better-sqlite3';
import { createEngagementStore } from './engagement-store.ts';
import { failure } from './failures.ts';
import { createDatabase, openDatabase, openForVerification } from './open.ts';
import { verifyFile, type VerifyTools } from './verify-file.ts';

/** Makes, opens and verifies engagement files on this computer. */
export interface SqliteEngagementFiles extends EngagementFiles {
  /** Verifies a file without opening it for work; a file that cannot be opened at all is a failure. */
  verify(
    path: string,
    passphrase: string,
  ): Promise<Result<FileVerdict & { engagementId: string }, StoreFailure>>;
}

/** Binds the files to this device and to the functions that verification needs. */
export function createEngagementFiles(deviceId: () => string, tools: VerifyTools): SqliteEngagementFiles {
  const storeOf = (database: Database.Database, path: string, engagementId: string) =>
    createEngagementStore(database, path, engagementId, {
      deviceId: deviceId(),
      verify: (opened) => verifyFile(opened, engagementId, tools),
    });
  return {
    async create(path, passphrase, engagementId) {
      const made = await createDatabase(path, passphrase, tools.migrations);
      if (!made.ok) return made;
      made.value.prepare("insert into file_fact (name, value) values ('engagement', ?)").run(engagementId);
      return ok(storeOf(made.value, path, engagementId));
    },
    async open(path, passphrase) {
      const opened = await openDatabase(path, passphrase, tools.migrations);
      if (!opened.ok) return opened;
      const engagementId = engagementIdOf(opened.value);
      if (engagementId !== null) return ok(storeOf(opened.value, path, engagementId));
      opened.value.close();
      return err(failure('damaged', 'It does not say which engagement it holds.'));
    },
    async verify(path, passphrase) {
      const opened = await openForVerification(path, passphrase);
      if (!opened.ok) return opened;
      try {
        const engagementId = engagementIdOf(opened.value) ?? '';
        return ok({ ...(await verifyFile(opened.value, engagementId, tools)), engagementId });
      } finally {
        opened.value.close();
      }
    },
  };
}

function engagementIdOf(database: Database.Database): string | null {
  const isTable = database
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'file_fact'")
    .get();
  if (isTable === undefined) return null;
  return (
    database.prepare<[], string>("select value from file_fact where name = 'engagement'").pluck().get() ??
    null
  );
}
