import type { SampleDeviation, SampleItem, SampleTest } from '../sample-inputs.ts';
import type { EvidenceShelf } from './evidence-shelf.ts';
import type { Journey } from './journey.ts';
import type { StartedTest } from './prepare-populations.ts';

/** From the approved plans to the concluded tests, each step by the person whose step it is. */
export async function testOperation(
  journey: Journey,
  shelf: EvidenceShelf,
  tests: readonly StartedTest[],
  controls: ReadonlyMap<string, string>,
): Promise<void> {
  await approvePlans(journey, tests);
  await journey.as('staff');
  for (const test of tests) await drawAndRecord(journey, shelf, test, controls);
  await judgeDeviations(journey, tests, controls);
  await journey.as('staff');
  for (const test of tests) await conclude(journey, test);
}

async function approvePlans(journey: Journey, tests: readonly StartedTest[]): Promise<void> {
  await journey.as('senior');
  for (const { testId, planId, sample } of tests) {
    if (planId === null) continue;
    const { plans } = await journey.do('sampling.list', { testId });
    const revision = plans.find((plan) => plan.id === planId)?.revision ?? 1;
    const reason = `Size set for ${sample.controlId} by its frequency and risk, as planned for this engagement.`;
    await journey.do('sampling.approve', { planId, revision, reasons: [{ gate: 'S1', reason }] });
  }
}

async function drawAndRecord(
  journey: Journey,
  shelf: EvidenceShelf,
  test: StartedTest,
  controls: ReadonlyMap<string, string>,
): Promise<void> {
  const { testId, planId, sample } = test;
  if (sample.changeHistory !== null) {
    const { revision } = await journey.do('testing.grid', { testId });
    await journey.do('testing.writeSettingHistory', {
      testId,
      revision,
      settingHistory: sample.changeHistory,
    });
    const evidenceIds = [...(await shelf.idsOf(sample.items[0]?.evidenceIds ?? []))];
    await journey.do('evidence.link', { evidenceIds, target: { kind: 'test', id: testId } });
  }
  if (planId === null) return;
  await testTheReport(journey, shelf, test);
  await journey.do('sampling.draw', { planId });
  const grid = await journey.do('testing.grid', { testId });
  const attributeIds = new Map(grid.attributes.map(({ key, id }) => [key, id]));
  const itemIds = new Map(grid.items.map(({ key, id }) => [key, id]));
  const cells = [];
  for (const item of sample.items)
    cells.push(...(await cellsOf(shelf, sample, item, { attributeIds, itemIds })));
  const { deviations } = await journey.do('testing.record', { testId, testedOn: journey.today, cells });
  for (const { deviationId, code } of deviations)
    await evaluate(journey, test, controls, { deviationId, code });
}

/** A control that a person carries out on a report of a system: the report is tested too. */
async function testTheReport(journey: Journey, shelf: EvidenceShelf, test: StartedTest): Promise<void> {
  const { testId, sample } = test;
  const { nature, revision } = await journey.do('testing.grid', { testId });
  if (nature !== 'itDependentManual') return;
  await journey.do('testing.writeReportTest', { testId, revision, reportTest });
  const evidenceIds = [...(await shelf.idsOf(sample.items[0]?.evidenceIds ?? []))];
  await journey.do('evidence.link', { evidenceIds, target: { kind: 'test', id: testId } });
}

/** How the report behind a sample control was tested. */
const reportTest =
  'The report that the person works from was run again with the same parameters: same number of records, and five of them agreed to the system and back.';

interface GridIds {
  readonly attributeIds: ReadonlyMap<string, string>;
  readonly itemIds: ReadonlyMap<string, string>;
}

async function cellsOf(shelf: EvidenceShelf, sample: SampleTest, item: SampleItem, ids: GridIds) {
  const itemId = ids.itemIds.get(item.key);
  if (itemId === undefined)
    throw new Error(`${sample.controlId}: the draw gave other items than the sample inputs`);
  const evidenceIds = [...(await shelf.idsOf(item.evidenceIds))];
  return Object.entries(item.results).map(([key, result]) => ({
    itemId,
    attributeId: ids.attributeIds.get(key) ?? '',
    result,
    note: result === 'notApplicable' ? notApplicable : noteOf(sample, item.key, key),
    evidenceIds,
  }));
}

/** Why an attribute does not apply to an item of the sample. */
const notApplicable = 'This attribute does not arise for the item: the record shows no such step.';

const noteOf = (sample: SampleTest, itemKey: string, attribute: string): string =>
  sample.deviations.find((item) => item.key === itemKey && item.attribute === attribute)?.nature ?? '';

async function evaluate(
  journey: Journey,
  test: StartedTest,
  controls: ReadonlyMap<string, string>,
  { deviationId, code }: { readonly deviationId: string; readonly code: string },
): Promise<void> {
  const found = await journey.do('testing.deviations', { testId: test.testId });
  const row = found.find((deviation) => deviation.id === deviationId);
  const answers = test.sample.deviations.find(
    (deviation) => deviation.key === row?.itemKey && deviation.attribute === row.attributeKey,
  );
  if (row === undefined || answers === undefined)
    throw new Error(`the sample inputs do not describe ${code}`);
  await journey.do('testing.evaluateDeviation', {
    deviationId,
    revision: row.revision,
    ...answersOf(answers, controls),
  });
  const after = await journey.do('testing.deviations', { testId: test.testId });
  const revision = after.find((deviation) => deviation.id === deviationId)?.revision ?? row.revision;
  await journey.do('testing.finishEvaluation', { deviationId, revision });
}

function answersOf(deviation: SampleDeviation, controls: ReadonlyMap<string, string>) {
  const { nature, date, cause, extent, isolated, effect, compensating, managementResponse } = deviation;
  return {
    nature,
    occurredOn: date.slice(0, 10),
    cause,
    extent,
    isolated,
    isolationProof: isolated === 'yes' ? extent : '',
    compensatingControlIds: compensating.flatMap((code) => controls.get(code) ?? []),
    effect,
    evaluation: `${cause} ${effect}`,
    deficiency: 'none' as const,
    managementResponse,
  };
}

/** The manager's judgment where deviations were found and the basis is not statistical (gate T4). */
async function judgeDeviations(
  journey: Journey,
  tests: readonly StartedTest[],
  controls: ReadonlyMap<string, string>,
): Promise<void> {
  await journey.as('manager');
  for (const { sample, testId } of tests) {
    if (sample.deviations.length === 0 || sample.plan.basis === 'statistical') continue;
    const { revision } = await journey.do('testing.grid', { testId });
    const compensating = [...new Set(sample.deviations.flatMap((deviation) => deviation.compensating))];
    await journey.do('testing.writeJudgment', {
      testId,
      revision,
      judgment: sample.conclusionText,
      compensatingControlIds: compensating.flatMap((code) => controls.get(code) ?? []),
    });
  }
}

async function conclude(journey: Journey, { testId, sample }: StartedTest): Promise<void> {
  const { revision } = await journey.do('testing.grid', { testId });
  await journey.do('testing.conclude', {
    testId,
    revision,
    conclusion: sample.conclusion,
    text: sample.conclusionText,
    reasons: sample.coverageNote === null ? [] : [{ gate: 'S5', reason: sample.coverageNote }],
  });
}
