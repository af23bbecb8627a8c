/** A Type II engagement on the real records of an organization, from acceptance to the signed report. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../shared/contract/procedure.ts';
import type { testingContract } from '../../../shared/contract/testing.ts';
import { inProject } from '../../harness/project.ts';
import { readReport } from '../../helpers/report-document.ts';
import { rawClient, rawKey } from '../../helpers/store/raw-client.ts';
import { digestsOf } from '../../helpers/store/rebuild.ts';
import {
  accept,
  attach,
  passphrase,
  plan,
  receive,
  report,
  review,
  startWalk,
  testDesign,
  type ListPlan,
  type Walk,
} from './walk.ts';

const records = inProject('..', 'shared', 'data');
const isMissing = !['kubernetes-org', 'alma'].every((name) => existsSync(join(records, name)));
if (isMissing) process.stdout.write('skipped: real records not present\n');

type Grid = OutputOf<(typeof testingContract)['testing.grid']>;

const controls = [
  {
    ...{ code: 'CHG-01', title: 'Reviewed change', series: /^CC(1|2|3|5|8)\./ },
    text: 'A change of the organizations is made by a request that another person, or the merge program, merges.',
  },
  {
    ...{ code: 'LA-01', title: 'Access granted by change', series: /^CC(4|6)\./ },
    text: 'Membership is granted by a merged change that names the organization, the person and the role.',
  },
  {
    ...{ code: 'LA-02', title: 'Access removed by change', series: /^CC(6\.[23]|7\..|9\..)$/ },
    text: 'Membership is removed by a merged change that names the organization, the person and the role.',
  },
];
const accessKey = {
  file: 'access-events.csv',
  keyColumns: ['at', 'org', 'user', 'role', 'event'],
  dateColumn: 'at',
};
const lists: readonly ListPlan[] = [
  { title: 'Changes', file: 'changes.csv', keyColumns: ['change'], dateColumn: 'merged_at', rows: 173 },
  { title: 'Access granted', ...accessKey, event: 'granted', rows: 286 },
  { title: 'Access removed', ...accessKey, event: 'revoked', rows: 286 },
];
const rates = { risk: 500, tolerableRate: 500, expectedRate: 100 };
const samples = [
  { basis: 'statistical', rates, seed: '2026-CHG-A' },
  { basis: 'frequencyGuidance', rates: null, seed: '2026-LA-01' },
  { basis: 'all', rates: null, seed: null },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'tickmark-kubernetes-'));
const saved = join(folder, 'report.pdf');
let walk: Walk;
let controlIds: readonly string[] = [];
const populationIds: string[] = [];
const testIds: string[] = [];

beforeAll(() => {
  walk = startWalk(folder, records);
});
afterAll(() => {
  if (walk.program.session.isOpen()) walk.program.session.replace(null);
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a change was merged by its own author, which the control does not allow. */
function isMergedByAuthor({ columns }: Grid, record: readonly string[]): boolean {
  const cell = (name: string): string => record[columns.indexOf(name)] ?? '';
  return columns.includes('merged_by') && cell('author') === cell('merged_by');
}

/** Plans, approves and draws a sample and records a result for every item, read from the item's own record. */
async function testOperation(index: number, evidenceId: string): Promise<string> {
  const [controlId = '', populationId = ''] = [controlIds[index], populationIds[index]];
  const { seed, ...basis } = samples[index] ?? samples[2];
  await walk.as('staff');
  const attributes = [{ key: 'A', text: 'The change was merged by someone other than its author.' }];
  const { testId } = await walk.do('testing.start', { controlId, attributes });
  const { size } = await walk.do('sampling.suggest', { populationId, ...basis });
  const { planId } = await walk.do('sampling.plan', {
    testId,
    populationId,
    ...basis,
    chosenSize: size,
    seed,
  });
  await walk.as('senior');
  const revision = (await walk.do('sampling.list', { testId })).plans[0]?.revision ?? 1;
  await walk.do('sampling.approve', { planId, revision });
  await walk.as('staff');
  await walk.do('sampling.draw', { planId });
  const grid = await walk.do('testing.grid', { testId });
  const cells = grid.items.map(({ id, record }) => ({
    ...{ itemId: id, attributeId: grid.attributes[0]?.id ?? '', evidenceIds: [evidenceId] },
    ...(isMergedByAuthor(grid, record)
      ? { result: 'deviation' as const, note: 'The author merged the own change.' }
      : { result: 'pass' as const }),
  }));
  await walk.do('testing.record', { testId, testedOn: walk.today, cells });
  return testId;
}

async function evaluateDeviations(): Promise<void> {
  for (const found of await walk.do('testing.deviations', {})) {
    await walk.as('staff');
    const deviationId = found.id;
    await walk.do('testing.evaluateDeviation', {
      ...{ deviationId, revision: found.revision, nature: found.nature, occurredOn: found.occurredOn },
      ...{
        cause: 'A maintainer merged by hand.',
        extent: 'Two of 173 changes of the period.',
        isolated: 'no',
      },
      ...{ effect: 'No access was granted by it.', evaluation: 'Within what the sample allows.' },
      managementResponse: 'Merging by hand is now refused for authors.',
    });
    const revisionNow = async () =>
      (await walk.do('testing.deviations', {})).find(({ id }) => id === deviationId)?.revision ?? 0;
    await walk.do('testing.finishEvaluation', { deviationId, revision: await revisionNow() });
    await walk.do('deviation.agree', {
      ...{
        id: deviationId,
        revision: await revisionNow(),
        agreedBy: 'Membership lead',
        agreedOn: walk.today,
      },
      managementResponse: 'Merging by hand is now refused for authors.',
    });
    await walk.as('manager');
    await walk.do('deviation.close', { id: deviationId, revision: await revisionNow() });
  }
}

describe.skipIf(isMissing)('an engagement on real records', { timeout: 300_000 }, () => {
  it('is accepted, scoped and mapped to every criterion', async () => {
    await accept(walk);
    controlIds = await plan(walk, controls);
    expect(await walk.do('engagement.get', {})).toMatchObject({ status: 'fieldwork', timeZone: 'UTC' });
    const evidenceId = await attach(walk, 'Policies', 'POL-access-management.md');
    for (const controlId of controlIds) await testDesign(walk, controlId, evidenceId);
  });

  it('receives the lists, offsets honoured in UTC', async () => {
    for (const [index, list] of lists.entries())
      populationIds.push(await receive(walk, controlIds[index] ?? '', list));
    const views = await Promise.all(
      populationIds.map((populationId) => walk.do('population.get', { populationId })),
    );
    expect(views.map(({ rowsInFile, recordCount, status }) => [rowsInFile, recordCount, status])).toEqual([
      [173, 173, 'reconciled'],
      [286, 281, 'reconciled'],
      [286, 5, 'reconciled'],
    ]);
    // The last removal was at 02:27 of 16 January in India: the evening of the 15th in UTC.
    expect(views[2]).toMatchObject({ firstDate: '2026-01-04', lastDate: '2026-01-15' });
  });

  it('draws, tests every item and evaluates what deviates', async () => {
    const evidence = [
      await attach(walk, 'Procedures', 'PROC-patch-management.md'),
      await attach(walk, 'Procedures', 'PROC-access-review.md'),
      await attach(walk, 'Evidence', 'EVD-csf-assessment-workbook.xlsx'),
    ];
    for (const [index, evidenceId] of evidence.entries())
      testIds.push(await testOperation(index, evidenceId));
    const changes = await walk.do('testing.grid', { testId: testIds[0] ?? '' });
    expect([changes.total, changes.counts.deviation]).toEqual([74, 1]);
    const shifted = changes.items.find(({ key }) => key === '6055');
    expect(shifted?.record).toContain('2026-01-13T02:43:01+05:30');
    expect(shifted?.occurredOn).toBe('2026-01-12');
    expect((await walk.do('testing.grid', { testId: testIds[2] ?? '' })).total).toBe(5);

    await evaluateDeviations();
    await walk.as('staff');
    for (const [index, testId] of testIds.entries()) {
      const { revision } = await walk.do('testing.grid', { testId });
      const conclusion = index === 0 ? 'effectiveWithDeviations' : 'effective';
      const reasons = [{ gate: 'S5' as const, reason: 'Nothing was removed after January.' }];
      await walk.do('testing.conclude', {
        testId,
        revision,
        conclusion,
        text: 'Operated as described.',
        reasons,
      });
    }
  });

  it('is signed off, reported, signed and issued; report and file verify', async () => {
    await review(walk);
    await report(walk, saved);
    expect(await walk.do('report.verify', { token: saved })).toMatchObject({
      unchanged: true,
      firmKnown: true,
    });
    expect(await walk.do('journal.verify', {})).toMatchObject({ intact: true, problems: [] });
    const { pages } = await readReport(readFileSync(saved));
    const text = pages.map((page) => page.text).join('\n');
    expect(text).toContain('1 deviation in the tests of 1 of 3 controls.');
    expect(text).toContain('January 1, 2026 to June 30, 2026');
    expect(text).toContain('74 of 173');
    expect(text).not.toMatch(/\{\{|\bundefined\b|\bNaN\b/);
  });

  it('keeps tables that the journal alone gives again', async () => {
    await walk.do('engagement.close', {});
    const place = join(folder, 'engagement.tickmark');
    const database = rawClient(place, rawKey(place, passphrase));
    try {
      const { tables, journal } = digestsOf(database);
      expect(journal).toBe(tables);
    } finally {
      database.close();
    }
  });
});
