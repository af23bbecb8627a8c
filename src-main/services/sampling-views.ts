import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { samplingContract } from '../../shared/contract/sampling.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { openFindingsOf } from '../../shared/domain/population/finding-acceptance.ts';
import { describeFilter } from '../../shared/domain/population/population-filter.ts';
import { filtersOf } from '../../shared/domain/population/population-state.ts';
import { coverageOf, type CoveredBlock, type DayCounts } from '../../shared/domain/sampling/coverage.ts';
import { toNumber } from '../../shared/domain/sampling/fraction.ts';
import type { SecondStage } from '../../shared/domain/sampling/expansion.ts';
import {
  expandFinding,
  expandedRisk,
  expansionOf,
  ratesOf,
} from '../../shared/domain/sampling/plan-expansion.ts';
import { itemsOf, isDrawnAtRandom, standingPlans } from '../../shared/domain/sampling/plan-state.ts';
import { readAllocation } from '../../shared/domain/sampling/plan-allocation.ts';
import { selectionWarnings } from '../../shared/domain/sampling/selection-warnings.ts';
import { describeCoverage, formatCount } from '../../shared/domain/sampling/sample-wording.ts';
import { periodOf } from '../../shared/domain/testing/fieldwork-rules.ts';
import { formatPeriod } from '../../shared/lib/plain-date.ts';
import { finding } from './planning-views.ts';

type Contract = typeof samplingContract;
type ListView = OutputOf<Contract['sampling.list']>;
type PlanView = ListView['plans'][number];
type ItemView = PlanView['items'][number];
type Certificate = OutputOf<Contract['sampling.certificate']>;

/** A plan with its items. */
export function planViewOf(state: EngagementState, plan: Row<'samplePlan'>): PlanView {
  const { id, revision, testId, populationId, parentId, basis, method, computedSize, chosenSize } = plan;
  const { overrideReason, seed, algorithm, stratumColumn, chosenKeys, selectionReason, stopRule } = plan;
  const { status, statusReason, approvedAt, drawnAt, drawnPopulationSha256, drawnPopulationCount } = plan;
  const population = find(state, 'population', plan.populationId);
  const isDrawn = drawnAt !== null;
  const risk = expandedRisk(state, plan);
  return {
    ...{ id, revision, testId, populationId, parentId, basis, method, computedSize, chosenSize },
    ...{ overrideReason, seed, algorithm, stratumColumn, chosenKeys, selectionReason, stopRule },
    ...{ status, statusReason, approvedAt, drawnAt, drawnPopulationSha256, drawnPopulationCount },
    rates: ratesOf(plan),
    warnings: warningsOf(state, plan),
    expandedRisk: risk === null ? null : toNumber(risk, 6),
    allocation: readAllocation(plan.allocation),
    openFindings: isDrawn || population === undefined ? plan.openFindings : openFindingsOf(state, population),
    proposedBy: initialsOf(state, plan.createdBy),
    proposedAt: plan.createdAt,
    approvedBy: initials(state, plan.approvedBy),
    drawnBy: initials(state, plan.drawnBy),
    items: itemsOf(state, id).map(itemViewOf),
  };
}

/** What the method of a plan may miss, over the records that it was, or would be, drawn from. */
export function warningsOf(state: EngagementState, plan: Row<'samplePlan'>): readonly string[] {
  const population = find(state, 'population', plan.populationId);
  const records = plan.drawnPopulationCount ?? population?.recordCount ?? 0;
  return plan.parentId === null ? selectionWarnings(plan, plan.chosenSize, records) : [];
}

/** An item of a sample. */
function itemViewOf(item: Row<'sampleItem'>): ItemView {
  const { id, revision, ordinal, rowNumber, occurredOn, stratum, status } = item;
  const { replacementOf, replacementReason } = item;
  return {
    ...{ id, revision, ordinal, rowNumber, occurredOn, stratum, status, replacementOf, replacementReason },
    key: item.populationKey,
  };
}

/** The spread of items over the engagement's period, beside that of the records. */
export function coverageViewOf(
  state: EngagementState,
  items: readonly Row<'sampleItem'>[],
  recordDays: DayCounts,
): ListView['coverage'] {
  const period = periodOf(state);
  const dates = items.map((item) => item.occurredOn).filter((date) => date !== null);
  if (period === null || dates.length === 0) return null;
  const coverage = coverageOf(period, dates, recordDays);
  const block = ({ period: part, label, items: count, records }: CoveredBlock) => ({
    ...{ start: part.start, end: part.end, label, records },
    items: count,
  });
  return {
    words: describeCoverage(coverage),
    quarters: coverage.quarters.map(block),
    months: coverage.months.map(block),
    outside: coverage.outside,
  };
}

/** What expanding the drawn sample of a test would take; `null` where nothing is drawn that could be expanded. */
export function expansionViewOf(state: EngagementState, testId: string): ListView['expansion'] {
  // A targeted selection beside the sample is not expanded.
  const plan = standingPlans(state, testId).find((each) => each.status === 'drawn' && isDrawnAtRandom(each));
  if (plan === undefined) return null;
  const expansion = expansionOf(plan, plan.drawnPopulationCount ?? 0);
  const open = expandFinding(state, plan);
  return {
    planId: plan.id,
    toTableSize: stageOf(expansion?.toTableSize),
    withinRisk: stageOf(expansion?.withinRisk),
    findings: open === null ? [] : [finding(open)],
  };
}

function stageOf(stage: SecondStage | undefined) {
  if (stage === undefined) return null;
  const { additional, total, risk } = stage;
  return { additional, total, risk: toNumber(risk, 6) };
}

/** The facts of a draw in the order of its certificate. */
export function certificateOf(
  state: EngagementState,
  plan: Row<'samplePlan'>,
  population: Row<'population'>,
): Certificate {
  const items = itemsOf(state, plan.id).filter((item) => item.replacementOf === null);
  const records = plan.drawnPopulationCount ?? population.recordCount;
  const { seed, algorithm, approvedAt, drawnAt } = plan;
  const place = { ...partiesOf(state), ...placeOfDraw(state, plan) };
  const count = `${formatCount(items.length)} of ${formatCount(records)} records`;
  return {
    ...{ ...place, records, seed, algorithm, approvedAt, drawnAt },
    title: population.title,
    sentence: `${count}, ${place.client}, ${place.period}, ${methodWords(plan)}.`,
    populationSha256: plan.drawnPopulationSha256 ?? population.populationSha256,
    fileSha256: population.fileSha256,
    filters: filtersOf(state, plan.populationId).map((filter) => ({
      code: filter.code,
      words: describeFilter(filter),
    })),
    drawnBy: initials(state, plan.drawnBy),
    approvedBy: initials(state, plan.approvedBy),
    reserve: isDrawnAtRandom(plan) ? Math.max(0, records - itemsOf(state, plan.id).length) : 0,
    items: items.map(itemViewOf),
  };
}

/** Whose draw it is. */
function partiesOf(state: EngagementState) {
  const engagement = engagementOf(state);
  const client = find(state, 'client', engagement?.clientId ?? null);
  const firm = find(state, 'firm', engagement?.firmId ?? null);
  return { client: client?.legalName ?? '', firm: firm?.name ?? '' };
}

/** For which workpaper and period a draw is, and the how-manieth of its test. */
function placeOfDraw(state: EngagementState, plan: Row<'samplePlan'>) {
  const period = periodOf(state);
  const test = find(state, 'test', plan.testId);
  const draws = where(state, 'samplePlan', 'testId', plan.testId).filter(({ drawnAt }) => drawnAt !== null);
  return {
    ref: find(state, 'workpaper', test?.workpaperId ?? null)?.ref ?? '',
    period: period === null ? '' : formatPeriod(period),
    draw: draws.findIndex(({ id }) => id === plan.id) + 1,
    draws: draws.length,
  };
}

function methodWords(plan: Row<'samplePlan'>): string {
  if (plan.basis === 'all') return 'every record';
  const words = {
    simpleRandom: 'drawn by simple random selection',
    systematic: 'drawn systematically from a random start',
    stratified: 'drawn at random from each stratum',
    haphazard: 'selected haphazardly',
    judgmental: 'selected by judgment',
  };
  return words[plan.method];
}

function initials(state: EngagementState, personId: string | null): string | null {
  return personId === null ? null : initialsOf(state, personId);
}
