import { createHash } from 'node:crypto';
import { populationRowText } from '../../../shared/domain/population/population-row-text.ts';
import { blocksOf } from '../../../shared/domain/population/row-block.ts';
import type { Op } from '../../../shared/domain/journal/entry.ts';
import { add, set } from '../../../shared/domain/journal/ops.ts';
import type { EngagementStore, PopulationRow } from '../../../src-main/services/ports/engagement-store.ts';
import { engagementFields, controlFields, criterionFields } from '../domain-fixture.ts';
import type { TestActor } from './actors.ts';
import { addPlain, plainRow } from './rows.ts';

/** The persons of the specimen by role. */
export interface SpecimenTeam {
  readonly staff: TestActor;
  readonly senior: TestActor;
  readonly manager: TestActor;
}

/** Initials under which the persons of the specimen show. */
const initials = { staff: 'AK', senior: 'JS', manager: 'MR' } as const;

/** SHA-256 of the evidence that the specimen holds. */
export interface SpecimenEvidence {
  readonly ticket: string;
  readonly screenshot: string;
}

/** Number of entries that `fillSpecimen` writes. */
export const specimenEntries = 23;

/** The rows of the specimen's population. */
const specimenRows: readonly PopulationRow[] = Array.from({ length: 40 }, (_, index) => ({
  rowNumber: index + 2,
  key: `LV-${String(index + 1).padStart(3, '0')}`,
  occurredOn: `2025-${String((index % 6) + 7).padStart(2, '0')}-15`,
  included: index !== 7,
  cells: [
    `LV-${String(index + 1).padStart(3, '0')}`,
    `2025-${String((index % 6) + 7).padStart(2, '0')}-15`,
    'closed',
  ],
}));

/** The digest of population rows as the import records it. */
export function rowsDigest(blocks: Iterable<{ readonly lines: string | Uint8Array }>): string {
  const hash = createHash('sha256');
  for (const { lines } of blocks) hash.update(lines);
  return hash.digest('hex');
}

/** The first entry of the specimen: firm, client, team, criteria, one control with its papers and tests. */
export function specimenStart(team: SpecimenTeam): readonly Op[] {
  const persons = (['staff', 'senior', 'manager'] as const).map((role) =>
    addPlain('person', team[role].personId, {
      name: `Person ${initials[role]}`,
      initials: initials[role],
      publicKey: team[role].publicKey,
    }),
  );
  return [
    ...persons,
    addPlain('firm', 'firm-1', { name: 'Calder Wren LLP', retentionYears: 5 }),
    addPlain('client', 'client-1', { legalName: 'Northwind Hosting, Inc.', shortName: 'Northwind' }),
    add('engagement', 'engagement-1', plainRow('engagement', engagementFields())),
    ...(['staff', 'senior', 'manager'] as const).map((role) =>
      addPlain('teamMember', `member-${role}`, { personId: team[role].personId, role }),
    ),
    add('criterion', 'criterion-1', criterionFields('CC6.2', 1)),
    add('control', 'control-1', plainRow('control', controlFields())),
    addPlain('mapping', 'mapping-1', { criterionCode: 'CC6.2', controlId: 'control-1' }),
    ...['paper-1', 'paper-2'].map((id) =>
      addPlain('workpaper', id, { ref: id, title: `Paper ${id}`, kind: 'operating', controlId: 'control-1' }),
    ),
    addPlain('test', 'test-1', { controlId: 'control-1', workpaperId: 'paper-1', phase: 'operating' }),
  ];
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The bytes of the specimen's larger evidence file: three pieces in the store. */
const screenshotBytes = Buffer.alloc(2.5 * 2 ** 20, 'screenshot ');

/** Writes entries of the specimen, a minute apart. */
interface Recorder {
  readonly store: EngagementStore;
  readonly act: (who: TestActor, kind: string, ops: readonly Op[], alongside?: () => void) => void;
}

function recorderOf(store: EngagementStore): Recorder {
  let minute = 0;
  return {
    store,
    act(who, kind, ops, alongside) {
      minute += 1;
      store.append(who, kind, ops, `2026-07-10T09:${String(minute).padStart(2, '0')}:00Z`, alongside);
    },
  };
}

/**
 * Writes a small but whole engagement through the store's own door: evidence of two files, a population, a sample of
 * three items with results, a deviation, a changed result, notes, and sign-offs of three persons on two papers.
 */
export async function fillSpecimen(store: EngagementStore, team: SpecimenTeam): Promise<SpecimenEvidence> {
  const recorder = recorderOf(store);
  const evidence = await recordEvidence(recorder, team);
  recordPopulation(recorder, team);
  recordSample(recorder, team);
  recordDeviation(recorder, team);
  recordReview(recorder, team);
  return evidence;
}

async function recordEvidence({ store, act }: Recorder, { staff }: SpecimenTeam): Promise<SpecimenEvidence> {
  const text = Buffer.from('Ticket LV-001: access disabled on 15 July 2025.');
  const ticket = await store.evidence.put(oneChunk(text));
  const screenshot = await store.evidence.put(oneChunk(screenshotBytes));
  for (const [id, file] of Object.entries({ ticket, screenshot })) {
    const fields = { sha256: file.sha256, size: file.size, originalName: `${id}.txt`, mime: 'text/plain' };
    act(staff, 'evidence.attach', [addPlain('evidenceFile', `evidence-${id}`, fields)]);
  }
  return { ticket: ticket.sha256, screenshot: screenshot.sha256 };
}

function recordPopulation({ store, act }: Recorder, { staff }: SpecimenTeam): void {
  const fields = {
    controlId: 'control-1',
    title: 'Leavers',
    rowsSha256: rowsDigest(specimenRows.map((row) => ({ lines: populationRowText(row) }))),
    recordCount: 39,
    rowsInFile: 40,
    evidenceId: 'evidence-ticket',
  };
  act(staff, 'population.import', [addPlain('population', 'population-1', fields)], () => {
    store.populationRows.write('population-1', blocksOf(specimenRows));
  });
}

function recordSample({ store, act }: Recorder, { staff, senior }: SpecimenTeam): void {
  const plan = {
    populationId: 'population-1',
    testId: 'test-1',
    basis: 'frequencyGuidance',
    chosenSize: 3,
  } as const;
  act(senior, 'sample.plan', [addPlain('samplePlan', 'plan-1', plan)]);
  const items = [1, 2, 3].map((ordinal) =>
    addPlain('sampleItem', `item-${String(ordinal)}`, {
      ...{ planId: 'plan-1', ordinal, populationKey: `LV-00${String(ordinal)}` },
    }),
  );
  const attribute = addPlain('attribute', 'attribute-1', { testId: 'test-1', key: 'A', text: 'In time' });
  act(senior, 'sample.draw', [...items, attribute]);
  for (const ordinal of [1, 2, 3]) act(staff, 'test.record', [resultOp(ordinal, staff.personId)]);
  const late = { result: 'deviation', note: 'Two days late.' } as const;
  act(staff, 'test.record', set(store.state(), 'attributeResult', 'result-2', late));
}

function recordDeviation({ store, act }: Recorder, { staff, senior }: SpecimenTeam): void {
  const found = { code: 'DEV-01', testId: 'test-1', itemId: 'item-2', attributeId: 'attribute-1' };
  act(staff, 'deviation.add', [addPlain('deviation', 'deviation-1', found)]);
  const evaluated = { evaluation: 'Isolated.', status: 'evaluated' } as const;
  act(senior, 'deviation.evaluate', set(store.state(), 'deviation', 'deviation-1', evaluated));
  act(senior, 'control.edit', set(store.state(), 'control', 'control-1', { owner: 'Service desk' }));
}

function recordReview({ store, act }: Recorder, { staff, senior, manager }: SpecimenTeam): void {
  const note = { workpaperId: 'paper-1', text: 'Which ticket?', authorId: senior.personId };
  act(senior, 'note.add', [addPlain('reviewNote', 'note-1', note)]);
  const response = { noteId: 'note-1', authorId: staff.personId, text: 'LV-001.' };
  act(staff, 'note.respond', [addPlain('noteResponse', 'response-1', response)]);
  act(senior, 'note.clear', set(store.state(), 'reviewNote', 'note-1', { status: 'cleared' }));
  act(
    staff,
    'test.conclude',
    set(store.state(), 'test', 'test-1', { conclusion: 'effectiveWithDeviations' }),
  );
  for (const paper of ['paper-1', 'paper-2']) {
    act(staff, 'review.signOff', [signOffOp(store, paper, 'preparer', staff.personId)]);
    act(senior, 'review.signOff', [signOffOp(store, paper, 'reviewer', senior.personId)]);
  }
  act(manager, 'review.signOff', [signOffOp(store, 'paper-1', 'manager', manager.personId)]);
  act(
    manager,
    'engagement.edit',
    set(store.state(), 'engagement', 'engagement-1', { statusReason: 'Reviewed.' }),
  );
}

function resultOp(ordinal: number, personId: string): Op {
  return addPlain('attributeResult', `result-${String(ordinal)}`, {
    itemId: `item-${String(ordinal)}`,
    attributeId: 'attribute-1',
    result: 'pass',
    testedBy: personId,
  });
}

function signOffOp(
  store: EngagementStore,
  workpaperId: string,
  level: 'preparer' | 'reviewer' | 'manager',
  personId: string,
): Op {
  const { head, entries } = store.state();
  const contentHash = createHash('sha256').update(`${workpaperId}/${head}`).digest('hex');
  const heads = [`device-1:${String(entries)}:${head}`];
  return addPlain('signOff', `sign-${workpaperId}-${level}`, {
    workpaperId,
    level,
    personId,
    contentHash,
    heads,
  });
}
