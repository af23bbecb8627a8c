import type Database from 'better-sqlite3';
import type { VerificationProblem } from '../../../shared/domain/journal/verify-chain.ts';
import { applicationId, type Migration } from './migrate.ts';

/** What a file may say of itself. The slot for keys of members is a name that a later version will add. */
const knownFacts: readonly string[] = ['engagement'];

/** The engagement that a file says it holds; `null` where it names none. Call only on a file of our schema. */
export function engagementIdOf(database: Database.Database): string | null {
  const select = database
    .prepare<[], string>("select value from file_fact where name = 'engagement'")
    .pluck();
  return select.get() ?? null;
}

/** What the file says of itself beside the journal, where it is not what this program wrote. */
export function factProblems(
  database: Database.Database,
  migrations: readonly Migration[],
): readonly VerificationProblem[] {
  const facts = database.prepare<[], string>('select name from file_fact').pluck().all();
  const strange = facts.filter((name) => !knownFacts.includes(name));
  const absent = knownFacts.filter((name) => !facts.includes(name));
  return [
    ...strange.map((name) =>
      problem(`The file says something of itself that Tickmark did not write: ${name}.`),
    ),
    ...absent.map((name) => problem(`The file does not name its ${name}.`)),
    ...(isOurs(database, migrations) ? [] : [problem('The record of how its tables were made was changed.')]),
  ];
}

function isOurs(database: Database.Database, migrations: readonly Migration[]): boolean {
  const applied = database
    .prepare<[], [number, string, string]>(
      'select number, name, sha256 from applied_migration order by number',
    )
    .raw()
    .all();
  const isRecorded =
    applied.length === migrations.length &&
    migrations.every(({ number, name, sha256 }, index) => {
      const [storedNumber, storedName, storedSha256] = applied[index] ?? [];
      return storedNumber === number && storedName === name && storedSha256 === sha256;
    });
  const version = database.pragma('user_version', { simple: true });
  return (
    isRecorded &&
    version === migrations.length &&
    database.pragma('application_id', { simple: true }) === applicationId
  );
}

function problem(message: string): VerificationProblem {
  return { code: 'file-fact', message, entry: null, object: null, person: null };
}
