import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeKeys } from '../../../src-main/adapters/keys/node-keys.ts';
import {
  createEngagementFiles,
  type SqliteEngagementFiles,
} from '../../../src-main/adapters/sqlite/engagement-files.ts';
import { readMigrations, type Migration } from '../../../src-main/adapters/sqlite/migrate.ts';
import type { EngagementStore } from '../../../src-main/services/ports/engagement-store.ts';
import type { SeenHead } from '../../../src-main/services/ports/profile.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { testActor } from './actors.ts';
import {
  fillSpecimen,
  rowsDigest,
  specimenStart,
  type SpecimenEvidence,
  type SpecimenTeam,
} from './specimen-engagement.ts';

/** The passphrase of every file that tests make. */
export const passphrase = 'correct horse battery';

/** The migrations of the program. */
export const migrations = readMigrations(
  new URL('../../../src-main/adapters/sqlite/migrations/', import.meta.url),
);

/** A folder of its own for a test; removed by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tickmark-store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** What this computer knows beside the file. */
export interface Knowledge {
  readonly seen?: SeenHead;
  readonly keys?: Readonly<Record<string, string>>;
}

/** Engagement files of a computer that knows what is given. */
export function testFiles(
  knowledge: Knowledge = {},
  deviceId = 'device-1',
  steps: readonly Migration[] = migrations,
): SqliteEngagementFiles {
  return createEngagementFiles(() => deviceId, {
    migrations: steps,
    rowsDigest,
    verifySignature: (publicKey, signed, signature) =>
      nodeKeys.verifySignature(publicKey, Buffer.from(signed, 'utf8'), signature),
    seenHead: () => knowledge.seen ?? null,
    knownKey: (personId) => knowledge.keys?.[personId] ?? null,
  });
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Three persons with keys of their own. */
export function testTeam(): SpecimenTeam {
  return { staff: testActor('p-staff'), senior: testActor('p-senior'), manager: testActor('p-manager') };
}

/** A whole engagement in a file, open. */
export async function makeSpecimen(
  path: string,
  team: SpecimenTeam = testTeam(),
): Promise<{
  readonly store: EngagementStore;
  readonly team: SpecimenTeam;
  readonly evidence: SpecimenEvidence;
}> {
  const made = await testFiles().create(path, passphrase, 'engagement-1', (store) => {
    store.append(team.staff, 'engagement.create', specimenStart(team), '2026-07-10T09:00:00Z');
  });
  const store = valueOf(made);
  return { store, team, evidence: await fillSpecimen(store, team) };
}
