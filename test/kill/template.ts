import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  entityNames,
  type EntityName,
  type FieldsOf,
  type Row,
} from '../../shared/domain/journal/entities.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import type { Actor } from '../../src-main/services/ports/engagement-store.ts';
import { untestedState } from '../helpers/domain-fixture.ts';
import { fieldsOfRow } from '../helpers/fieldwork-fixture.ts';
import { passphrase, valueOf } from '../helpers/store/test-files.ts';
import { testPerson, testProgram, valueOfReply } from '../helpers/store/test-program.ts';
import type { KillBench } from './kill-path.ts';

/** Persons of the template by role. */
const initials = { staff: 'STA', senior: 'SEN', manager: 'MAN', partner: 'PAR', eqr: 'EQR' } as const;

const templateId = 'engagement-1';

/** The engagement of a folder that was copied from the template. */
export const engagementFile = (folder: string): string => join(folder, 'engagement.tickmark');
const homeOf = (folder: string): string => join(folder, 'home');

/** Makes an engagement in fieldwork with a profile that can open it; each round works on a copy. */
export async function makeTemplate(folder: string): Promise<void> {
  const program = testProgram(homeOf(folder));
  for (const [role, short] of Object.entries(initials))
    await program.done('person.create', testPerson(role, short));
  const staff = await actorOf(program, 'STA');
  const start = untestedState();
  const ops = opsOf(start, new Map(program.profile.persons().map((person) => [person.initials, person])));
  const made = await program.files.create(engagementFile(folder), passphrase, templateId, (store) => {
    store.append(staff, 'engagement.create', ops, '2026-07-01T09:00:00Z');
  });
  valueOf(made).close();
}

/** Opens the template as the program under test does; `onDone` hears the journal's head after each call that succeeded. */
export async function openBench(folder: string, onDone: (head: string | null) => void): Promise<KillBench> {
  const program = testProgram(homeOf(folder));
  // One passphrase after another: stretching takes 128 MB each, and a benchmark measures what its own work takes.
  const staff = await actorOf(program, 'STA');
  const senior = await actorOf(program, 'SEN');
  await program.done('engagement.open', { place: engagementFile(folder), passphrase });
  const actors = { staff, senior };
  program.session.setActor(actors.staff);
  const head = (): string | null => {
    const { session } = program;
    const isTemplate = session.isOpen() && session.store().engagementId === templateId;
    return isTemplate ? session.state().head : null;
  };
  return {
    folder,
    do: async (name, input) => {
      const value = valueOfReply(await program.call(name, input));
      onDone(head());
      return value as never; // the router checked it against the contract
    },
    as: (role) => {
      program.session.setActor(actors[role]);
    },
    state: () => program.session.state(),
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

async function actorOf(program: ReturnType<typeof testProgram>, short: string): Promise<Actor> {
  const person = program.profile.persons().find((known) => known.initials === short);
  return valueOf(await program.profile.unlock(person?.id ?? '', passphrase));
}

type Persons = ReadonlyMap<string, { readonly id: string; readonly publicKey: string }>;

/** The rows of a state made in memory, by the persons of the profile. */
function opsOf(state: EngagementState, persons: Persons): readonly Op[] {
  const personOf = (id: string) => persons.get(initials[id.slice(2) as keyof typeof initials]); // the fixture's ids are p-role
  return entityNames.flatMap((entity) =>
    all(state, entity).map((row) => {
      const person = entity === 'person' ? personOf(row.id) : undefined;
      const fields = withPersons(entity, row, personOf);
      return add(
        entity,
        person?.id ?? row.id,
        person === undefined ? fields : { ...fields, publicKey: person.publicKey },
      );
    }),
  );
}

function withPersons<E extends EntityName>(
  entity: E,
  row: Row<E>,
  personOf: (id: string) => { readonly id: string } | undefined,
): FieldsOf<E> {
  const fields = Object.entries(fieldsOfRow(entity, row)).map(([name, value]) => [
    name,
    typeof value === 'string' && value.startsWith('p-') ? (personOf(value)?.id ?? value) : value,
  ]);
  return Object.fromEntries(fields) as FieldsOf<E>; // the same fields, persons renamed
}
