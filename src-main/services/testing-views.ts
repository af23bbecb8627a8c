import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { testingContract } from '../../shared/contract/testing.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import { evidenceOf } from '../../shared/domain/evidence/evidence-link.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { expandedRisk } from '../../shared/domain/sampling/plan-expansion.ts';
import { drawnPlans, itemNumber } from '../../shared/domain/sampling/plan-state.ts';
import { complement, toNumber, type Fraction } from '../../shared/domain/sampling/fraction.ts';
import { describeRate, describeStages } from '../../shared/domain/sampling/sample-wording.ts';
import type { DeviationRate } from '../../shared/domain/sampling/deviation-rate.ts';
import { missingAnswers, standingDeviation } from '../../shared/domain/testing/deviations.ts';
import { retestsOf } from '../../shared/domain/testing/retests.ts';
import {
  resultsOf,
  sampleRates,
  type GridCell,
  type SampleRate,
  type TestResults,
} from '../../shared/domain/testing/test-results.ts';
import type { PopulationRowStore } from './ports/engagement-store.ts';

type Contract = typeof testingContract;
type Grid = OutputOf<Contract['testing.grid']>;
type GridItem = Grid['items'][number];

/** A test's grid, one page of its items. */
export function gridOf(
  state: EngagementState,
  rows: PopulationRowStore,
  test: Row<'test'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Grid {
  const results = resultsOf(state, test.id);
  const page = results.items.slice(offset, offset + limit);
  const columns = columnsOf(state, results);
  const records = recordsOf(state, rows, page);
  const cells = Map.groupBy(results.cells, (cell) => cell.item.id);
  return {
    ...testFacts(state, test),
    columns,
    attributes: results.attributes.map(({ id, key, text, tickmark }) => {
      const total = results.totals.find(({ attributeId }) => attributeId === id);
      const { withoutDeviation = 0, tested = 0 } = total ?? {};
      return { id, key, text, tickmark, withoutDeviation, tested };
    }),
    total: results.items.length,
    items: page.map((item) =>
      itemView(state, item, cells.get(item.id) ?? [], records.get(recordMark(state, item)) ?? []),
    ),
    counts: results.counts,
    rates: sampleRates(state, test.id).map((sample) => rateViewOf(state, sample, results.counts.empty > 0)),
  };
}

function testFacts(state: EngagementState, test: Row<'test'>) {
  const { id, revision, workpaperId, controlId, status, conclusion, conclusionText, concludedAt } = test;
  const {
    settingHistory,
    reportTest,
    rollForward,
    managerJudgment,
    compensatingControlIds,
    concludedBy,
    managerJudgmentBy,
  } = test;
  return {
    ...{ testId: id, revision, workpaperId, controlId, status, conclusion, conclusionText, concludedAt },
    ...{ settingHistory, reportTest, rollForward, managerJudgment, compensatingControlIds },
    ref: find(state, 'workpaper', workpaperId)?.ref ?? '',
    nature: find(state, 'control', controlId)?.nature ?? 'manual',
    concludedBy: concludedBy === null ? null : initialsOf(state, concludedBy),
    managerJudgmentBy: managerJudgmentBy === null ? null : initialsOf(state, managerJudgmentBy),
    evidenceCount: evidenceOf(state, { kind: 'test', id }).length,
  };
}

/** The columns of the list; a test over several lists shows none, because their columns differ. */
function columnsOf(state: EngagementState, results: TestResults): readonly string[] {
  const populations = new Set(results.items.map((item) => populationOf(state, item)?.id));
  const [only, ...others] = [...populations];
  return others.length > 0 ? [] : (find(state, 'population', only ?? null)?.columns ?? []);
}

function populationOf(state: EngagementState, item: Row<'sampleItem'>): Row<'population'> | undefined {
  const plan = find(state, 'samplePlan', item.planId);
  return find(state, 'population', plan?.populationId ?? null);
}

function recordMark(state: EngagementState, item: Row<'sampleItem'>): string {
  return `${populationOf(state, item)?.id ?? ''}/${item.populationKey}`;
}

/** The cells of the records behind items, by population and key. */
function recordsOf(
  state: EngagementState,
  rows: PopulationRowStore,
  items: readonly Row<'sampleItem'>[],
): ReadonlyMap<string, readonly string[]> {
  const records = new Map<string, readonly string[]>();
  const byPopulation = Map.groupBy(items, (item) => populationOf(state, item)?.id ?? '');
  for (const [populationId, own] of byPopulation) {
    const keys = own.map((item) => item.populationKey);
    for (const row of rows.byKeys(populationId, keys)) records.set(`${populationId}/${row.key}`, row.cells);
  }
  return records;
}

function itemView(
  state: EngagementState,
  item: Row<'sampleItem'>,
  cells: readonly GridCell[],
  record: readonly string[],
): GridItem {
  const { id, revision, planId, populationKey, occurredOn, stratum, replacementOf } = item;
  const own = evidenceOf(state, { kind: 'sampleItem', id });
  const onCells = cells.flatMap(({ result }) =>
    result === undefined ? [] : evidenceOf(state, { kind: 'attributeResult', id: result.id }),
  );
  return {
    ordinal: itemNumber(state, item),
    ...{ id, revision, planId, occurredOn, stratum, replacementOf, record },
    key: populationKey,
    isTargeted: find(state, 'samplePlan', planId)?.basis === 'targeted',
    evidenceCount: new Set([...own, ...onCells].map((file) => file.id)).size,
    cells: cells.map((cell) => cellViewOf(state, cell)),
  };
}

function cellViewOf(state: EngagementState, cell: GridCell): GridItem['cells'][number] {
  const { attribute, item, result, isUnsupported } = cell;
  const deviation = standingDeviation(state, item.id, attribute.id);
  const where = { attributeId: attribute.id, deviationCode: deviation?.code ?? null, isUnsupported };
  if (result === undefined) return { ...where, ...emptyCell };
  const { id, revision, note, observation, testedOn, testedBy } = result;
  return {
    ...{ ...where, resultId: id, revision, result: result.result, note, observation, testedOn },
    testedBy: initialsOf(state, testedBy),
    evidenceCount: evidenceOf(state, { kind: 'attributeResult', id }).length,
  };
}

const emptyCell = {
  ...{ resultId: null, revision: null, result: null, note: '', observation: '' },
  ...{ testedOn: null, testedBy: null, evidenceCount: 0 },
} as const;

/** What a sample allows to be said, as figures for the picture; none where the basis allows none. */
function rateViewOf(state: EngagementState, sample: SampleRate, isBestCase: boolean): Grid['rates'][number] {
  const { plan, items, deviating, rate, withoutDeviations } = sample;
  const list = find(state, 'population', plan.populationId)?.title ?? '';
  const base = { list, planId: plan.id, basis: plan.basis, items, deviating, isBestCase };
  if (rate === null) return { ...base, ...noFigures, kind: 'counted', words: 'No item counts yet.' };
  const limitWithout = withoutDeviations?.kind === 'limited' ? percent(withoutDeviations.limit.rate) : null;
  return {
    ...base,
    ...noFigures,
    ...figuresOf(rate),
    limitWithout,
    kind: rate.kind,
    words: [describeRate(rate), ...stageWords(state, plan, rate)].join(' '),
  };
}

/** What is to be said of the stages of an expanded statistical sample. */
function stageWords(
  state: EngagementState,
  first: Row<'samplePlan'>,
  rate: DeviationRate,
): readonly string[] {
  const plans = drawnPlans(state, first.testId);
  const second = plans.find(({ parentId }) => parentId === first.id);
  if (rate.kind !== 'limited' || second === undefined) return [];
  const isFurther = plans.some(({ parentId }) => parentId === second.id);
  return [describeStages(isFurther ? null : expandedRisk(state, second), rate.risk)];
}

const noFigures = {
  ...{ found: null, tolerable: null, upperLimit: null, upperLimitCount: null, limitWithout: null },
  ...{ records: null, confidence: null, supportsReliance: null },
} as const;

function figuresOf(rate: DeviationRate) {
  if (rate.kind === 'counted') return {};
  if (rate.kind === 'complete') return { found: percent(rate.rate), records: rate.items };
  const { limit } = rate;
  return {
    found: percent(rate.rate),
    tolerable: percent(rate.tolerable),
    upperLimit: percent(limit.rate),
    upperLimitCount: limit.distribution === 'hypergeometric' ? limit.count : null,
    records: rate.population ?? null,
    confidence: percent(complement(rate.risk)),
    supportsReliance: rate.supportsReliance,
  };
}

function percent(rate: Fraction): number {
  return toNumber({ numerator: rate.numerator * 100n, denominator: rate.denominator }, 6);
}

/** A deviation with what its evaluation still lacks. */
export function deviationViewOf(
  state: EngagementState,
  deviation: Row<'deviation'>,
): OutputOf<Contract['testing.deviations']>[number] {
  const { id, revision, code, testId, itemId, nature, occurredOn, cause, extent, isolated } = deviation;
  const { isolationProof, compensatingControlIds, effect, evaluation, deficiency } = deviation;
  const { managementResponse, agreedBy, agreedOn, status, withdrawnReason } = deviation;
  return {
    ...{ id, revision, code, testId, itemId, nature, occurredOn, cause, extent, isolated },
    ...{ isolationProof, compensatingControlIds, effect, evaluation, deficiency },
    ...{ managementResponse, agreedBy, agreedOn, status, withdrawnReason },
    ...placeOf(state, deviation),
    retests: retestsOf(state, id).map((retest) => retestView(state, retest)),
    missing: missingAnswers(deviation),
  };
}

function retestView(state: EngagementState, retest: Row<'retest'>) {
  const { id, testedOn, items, deviating, words } = retest;
  const evidenceCount = evidenceOf(state, { kind: 'retest', id }).length;
  return {
    id,
    testedOn,
    items,
    deviating,
    words,
    evidenceCount,
    testedBy: initialsOf(state, retest.testedBy),
  };
}

function placeOf(state: EngagementState, deviation: Row<'deviation'>) {
  return {
    ...controlFacts(state, deviation.testId),
    ...itemFacts(state, find(state, 'sampleItem', deviation.itemId)),
    ...attributeFacts(find(state, 'attribute', deviation.attributeId)),
  };
}

function controlFacts(state: EngagementState, testId: string) {
  const control = find(state, 'control', find(state, 'test', testId)?.controlId ?? null);
  return { controlId: control?.id ?? '', controlCode: control?.code ?? '' };
}

function itemFacts(state: EngagementState, item: Row<'sampleItem'> | undefined) {
  if (item === undefined) return { itemOrdinal: null, itemKey: null };
  return { itemOrdinal: itemNumber(state, item), itemKey: item.populationKey };
}

function attributeFacts(attribute: Row<'attribute'> | undefined) {
  return { attributeKey: attribute?.key ?? null, attributeText: attribute?.text ?? null };
}
