import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { entityNames } from '../../shared/domain/journal/entities.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { commandLineProgram, type CommandLineProgram } from '../../src-main/cli/command-line-program.ts';
import type { Actor } from '../../src-main/services/ports/engagement-store.ts';
import { fieldsOfRow } from './fieldwork-fixture.ts';

/** A program with a real engagement file open, in a folder of its own. */
export interface OpenEngagement {
  readonly program: CommandLineProgram;
  readonly folder: string;
  readonly state: () => EngagementState;
  /** Acts as a member of the fixture's team from now on. */
  as(role: string): void;
  /** Calls a procedure that has to succeed. */
  do<K extends keyof Contract>(name: K, input: unknown): Promise<OutputOf<Contract[K]>>;
  /** Calls a procedure that the rules have to refuse. */
  refused(name: keyof Contract, input: unknown): Promise<Refusal>;
  close(): void;
}

const passphrase = 'a passphrase of the test';

/**
 * Makes an engagement file whose first entry holds a state made in memory, signed by keys made for the test; `home` is the
 * profile of the computer, one of its own unless given.
 */
export async function openEngagement(start: EngagementState, home?: string): Promise<OpenEngagement> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-'));
  const program = commandLineProgram(passphrase, home ?? join(folder, 'home'));
  const keys = new Map(all(start, 'person').map(({ id }) => [id, generateKeyPairSync('ed25519')]));
  const actor = (personId: string): Actor => ({
    personId,
    sign: (text) => signature(keys.get(personId)?.privateKey, text),
  });
  const ops = opsOf(start).map((op) =>
    op.op === 'add' && op.entity === 'person'
      ? { ...op, fields: { ...op.fields, publicKey: rawKey(keys.get(op.id)?.publicKey) } }
      : op,
  );
  const made = await program.files.create(
    join(folder, 'engagement.tickmark'),
    passphrase,
    'engagement-1',
    (store) => {
      store.append(actor('p-staff'), 'engagement.create', ops, '2026-07-01T09:00:00Z');
    },
  );
  if (!made.ok) throw new Error(made.error.message);
  program.session.replace(made.value);
  program.session.setActor(actor('p-staff'));
  return {
    program,
    folder,
    state: () => program.session.state(),
    as: (role) => {
      program.session.setActor(actor(`p-${role}`));
    },
    do: async (name, input) => {
      const reply = await program.call(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return reply.value;
    },
    refused: async (name, input) => {
      const reply = await program.call(name, input);
      if (reply.ok || reply.kind !== 'refused') throw new Error(`${name}: ${JSON.stringify(reply)}`);
      return reply.refusal;
    },
    close: () => {
      program.session.replace(null);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The operations that make a state's rows, in an order in which references resolve. */
function opsOf(state: EngagementState): readonly Op[] {
  return entityNames.flatMap((entity) =>
    all(state, entity).map((row) => add(entity, row.id, fieldsOfRow(entity, row))),
  );
}

function signature(key: KeyObject | undefined, text: string): string {
  if (key === undefined) throw new Error('no such person');
  return sign(null, Buffer.from(text, 'utf8'), key).toString('hex');
}

/** The last 32 bytes of the encoded key are the key itself. */
function rawKey(key: KeyObject | undefined): string {
  return key?.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex') ?? '';
}
