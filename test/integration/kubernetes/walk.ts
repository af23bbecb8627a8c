/** The steps of an engagement on real records, each by the person whose step it is, through the program's router. */
import { join } from 'node:path';
import type { z } from 'zod';
import type { Contract } from '../../../shared/contract/index.ts';
import type { OutputOf } from '../../../shared/contract/procedure.ts';
import { commandLineProgram } from '../../../src-main/cli/command-line-program.ts';

/** The passphrase of the file, the persons and the firm's key. */
export const passphrase = 'a passphrase for real records';

/** The team, each with the initials that sign it in. */
const team = { staff: 'STA', senior: 'SEN', manager: 'MAN', partner: 'PAR' } as const;
type Role = keyof typeof team;
const roles: readonly Role[] = ['staff', 'senior', 'manager', 'partner'];

/** A walk with its program. */
export interface Walk {
  readonly program: ReturnType<typeof commandLineProgram>;
  /** The day on which the work is done. */
  readonly today: string;
  readonly folder: string;
  /** Folders of the records. */
  readonly lists: string;
  readonly evidence: string;
  /** Does a step; a refusal is a fault of the test. */
  do<K extends keyof Contract>(name: K, input: z.input<Contract[K]['input']>): Promise<OutputOf<Contract[K]>>;
  /** Signs in the person of a role. */
  as(role: Role): Promise<void>;
}

/** Starts a walk in a folder of its own. */
export function startWalk(folder: string, records: string): Walk {
  const program = commandLineProgram(passphrase, join(folder, 'home'));
  const act: Walk['do'] = async (name, input) => {
    const reply = await program.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  return {
    ...{ program, folder, do: act, today: program.today('UTC') },
    ...{ lists: join(records, 'kubernetes-org'), evidence: join(records, 'alma', 'evidence') },
    as: async (role) => {
      await act('person.unlock', { personId: team[role], passphrase });
    },
  };
}

const firm = {
  ...{ name: 'Calder Wren LLP', city: 'Columbus', state: 'Ohio', licenceNumber: 'F-1', retentionYears: 5 },
  qualityReviewRequired: false,
};
const signatories = [{ name: 'Officer of the organization', title: 'Chief Executive Officer' }];

/** From no file to an accepted engagement in planning. */
export async function accept(walk: Walk): Promise<void> {
  for (const role of roles) {
    const person = {
      name: `Auditor (${role})`,
      initials: team[role],
      isCpa: true,
      credential: 'CPA',
      roles: [role],
    };
    await walk.do('person.create', { ...person, passphrase });
  }
  await walk.as('partner');
  await walk.do('firm.save', firm);
  await walk.do('engagement.create', {
    ...{ place: join(walk.folder, 'engagement.tickmark'), passphrase, type: 'II', firm, role: 'partner' },
    ...{ periodStart: '2026-01-01', periodEnd: '2026-06-30', timeZone: 'UTC', categories: ['Security'] },
    ...{ clientLegalName: 'Kubernetes community', clientShortName: 'Kubernetes' },
    ...{ systemName: 'Organization membership management', plannedReportDate: walk.today },
  });
  for (const role of roles.slice(0, 3)) await walk.do('team.add', { personId: team[role], role });
  for (const role of roles) {
    await walk.as(role);
    await walk.do('team.confirmIndependence', { statement: 'Independent in fact and appearance.' });
  }
  const { questions } = await walk.do('acceptance.get', {});
  for (const { code } of questions)
    await walk.do('acceptance.answer', {
      question: code as 'integrity', // one of the form's own codes
      answer: 'yes',
      note: 'Considered and discussed.',
    });
  await walk.do('acceptance.conclude', { conclusion: 'accept' });
  await walk.do('engagement.move', { to: 'accepted' });
  const token = join(walk.evidence, 'Policies', 'POL-information-security.md');
  await walk.do('letter.file', { kind: 'engagement', date: '2025-12-15', signatories, token });
  await walk.do('engagement.move', { to: 'planning' });
}

/** A control with the series of criteria that it is mapped to. */
export interface ControlPlan {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly series: RegExp;
}

/** Writes the scope, adds and agrees the controls, and begins fieldwork. Gives the controls' ids. */
export async function plan(walk: Walk, controls: readonly ControlPlan[]): Promise<readonly string[]> {
  await walk.as('senior');
  const { id, revision } = await walk.do('scope.get', {});
  const boundary = 'The reviewed changes by which membership and teams of eight organizations are managed.';
  await walk.do('scope.save', { id, revision, boundary });
  const text = 'Access to the organizations is granted by reviewed change only.';
  await walk.do('scope.addCommitment', { kind: 'commitment', text, categories: ['Security'] });
  await walk.as('staff');
  const criteria = (await walk.do('criteria.list', {})).map(({ code }) => code);
  const ids: string[] = [];
  for (const { series, ...control } of controls) {
    const added = await walk.do('control.add', {
      ...{ ...control, owner: 'Membership lead', ownerTitle: 'Membership lead' },
      ...{ frequency: 'perOccurrence', criteria: criteria.filter((code) => series.test(code)) },
    });
    ids.push(...added.ids);
    for (const controlId of added.ids) await walk.do('control.agree', { id: controlId });
  }
  await walk.as('manager');
  await walk.do('engagement.move', { to: 'fieldwork' });
  return ids;
}

/** Stores a file of the evidence folder. */
export async function attach(walk: Walk, ...path: readonly string[]): Promise<string> {
  const { evidenceIds } = await walk.do('evidence.attach', {
    ...{ tokens: [join(walk.evidence, ...path)], receivedOn: '2026-07-02', sourcePerson: 'Membership lead' },
    ...{ coversFrom: '2026-01-01', coversTo: '2026-06-30' },
  });
  return evidenceIds[0] ?? '';
}

/** Walks through a control and concludes its design. */
export async function testDesign(walk: Walk, controlId: string, evidenceId: string): Promise<void> {
  await walk.as('staff');
  const { workpaperId, testId } = await walk.do('design.get', { controlId });
  for (const nature of ['inquiry', 'inspection'] as const)
    await walk.do('design.addProcedure', {
      ...{ workpaperId, nature, performedOn: walk.today, subject: 'Membership lead' },
      text:
        nature === 'inquiry'
          ? 'Inquired how a change of membership is reviewed.'
          : 'Inspected one reviewed change.',
      result: 'As the control says.',
    });
  await walk.do('design.describe', { testId, instance: 'Change 6044 of 4 January 2026' });
  await walk.do('evidence.link', { evidenceIds: [evidenceId], target: { kind: 'test', id: testId } });
  const { testRevision: revision } = await walk.do('design.get', { controlId });
  const text = 'Suitably designed and in place.';
  await walk.do('design.conclude', { testId, revision, conclusion: 'effective', text });
}

/** A list to be received: the file, what identifies a row, and which rows belong to it. */
export interface ListPlan {
  readonly title: string;
  readonly file: string;
  readonly keyColumns: string[];
  readonly dateColumn: string;
  readonly event?: string;
  readonly rows: number;
}

/** Receives a list, holds it against other records, and reconciles it. */
export async function receive(walk: Walk, controlId: string, list: ListPlan): Promise<string> {
  const { title, file, keyColumns, dateColumn, event, rows } = list;
  const { populationId } = await walk.do('population.define', {
    ...{ controlId, title, sourceSystem: 'kubernetes/org', query: 'merged changes of the period' },
    ...{ extractedBy: 'Membership lead', extractedOn: '2026-07-01', statedCount: rows },
  });
  const { revision } = await walk.do('population.get', { populationId });
  const filter = {
    kind: 'columnEquals' as const,
    column: 'event',
    values: [event ?? ''],
    reason: 'The control is on these events.',
  };
  await walk.do('population.import', {
    ...{
      populationId,
      revision,
      token: join(walk.lists, file),
      keyColumns,
      dateColumn,
      receivedOn: '2026-07-02',
    },
    filters: event === undefined ? [] : [filter],
    reasons: [{ gate: 'N3', reason: 'Removals were recorded in January only; the source was inspected.' }],
  });
  for (const direction of ['completeness', 'accuracy'] as const)
    await walk.do('population.addIpeTest', {
      ...{ populationId, direction, result: 'pass', detail: 'Held against the history of the source.' },
      ...(direction === 'completeness'
        ? { method: 'reconcileToIndependentSource', countInSystem: rows, countInFile: rows }
        : { method: 'sampleToSource' }),
      performedOn: walk.today,
    });
  const received = await walk.do('population.get', { populationId });
  await walk.do('population.reconcile', { populationId, revision: received.revision });
  return populationId;
}

/** Everything between concluded tests and the issued report. */
export async function review(walk: Walk): Promise<void> {
  await walk.as('staff');
  for (const { id, revision } of await walk.do('workpaper.memos', {}))
    await walk.do('workpaper.write', {
      id,
      revision,
      body: 'What was considered, why, and with which result.',
    });
  for (const [role, level] of [
    ['staff', 'preparer'],
    ['senior', 'reviewer'],
    ['manager', 'manager'],
  ] as const) {
    await walk.as(role);
    const { rows } = await walk.do('review.board', { filter: 'all' });
    for (const { workpaperId } of rows) await walk.do('review.signOff', { workpaperId, level });
  }
  await walk.as('partner');
  for (const { id } of await walk.do('workpaper.memos', {}))
    await walk.do('review.signOff', { workpaperId: id, level: 'partner' });
}

/** Concludes every criterion, files the letters, decides the opinion, and signs and issues the report. */
export async function report(walk: Walk, saved: string): Promise<void> {
  await walk.as('manager');
  for (const { code } of await walk.do('criteria.list', {}))
    await walk.do('criteria.conclude', {
      code,
      result: 'met',
      rationale: 'The mapped controls were effective.',
    });
  for (const code of ['DC1', 'DC2', 'DC3', 'DC5'] as const)
    await walk.do('description.save', {
      code,
      text: 'Membership is kept as reviewed text in one repository.',
    });
  for (const code of ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'] as const)
    await walk.do('description.save', { code, noneToReport: true });
  const token = join(walk.evidence, 'Policies', 'POL-access-management.md');
  for (const kind of ['assertion', 'representation'] as const)
    await walk.do('letter.file', { kind, date: walk.today, signatories, token });
  const text = 'Asked the membership lead; nothing occurred.';
  await walk.do('subsequent.recordInquiry', { coversTo: walk.today, text });
  await walk.do('engagement.move', { to: 'wrapUp' });
  await walk.as('partner');
  await walk.do('opinion.decide', {
    description: 'unmodified',
    design: 'unmodified',
    operation: 'unmodified',
  });
  await walk.do('report.edit', { reportDate: walk.today });
  await walk.do('report.submit', await version(walk));
  await walk.do('report.markReady', await version(walk));
  await walk.do('firmKey.create', { passphrase });
  await walk.do('report.sign', { ...(await version(walk)), passphrase });
  await walk.do('report.issue', await version(walk));
  await walk.do('report.export', { what: 'signed', token: saved });
}

async function version(walk: Walk): Promise<{ readonly id: string; readonly revision: number }> {
  const [latest] = (await walk.do('report.get', {})).versions;
  if (latest === undefined) throw new Error('there is no report');
  return { id: latest.id, revision: latest.revision };
}
