import type { SamplePopulation, SampleTest } from '../sample-inputs.ts';
import { acceptFindings } from './accept-findings.ts';
import type { EvidenceShelf } from './evidence-shelf.ts';
import type { Journey } from './journey.ts';

/** A test of operation as it stands in the engagement. */
export interface StartedTest {
  readonly sample: SampleTest;
  readonly testId: string;
  readonly populationId: string;
  /** `null` where nothing occurred, so nothing is drawn. */
  readonly planId: string | null;
}

/** Receives and reconciles every list, starts every test and proposes its plan. */
export async function preparePopulations(
  journey: Journey,
  shelf: EvidenceShelf,
  controls: ReadonlyMap<string, string>,
): Promise<readonly StartedTest[]> {
  await journey.as('staff');
  const started: StartedTest[] = [];
  for (const sample of journey.inputs.tests) {
    const controlId = controls.get(sample.controlId) ?? '';
    const populationId = await receive(journey, shelf, sample.population, controlId);
    const attributes = sample.attributes.map(({ key, text }) => ({ key, text }));
    const { testId } = await journey.do('testing.start', { controlId, attributes });
    const planId = sample.kind === 'none' ? null : await propose(journey, sample, { testId, populationId });
    started.push({ sample, testId, populationId, planId });
  }
  return started;
}

async function receive(
  journey: Journey,
  shelf: EvidenceShelf,
  population: SamplePopulation,
  controlId: string,
): Promise<string> {
  const { ipe } = population;
  const { populationId } = await journey.do('population.define', {
    controlId,
    title: population.title,
    sourceSystem: ipe.sourceSystem,
    query: ipe.query,
    extractedBy: ipe.extractedBy,
    extractedOn: ipe.extractedAt.slice(0, 10),
    statedCount: ipe.countOnScreen,
  });
  const evidenceIds = [...(await shelf.idsOf(ipe.evidenceIds))];
  if (evidenceIds.length > 0)
    await journey.do('evidence.link', { evidenceIds, target: { kind: 'population', id: populationId } });
  await importList(journey, population, populationId);
  await holdAgainstOtherRecords(journey, population, populationId);
  await acceptFindings(journey, populationId);
  const { revision } = await journey.do('population.get', { populationId });
  const zeroReason = population.rowsInPeriod === 0 ? ipe.completeness.detail : null;
  await journey.do('population.reconcile', { populationId, revision, zeroReason });
  return populationId;
}

async function importList(
  journey: Journey,
  population: SamplePopulation,
  populationId: string,
): Promise<void> {
  const { revision } = await journey.do('population.get', { populationId });
  const { filter, gapExplanation } = population;
  await journey.do('population.import', {
    populationId,
    revision,
    token: journey.path(population.file),
    sheet: population.sheet,
    keyColumns: [population.keyColumn],
    dateColumn: population.dateColumn === '' ? null : population.dateColumn,
    filters:
      filter === null
        ? []
        : [{ kind: 'withinPeriod', column: filter.column, values: [], reason: filter.reason }],
    receivedOn: population.ipe.extractedAt.slice(0, 10),
    sourcePerson: population.ipe.extractedBy,
    reasons: gapExplanation === null ? [] : [{ gate: 'N3', reason: gapExplanation }],
  });
}

async function holdAgainstOtherRecords(
  journey: Journey,
  population: SamplePopulation,
  populationId: string,
): Promise<void> {
  const { ipe, rows } = population;
  await journey.do('population.addIpeTest', {
    populationId,
    method: ipe.completeness.method,
    direction: 'completeness',
    result: 'pass',
    detail: ipe.completeness.detail,
    countInSystem: ipe.countOnScreen,
    countInFile: rows,
    performedOn: journey.today,
  });
  await journey.do('population.addIpeTest', {
    populationId,
    method: ipe.accuracy.method,
    direction: 'accuracy',
    result: 'pass',
    detail: ipe.accuracy.detail,
    performedOn: journey.today,
  });
}

async function propose(
  journey: Journey,
  sample: SampleTest,
  ids: { readonly testId: string; readonly populationId: string },
): Promise<string> {
  const { basis, method, size, seed, rates } = sample.plan;
  const { planId } = await journey.do('sampling.plan', {
    ...ids,
    basis,
    method,
    chosenSize: size,
    seed: seed === '' ? null : seed,
    rates:
      rates === null
        ? null
        : { risk: rates.risk, tolerableRate: rates.tolerable, expectedRate: rates.expected },
    selectionReason:
      basis === 'oneInstance' ? 'One instance of an automated control, chosen by the seed.' : null,
  });
  return planId;
}
