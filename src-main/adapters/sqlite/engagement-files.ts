import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import {
  StoreError,
  type EngagementFiles,
  type EngagementStore,
  type FileVerdict,
  type StoreFailure,
} from '../../services/ports/engagement-store.ts';
import { createEngagementStore } from './engagement-store.ts';
import { failure } from './failures.ts';
import { createHeldFiles } from './held-files.ts';
import { attempt, createDatabase, openDatabase, openForVerification } from './open.ts';
import { createSchemaRules } from './schema/allow-list.ts';
import type { Migration } from './migrate.ts';
import { engagementIdOf } from './file-facts.ts';
import { verifyFile, type VerifyTools } from './verify-file.ts';

/** Makes, opens and verifies engagement files on this computer. */
export interface SqliteEngagementFiles extends EngagementFiles {
  /** Verifies a file without opening it for work; a file that cannot be opened at all is a failure. */
  verify(path: string, passphrase: string): Promise<Result<FileVerdict, StoreFailure>>;
}

/** What the files need of the outside world. */
export interface FileTools extends Omit<VerifyTools, 'schema'> {
  readonly migrations: readonly Migration[];
}

/** Binds the files to this device and to the functions that verification needs. */
export function createEngagementFiles(deviceId: () => string, tools: FileTools): SqliteEngagementFiles {
  const schema = createSchemaRules(tools.migrations);
  const held = createHeldFiles();
  const verifyTools = { ...tools, schema };

  const storeOf = (database: Database.Database, path: string, engagementId: string): EngagementStore =>
    createEngagementStore(database, path, engagementId, {
      deviceId: deviceId(),
      verify: (opened) => verifyFile(opened, verifyTools),
    });

  /** A store on an opened file, held until it is closed; a file that cannot be worked on is closed again. */
  const adopt = (database: Database.Database, path: string): Result<EngagementStore, StoreFailure> => {
    const made = attempt(() =>
      closingOnFailure(database, () => {
        const engagementId = engagementIdOf(database);
        if (engagementId === null) throw new StoreError(failure('damaged', 'It names no engagement.'));
        return storeOf(database, path, engagementId);
      }),
    );
    if (!made.ok) return made;
    const release = held.hold(path);
    return ok({
      ...made.value,
      close: () => {
        made.value.close();
        release();
      },
    });
  };

  return {
    async create(path, passphrase, engagementId, begin) {
      const made = await createDatabase(path, passphrase, schema, (database) => {
        database.prepare("insert into file_fact (name, value) values ('engagement', ?)").run(engagementId);
        const store = storeOf(database, path, engagementId);
        begin(store);
        store.close();
      });
      return made.ok ? adopt(made.value.database, path) : made;
    },
    async open(path, passphrase) {
      if (held.has(path)) return err(failure('busy'));
      const opened = await openDatabase(path, passphrase, schema);
      return opened.ok ? adopt(opened.value.database, path) : opened;
    },
    async verify(path, passphrase) {
      if (held.has(path)) return err(failure('busy'));
      const opened = await openForVerification(path, passphrase);
      if (!opened.ok) return opened;
      try {
        return ok(await verifyFile(opened.value, verifyTools));
      } finally {
        opened.value.close();
      }
    },
  };
}

function closingOnFailure<T>(database: Database.Database, work: () => T): T {
  try {
    return work();
  } catch (error) {
    database.close();
    throw error;
  }
}
