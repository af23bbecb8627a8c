/** A small Type II engagement in a real file, brought to any point of its conclusion through the router. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityName } from '../../shared/domain/journal/entities.ts';
import { fieldsOf } from '../../shared/domain/journal/entities.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import type { AnyFieldValue } from '../../shared/domain/journal/field.ts';
import { set } from '../../shared/domain/journal/ops.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import { ok } from '../../shared/lib/result.ts';
import { commandLineProgram, type CommandLineProgram } from '../../src-main/cli/command-line-program.ts';
import { testedState } from './concluding-fixture.ts';

const passphrase = 'correct horse battery';
const roles = ['staff', 'senior', 'manager', 'partner'] as const;
/** A person of the journey by role. */
export type JourneyRole = (typeof roles)[number];

/** The engagement with its program. */
export interface Journey {
  readonly folder: string;
  readonly program: CommandLineProgram;
  /** Calls a procedure and gives its value; a refusal is a fault of the test. */
  readonly value: <T>(name: string, input?: unknown) => Promise<T>;
  /** The code of the refusal of a call. */
  readonly refusal: (name: string, input?: unknown) => Promise<string>;
  /** Signs a person in. */
  readonly as: (role: JourneyRole) => Promise<void>;
  /** A new path in the folder. */
  readonly path: (name: string) => string;
}

/** Makes the file: team of four, two criteria, one control with both tests concluded, memos written. */
export async function startJourney(): Promise<Journey> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-concluding-'));
  const program = commandLineProgram(passphrase, join(folder, 'home'));
  const value = async <T>(name: string, input: unknown = {}): Promise<T> => {
    const reply = await program.callByName(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value as T; // the caller names what the contract answers
  };
  const refusal = async (name: string, input: unknown = {}): Promise<string> => {
    const reply = await program.callByName(name, input);
    if (reply.ok || reply.kind !== 'refused') throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.refusal.code;
  };
  const ids = new Map<string, string>();
  for (const role of roles) {
    const person = {
      name: `Person ${role}`,
      initials: role.slice(0, 3).toUpperCase(),
      credential: 'CPA',
      passphrase,
    };
    ids.set(role, (await value<{ personId: string }>('person.create', person)).personId);
  }
  const as = async (role: JourneyRole): Promise<void> => {
    await value('person.unlock', { personId: ids.get(role), passphrase });
  };
  const journey: Journey = { folder, program, value, refusal, as, path: (name) => join(folder, name) };
  await createFile(journey, ids);
  return journey;
}

async function createFile(
  { value, as, path, program }: Journey,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const firm = {
    ...{ name: 'Calder Wren LLP', city: 'Columbus', state: 'Ohio', licenceNumber: 'F-1', retentionYears: 5 },
    qualityReviewRequired: false,
  };
  await value('firm.save', firm);
  await as('partner');
  await value('engagement.create', {
    ...{ place: path('engagement.tickmark'), passphrase, type: 'II', firm, role: 'partner' },
    ...{ periodStart: '2025-07-01', periodEnd: '2026-06-30', categories: ['Security'], timeZone: 'UTC' },
    ...{
      clientLegalName: 'Northwind Hosting, Inc.',
      clientShortName: 'Northwind',
      systemName: 'Hosting Platform',
    },
  });
  for (const role of roles.slice(0, 3)) await value('team.add', { personId: ids.get(role), role });
  for (const role of roles) {
    await as(role);
    await value('team.confirmIndependence', { statement: 'Independent in fact and appearance.' });
  }
  await as('staff');
  const fixture = testedState();
  program.session.commit('test.prepare', [], (context) =>
    ok({ ops: fixtureOps(context.state, fixture, ids), result: null }),
  );
}

const copied: readonly EntityName[] = [
  ...([
    'control',
    'mapping',
    'workpaper',
    'procedure',
    'test',
    'attribute',
    'population',
    'samplePlan',
  ] as const),
  ...(['sampleItem', 'attributeResult'] as const),
];

/** The rows of the domain fixture as operations in this file, by the persons of this file. */
function fixtureOps(
  state: EngagementState,
  fixture: EngagementState,
  ids: ReadonlyMap<string, string>,
): readonly Op[] {
  const person = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('p-') ? (ids.get(value.slice(2)) ?? value) : value;
  const rows = copied.flatMap((entity) =>
    all(fixture, entity).map((row): Op => {
      const names = Object.keys(fieldsOf(entity));
      const held = row as unknown as Record<string, unknown>; // a row holds its fields by name
      const fields = Object.fromEntries(names.map((name) => [name, person(held[name])]));
      if (entity === 'population') Object.assign(fields, { rowsSha256: null, recordCount: 184 });
      const values = fields as Readonly<Record<string, AnyFieldValue>>; // copied field by field
      return { op: 'add', entity, id: row.id, fields: values };
    }),
  );
  const outside = all(state, 'criterion').filter((row) => !['CC6.2', 'CC6.3'].includes(row.code));
  const memos = all(state, 'workpaper').flatMap((paper) =>
    set(state, 'workpaper', paper.id, { body: 'What was considered and why.', status: 'inProgress' }),
  );
  const engagement = all(state, 'engagement').flatMap((row) =>
    set(state, 'engagement', row.id, { status: 'fieldwork' }),
  );
  const scope = outside.flatMap((row) => set(state, 'criterion', row.id, { inScope: false }));
  return [...rows, ...scope, ...memos, ...engagement];
}

/** Signs every workpaper up to the manager, each level by its person. */
export async function signAll({ value, as, program }: Journey): Promise<void> {
  for (const [role, level] of [
    ['staff', 'preparer'],
    ['senior', 'reviewer'],
    ['manager', 'manager'],
  ] as const) {
    await as(role);
    for (const paper of all(program.session.state(), 'workpaper'))
      await value('review.signOff', { workpaperId: paper.id, level });
  }
}

/** Everything between the last sign-off and a report that is ready to sign. */
export async function makeReady(journey: Journey): Promise<{ id: string; revision: number }> {
  const { value, as, program, path } = journey;
  await as('manager');
  for (const code of ['CC6.2', 'CC6.3'])
    await value('criteria.conclude', {
      code,
      result: 'met',
      rationale: 'All mapped controls were effective.',
    });
  for (const code of ['DC1', 'DC2', 'DC3', 'DC5'])
    await value('description.save', { code, text: `The text of ${code}.` });
  for (const code of ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'])
    await value('description.save', { code, noneToReport: true });
  const today = program.today('UTC');
  for (const kind of ['assertion', 'representation']) {
    const token = path(`${kind}.pdf`);
    writeFileSync(token, `signed ${kind}`);
    const signatories = [{ name: 'R. Roe', title: 'Chief Executive Officer' }];
    await value('letter.file', { kind, date: today, signatories, token });
  }
  await value('subsequent.recordInquiry', {
    coversTo: today,
    text: 'Asked the chief executive; nothing occurred.',
  });
  await value('engagement.move', { to: 'wrapUp' });
  await as('partner');
  await value('opinion.decide', { description: 'unmodified', design: 'unmodified', operation: 'unmodified' });
  await as('manager');
  await value('report.edit', { reportDate: today });
  await value('report.submit', await version(journey));
  await value('report.markReady', await version(journey));
  return version(journey);
}

/** The latest version by id and revision. */
export async function version({ value }: Journey): Promise<{ id: string; revision: number }> {
  const report = await value<{ versions: readonly { id: string; revision: number }[] }>('report.get');
  const [latest] = report.versions;
  if (latest === undefined) throw new Error('there is no report');
  return { id: latest.id, revision: latest.revision };
}
