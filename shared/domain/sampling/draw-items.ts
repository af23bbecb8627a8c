/** Drawing a sample and replacing an item that does not belong. Gates N1, N4, S2, S3, S4, S6, D4. */
import { err, ok, type Result } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import type { AddOp } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { find, where } from '../journal/state.ts';
import { openFindingsOf } from '../population/finding-acceptance.ts';
import {
  editOps,
  existing,
  operatingFinding,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  testing,
} from '../testing/fieldwork-rules.ts';
import {
  algorithmOf,
  nextKeys,
  selectRecords,
  type RecordSource,
  type TakenRecord,
} from './draw-selection.ts';
import { methodFinding, sizeFinding } from './plan-sample.ts';
import {
  drawnPlans,
  familyItems,
  isDrawnAtRandom,
  itemsOf,
  planFamily,
  planMoveFinding,
} from './plan-state.ts';

/** The list as it stands in the file now, against what was recorded. */
export interface ListState {
  /** The stored bytes of the client's file match their hash. */
  readonly isFileIntact: boolean;
  /** Digest of the stored rows. */
  readonly rowsSha256: string;
}

/** What a draw needs: the plan, the state of the list and its records. */
export interface DrawInput {
  readonly planId: string;
  readonly revision?: number | undefined;
  /** The seed as it was shown; where given, it must be the plan's. */
  readonly seed?: string | undefined;
  readonly list: ListState;
  readonly source: RecordSource;
}

/** What was drawn, to answer with. */
export interface Drawn {
  readonly items: readonly { readonly itemId: string; readonly ordinal: number; readonly key: string }[];
}

/**
 * Draws the sample of an approved plan from its reconciled population, unchanged since: gates N1, N4, S2, S3, S4. The
 * items, the algorithm, and hash and count of the population go on record together.
 */
export function drawItems(context: DecisionContext, input: DrawInput): Decided<Drawn> {
  const found = existing(context.state, 'samplePlan', input.planId);
  if (!found.ok) return found;
  const plan = found.value;
  const population = existing(context.state, 'population', plan.populationId);
  if (!population.ok) return population;
  const paperId = find(context.state, 'test', plan.testId)?.workpaperId ?? null;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    operatingFinding(context.state),
    staleFinding(context, 'samplePlan', plan, input.revision),
    populationFinding(population.value, input.list),
    ...planFindings(context, plan, population.value.recordCount, input.seed),
  ]);
  if (!weighed.ok) return weighed;
  const before = familyItems(context.state, plan);
  const used = new Set(before.map((item) => item.populationKey));
  const taken = recordsTaken(context, plan, input.source, used);
  if (!taken.ok) return taken;
  const first = (before.at(-1)?.ordinal ?? 0) + 1;
  const ops = taken.value.map((record, index) => itemOp(context, plan, record, first + index));
  const drawn = {
    ...({ status: 'drawn', drawnBy: context.actorId, drawnAt: context.at } as const),
    algorithm: algorithmOf(plan),
    drawnPopulationSha256: population.value.populationSha256,
    drawnPopulationCount: population.value.recordCount,
    openFindings: openFindingsOf(context.state, population.value),
  };
  const planOps = set(context.state, 'samplePlan', plan.id, drawn);
  const items = ops.map((op, index) => ({
    itemId: op.id,
    ordinal: first + index,
    key: taken.value[index]?.key ?? '',
  }));
  return decidedWith([...ops, ...planOps, ...editOps(context.state, paperId), ...weighed.value], { items });
}

/**
 * The records that a plan takes. A targeted selection names none that the test holds already: one record would be tested
 * twice (invariants of b.3).
 */
function recordsTaken(
  { state, sha256 }: DecisionContext,
  plan: Row<'samplePlan'>,
  source: RecordSource,
  used: ReadonlySet<string>,
): Result<readonly TakenRecord[], Refusal> {
  const taken = selectRecords(plan, source, used, sha256);
  if (!taken.ok || plan.basis !== 'targeted') return taken;
  const plans = drawnPlans(state, plan.testId).filter(
    ({ populationId }) => populationId === plan.populationId,
  );
  const held = new Set(plans.flatMap(({ id }) => itemsOf(state, id)).map((item) => item.populationKey));
  const twice = taken.value.filter(({ key }) => held.has(key)).map(({ key }) => key);
  if (twice.length === 0) return taken;
  return err(
    rule(
      'invalid-value',
      `${twice.slice(0, 5).join(', ')} ${twice.length === 1 ? 'is' : 'are'} in this test already.`,
      'Propose the targeted selection without what was drawn before; the items that stand are tested once.',
      { keys: twice },
    ),
  );
}

/** Gates N1 and N4: the population is reconciled, and neither its file nor its rows nor its filters changed since. */
export function populationFinding(population: Row<'population'>, list: ListState): Refusal | null {
  const target = { entity: 'population', id: population.id } as const;
  if (population.status !== 'reconciled') return gate('N1', { status: population.status }, target);
  const isUnchanged =
    list.isFileIntact &&
    list.rowsSha256 === population.rowsSha256 &&
    population.populationSha256 === population.reconciledSha256;
  return isUnchanged ? null : gate('N4', {}, target);
}

function planFindings(
  context: DecisionContext,
  plan: Row<'samplePlan'>,
  records: number,
  seed: string | undefined,
): readonly (Refusal | null)[] {
  const target = { entity: 'samplePlan', id: plan.id } as const;
  const isUnapproved = plan.status === 'proposed' || plan.approvedBy === plan.createdBy;
  const used = new Set(familyItems(context.state, plan).map((item) => item.populationKey)).size;
  return [
    isUnapproved ? gate('S2', {}, target) : planMoveFinding(plan.status, 'drawn'),
    plan.parentId === null ? sizeFinding(plan, records) : furtherFinding(plan, records - used),
    methodFinding(plan),
    seed === undefined || seed === plan.seed
      ? null
      : rule(
          'invalid-value',
          `The seed on record is ${plan.seed ?? 'none'}; a sample is drawn with no other.`,
          'Draw with the seed on record, or supersede the plan with a reason.',
          { seed: plan.seed },
          target,
        ),
  ];
}

/** Gate S3 for an expansion: not more items than records are left. */
function furtherFinding(plan: Row<'samplePlan'>, left: number): Refusal | null {
  return plan.chosenSize > left ? gate('S3', { N: left }) : null;
}

function itemOp(
  context: DecisionContext,
  plan: Row<'samplePlan'>,
  record: TakenRecord,
  ordinal: number,
  replacementOf: string | null = null,
): AddOp {
  const { key, rowNumber, occurredOn, stratum } = record;
  return add('sampleItem', context.newId(), {
    ...{ planId: plan.id, ordinal, populationKey: key, rowNumber, occurredOn, stratum, replacementOf },
    status: 'selected',
    replacementReason: null,
  });
}

/** Why an item does not belong to the population. `evidenceMissing` is not among them: that is a deviation (gate S6). */
export type ReplacementCause =
  'cancelled' | 'testRecord' | 'wrongSystem' | 'outsidePeriod' | 'duplicate' | 'evidenceMissing';

/** What a replacement needs. `chosenKey` is given where no algorithm chooses. */
export interface ReplacementInput {
  readonly itemId: string;
  readonly revision?: number | undefined;
  readonly cause: ReplacementCause;
  readonly reason: string;
  readonly chosenKey: string | null;
  readonly list: ListState;
  readonly source: RecordSource;
}

/**
 * Replaces an item that proves not to belong to the population by the next item of the same sequence; the old item and the
 * reason stay (gate S6). An item with a standing deviation is not replaced: the deviation would vanish with it.
 */
export function replaceItem(
  context: DecisionContext,
  input: ReplacementInput,
): Decided<{ itemId: string; key: string }> {
  const found = existing(context.state, 'sampleItem', input.itemId);
  if (!found.ok) return found;
  const item = found.value;
  const plan = existing(context.state, 'samplePlan', item.planId);
  if (!plan.ok) return plan;
  const population = existing(context.state, 'population', plan.value.populationId);
  if (!population.ok) return population;
  const paperId = find(context.state, 'test', plan.value.testId)?.workpaperId ?? null;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'sampleItem', item, input.revision),
    populationFinding(population.value, input.list),
    itemFinding(context, item, plan.value),
    causeFinding(input, item),
  ]);
  if (!weighed.ok) return weighed;
  const next = replacementFor(context, plan.value, item, input);
  if (!next.ok) return next;
  const last = familyItems(context.state, plan.value).at(-1)?.ordinal ?? 0;
  const op = itemOp(context, plan.value, next.value, last + 1, item.id);
  const values = { status: 'replaced', replacementReason: `${input.cause}: ${input.reason.trim()}` } as const;
  const ops = [op, ...set(context.state, 'sampleItem', item.id, values), ...editOps(context.state, paperId)];
  return decidedWith([...ops, ...weighed.value], { itemId: op.id, key: next.value.key });
}

function replacementFor(
  context: DecisionContext,
  plan: Row<'samplePlan'>,
  item: Row<'sampleItem'>,
  input: ReplacementInput,
): Result<TakenRecord, Refusal> {
  const used = new Set(familyItems(context.state, plan).map((taken) => taken.populationKey));
  const isRandom = isDrawnAtRandom(plan);
  const first = planFamily(context.state, plan)[0] ?? plan;
  const stratum = first.method === 'stratified' ? item.stratum : null;
  const request = { seed: plan.seed ?? '', count: 1, used, stratum };
  const keys = isRandom ? nextKeys(input.source, request, context.sha256) : ok([input.chosenKey ?? '']);
  if (!keys.ok) return keys;
  const chosen = { ...plan, basis: 'targeted', chosenKeys: keys.value } as const;
  const taken = selectRecords(chosen, input.source, used, context.sha256);
  if (!taken.ok) return taken;
  const [record] = taken.value;
  if (record !== undefined && !used.has(record.key)) return ok(record);
  return {
    ok: false,
    error: rule('invalid-value', 'The record is already an item.', 'Choose another record.'),
  };
}

function itemFinding(
  context: DecisionContext,
  item: Row<'sampleItem'>,
  plan: Row<'samplePlan'>,
): Refusal | null {
  const isUnderTest = plan.status === 'drawn' || plan.status === 'expanded';
  if (item.status === 'replaced' || !isUnderTest)
    return rule(
      'wrong-state',
      `Item ${String(item.ordinal)} is no longer under test.`,
      'Load the sample again.',
    );
  if (plan.basis === 'all')
    return rule(
      'wrong-state',
      'Every record is tested, so there is no other to take its place.',
      'Supersede the population, and import the list with a filter that leaves the record out.',
    );
  const deviations = where(context.state, 'deviation', 'itemId', item.id);
  if (!deviations.some((deviation) => deviation.withdrawnReason === null)) return null;
  return rule(
    'wrong-state',
    `Item ${String(item.ordinal)} has a deviation and is not replaced.`,
    'Evaluate the deviation. If it does not stand, change the result back with a reason first.',
    {},
    { entity: 'sampleItem', id: item.id },
  );
}

function causeFinding(input: ReplacementInput, item: Row<'sampleItem'>): Refusal | null {
  const isBelonging = input.cause === 'evidenceMissing';
  const isUnexplained = input.reason.trim().length < shortestExplanation;
  if (!isBelonging && !isUnexplained) return null;
  return gate('S6', { i: item.ordinal }, { entity: 'sampleItem', id: item.id });
}
