import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { samplingContract } from '../../shared/contract/sampling.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { recordsByDate, shapeOfText } from '../../shared/domain/population/list-shape.ts';
import { allocateByRecords } from '../../shared/domain/sampling/allocation.ts';
import type { DayCounts } from '../../shared/domain/sampling/coverage.ts';
import { drawItems, populationFinding, replaceItem } from '../../shared/domain/sampling/draw-items.ts';
import { redrawSequence } from '../../shared/domain/sampling/draw-selection.ts';
import { guidanceOf } from '../../shared/domain/sampling/engagement-guidance.ts';
import { drawnBefore } from '../../shared/domain/sampling/interim.ts';
import { expandPlan, setStopRule } from '../../shared/domain/sampling/plan-expansion.ts';
import { approvePlan, planSample, supersedePlan } from '../../shared/domain/sampling/plan-sample.ts';
import { suggestSize } from '../../shared/domain/sampling/plan-size.ts';
import {
  familyItems,
  isDrawnAtRandom,
  itemsUnderTest,
  planFamily,
} from '../../shared/domain/sampling/plan-state.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { listWithRecords, recordSource } from './list-state.ts';
import type { HashPort } from './ports/hash.ts';
import type { IdsPort } from './ports/ids.ts';
import type { StartHash } from './ports/running-hash.ts';
import { certificateOf, coverageViewOf, expansionViewOf, planViewOf, warningsOf } from './sampling-views.ts';
import type { Session } from './session.ts';

type Sampling = Handlers<typeof samplingContract>;
type Part<Name extends string> = Pick<Sampling, Extract<keyof Sampling, `sampling.${Name}`>>;

/** What the service needs. */
export interface SamplingServicePorts {
  readonly session: Session;
  readonly ids: IdsPort;
  readonly hash: HashPort;
  readonly startHash: StartHash;
}

/** Sizes, plans, draws, replacements and expansions. */
export function createSamplingService(ports: SamplingServicePorts): Sampling {
  return { ...planHandlers(ports), ...drawHandlers(ports), ...askingHandlers(ports) };
}

function planHandlers(
  ports: SamplingServicePorts,
): Part<'plan' | 'approve' | 'setStopRule' | 'expand' | 'supersede'> {
  const { session } = ports;
  return {
    'sampling.plan': ({ reasons, ...input }) => {
      const isRandom = isDrawnAtRandom(input);
      const seed = isRandom ? (input.seed ?? newSeed(ports)) : null;
      const strata = input.allocation.length === 0 ? null : strataOf(ports, input);
      const done = session.commit('sampling.plan', reasons, (context) =>
        planSample(context, { ...input, seed }, strata),
      );
      if (!done.ok) return done;
      const { planId } = done.value;
      const plan = find(session.state(), 'samplePlan', planId);
      return ok({ planId, seed, warnings: plan === undefined ? [] : warningsOf(session.state(), plan) });
    },
    'sampling.approve': ({ reasons, ...input }) =>
      session.commit('sampling.approve', reasons, (context) => approvePlan(context, input)),
    'sampling.setStopRule': ({ reasons, ...input }) =>
      session.commit('sampling.setStopRule', reasons, (context) => setStopRule(context, input)),
    'sampling.expand': ({ reasons, ...input }) =>
      session.commit('sampling.expand', reasons, (context) => expandPlan(context, input)),
    'sampling.supersede': ({ reasons, ...input }) =>
      session.commit('sampling.supersede', reasons, (context) => supersedePlan(context, input)),
  };
}

function drawHandlers(ports: SamplingServicePorts): Part<'draw' | 'replaceItem' | 'redraw'> {
  const { session } = ports;
  return {
    'sampling.draw': ({ reasons, ...input }) => {
      const plan = planWithList(ports, input.planId);
      if (!plan.ok) return plan;
      const { list, source } = plan.value;
      const done = session.commit('sampling.draw', reasons, (context) =>
        drawItems(context, { ...input, list, source }),
      );
      if (!done.ok) return done;
      return ok({ ...drawnView(session, input.planId), items: done.value.items });
    },
    'sampling.replaceItem': ({ reasons, ...input }) => {
      const item = find(session.state(), 'sampleItem', input.itemId);
      if (item === undefined) return err(notFound('sampleItem', input.itemId));
      const plan = planWithList(ports, item.planId);
      if (!plan.ok) return plan;
      const { list, source } = plan.value;
      return session.commit('sampling.replaceItem', reasons, (context) =>
        replaceItem(context, { ...input, list, source }),
      );
    },
    'sampling.redraw': ({ planId }) => redraw(ports, planId),
  };
}

/** What a draw put on record beside its items. */
function drawnView(session: Session, planId: string) {
  const drawn = find(session.state(), 'samplePlan', planId);
  return {
    algorithm: drawn?.algorithm ?? null,
    populationSha256: drawn?.drawnPopulationSha256 ?? null,
    count: drawn?.drawnPopulationCount ?? 0,
    openFindings: drawn?.openFindings ?? [],
  };
}

function askingHandlers(ports: SamplingServicePorts): Part<'suggest' | 'strata' | 'list' | 'certificate'> {
  const { session } = ports;
  return {
    'sampling.strata': ({ populationId, column, size }) => {
      const counts = strataOf(ports, { populationId, stratumColumn: column });
      const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return ok(records === 0 ? [] : allocateByRecords(counts, Math.min(size, records)));
    },
    'sampling.suggest': ({ populationId, basis, rates }) => {
      const state = session.state();
      const population = find(state, 'population', populationId);
      const control = find(state, 'control', population?.controlId ?? null);
      if (population === undefined || control === undefined) return err(notFound('population', populationId));
      const { frequency, risk: controlRisk } = control;
      const records = population.recordCount;
      const question = {
        frequency,
        controlRisk,
        guidance: guidanceOf(state),
        before: drawnBefore(state, population),
      };
      const suggestion = suggestSize({ basis, rates, records, ...question });
      return suggestion.ok ? ok({ records, ...suggestion.value }) : suggestion;
    },
    'sampling.list': ({ testId }) => {
      const state = session.state();
      const plans = where(state, 'samplePlan', 'testId', testId);
      const populations = new Set(
        plans.filter(({ drawnAt }) => drawnAt !== null).map((plan) => plan.populationId),
      );
      const recordDays = [...populations].flatMap((id) => daysOf(state, id));
      return ok({
        plans: plans.map((plan) => planViewOf(state, plan)),
        coverage: coverageViewOf(state, itemsUnderTest(state, testId), recordDays),
        expansion: expansionViewOf(state, testId),
      });
    },
    'sampling.certificate': ({ planId }) => {
      const state = session.state();
      const plan = find(state, 'samplePlan', planId);
      const population = find(state, 'population', plan?.populationId ?? null);
      if (plan === undefined || population === undefined) return err(notFound('samplePlan', planId));
      return ok(certificateOf(state, plan, population));
    },
  };
}

/** The plan, its population's list as it stands, and its records. */
function planWithList({ session, startHash }: SamplingServicePorts, planId: string) {
  const state = session.state();
  const plan = find(state, 'samplePlan', planId);
  if (plan === undefined) return err(notFound('samplePlan', planId));
  const population = find(state, 'population', plan.populationId);
  if (population === undefined) return err(notFound('population', plan.populationId));
  const store = session.store();
  return ok({
    ...{ plan, population },
    ...listWithRecords(store, population, startHash, plan.stratumColumn),
  });
}

type RedrawView = OutputOf<(typeof samplingContract)['sampling.redraw']>;

function redraw(ports: SamplingServicePorts, planId: string): Result<RedrawView, Refusal> {
  const found = planWithList(ports, planId);
  if (!found.ok) return found;
  const { plan, population, list, source } = found.value;
  const state = ports.session.state();
  const [first = plan] = planFamily(state, plan);
  const recorded = familyItems(state, plan).map((item) => ({
    key: item.populationKey,
    stratum: item.stratum,
    isReplacement: item.replacementOf !== null,
  }));
  const checked = redrawSequence(first, recorded, source, (text) => ports.hash.sha256Hex(text));
  if (!checked.ok) return checked;
  const isPopulationUnchanged =
    populationFinding(population, list) === null && isDrawnFrom(first, population);
  return ok({ ...checked.value, items: recorded.length, isPopulationUnchanged });
}

function isDrawnFrom(plan: Row<'samplePlan'>, population: Row<'population'>): boolean {
  return plan.drawnPopulationSha256 === population.populationSha256;
}

/** The kept records of a list by stratum. */
function strataOf(
  { session }: SamplingServicePorts,
  { populationId, stratumColumn }: { readonly populationId: string; readonly stratumColumn: string | null },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const population = find(session.state(), 'population', populationId);
  if (population === undefined) return counts;
  for (const { stratum } of recordSource(session.store(), population, stratumColumn).included())
    if (stratum !== null) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return counts;
}

/** A seed of eight digits out of a random identity: short enough to be read out, recorded before the draw. */
function newSeed({ ids, hash }: SamplingServicePorts): string {
  const digits = BigInt(`0x${hash.sha256Hex(ids.newId())}`) % 100_000_000n;
  return digits.toString().padStart(8, '0');
}

function daysOf(state: EngagementState, populationId: string): DayCounts {
  const shape = find(state, 'population', populationId)?.shape ?? null;
  return shape === null ? [] : [...recordsByDate(shapeOfText(shape))];
}
