/** Which records a plan takes from its population: by the published algorithm, all of them, or as the auditor named them. */
import { err, ok, type Result } from '../../lib/result.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import { createSampler, inTicketOrder } from './consistent-sampler.ts';
import type { DrawAlgorithm, DrawRefusal, PopulationRecord, Sha256Hex } from './draw.ts';
import { drawSample } from './draw-sample.ts';
import { allocationCounts } from './plan-allocation.ts';
import { isDrawnAtRandom } from './plan-state.ts';

/** A record of the population with what an item keeps of it. */
export interface SourceRecord {
  readonly key: string;
  readonly rowNumber: number;
  readonly occurredOn: string | null;
  readonly stratum: string | null;
}

/** The records of a population, as often as they are asked for. */
export interface RecordSource {
  /** The records that the filters keep, in the order of the file. */
  readonly included: () => Iterable<SourceRecord>;
  /** The kept records with these keys. */
  readonly byKeys: (keys: readonly string[]) => readonly SourceRecord[];
}

/** A record taken, with its day as a date. */
export type TakenRecord = SourceRecord & { readonly occurredOn: PlainDate | null };

type Plan = Pick<
  Row<'samplePlan'>,
  'basis' | 'method' | 'seed' | 'chosenSize' | 'chosenKeys' | 'parentId' | 'allocation'
>;

/** The algorithm of a plan's method; `null` where no algorithm chooses. An expansion continues in ticket order. */
export function algorithmOf(plan: Pick<Plan, 'basis' | 'method' | 'parentId'>): DrawAlgorithm | null {
  if (!isDrawnAtRandom(plan)) return null;
  if (plan.method === 'simpleRandom' || plan.parentId !== null) return 'consistent-sampler/1';
  return plan.method === 'systematic' ? 'systematic-sampler/1' : 'stratified-sampler/1';
}

/** The records that a plan takes, in the order of the draw. `used`: keys that the plan's family took before. */
export function selectRecords(
  plan: Plan,
  source: RecordSource,
  used: ReadonlySet<string>,
  sha256: Sha256Hex,
): Result<readonly TakenRecord[], Refusal> {
  if (plan.basis === 'all') return ok([...source.included()].map(taken));
  if (!isDrawnAtRandom(plan)) return recordsOf(plan.chosenKeys, source);
  const keys = drawnKeys(plan, source, used, sha256);
  return keys.ok ? recordsOf(keys.value, source) : keys;
}

function drawnKeys(
  plan: Plan,
  source: RecordSource,
  used: ReadonlySet<string>,
  sha256: Sha256Hex,
): Result<readonly string[], Refusal> {
  const algorithm = algorithmOf(plan);
  const seed = plan.seed ?? '';
  if (algorithm === null || algorithm === 'consistent-sampler/1')
    return nextKeys(source, { seed, count: plan.chosenSize, used, stratum: null }, sha256);
  const records = [...source.included()].map(asPopulationRecord);
  const own = plan.allocation.length === 0 ? {} : { allocation: allocationCounts(plan.allocation) };
  const drawn = drawSample(records, { algorithm, seed, size: plan.chosenSize, ...own }, sha256);
  return drawn.ok ? ok(drawn.value.items.map(({ key }) => key)) : err(drawRefusal(drawn.error));
}

/** What the next items of a sequence are: how many, which keys were used, and the stratum where only one is asked for. */
export interface SequenceRequest {
  readonly seed: string;
  readonly count: number;
  readonly used: ReadonlySet<string>;
  readonly stratum: string | null;
}

/**
 * The next keys of the sequence under a seed: the unused records with the smallest tickets. For a simple random sample
 * these are the items that a larger sample would have begun with; replacements and expansions take them in order.
 */
export function nextKeys(
  source: RecordSource,
  request: SequenceRequest,
  sha256: Sha256Hex,
): Result<readonly string[], Refusal> {
  const sampler = createSampler({ seed: request.seed, size: request.count }, sha256);
  for (const record of source.included()) {
    const isWanted = request.stratum === null || record.stratum === request.stratum;
    if (isWanted && !request.used.has(record.key)) sampler.offer(record.key);
  }
  const drawn = sampler.result();
  return drawn.ok ? ok(drawn.value.items.map(({ key }) => key)) : err(drawRefusal(drawn.error));
}

/** An item of a recorded sequence, as far as a redraw looks at it. */
export interface SequenceItem {
  readonly key: string;
  readonly stratum: string | null;
  readonly isReplacement: boolean;
}

/** Whether a recorded sequence comes out the same again; if not, the first place at which it parts. */
export interface SequenceCheck {
  readonly same: boolean;
  readonly ordinal: number | null;
  readonly recorded: string | null;
  readonly redrawn: string | null;
}

/**
 * Draws a family's whole sequence again: the first plan's items by its algorithm, then every replacement and expansion as
 * the next item in ticket order (within its stratum, for the replacement of a stratified item).
 */
export function redrawSequence(
  first: Plan,
  recorded: readonly SequenceItem[],
  source: RecordSource,
  sha256: Sha256Hex,
): Result<SequenceCheck, Refusal> {
  const base = selectRecords(first, source, new Set(), sha256);
  if (!base.ok) return base;
  const redrawn = base.value.map(({ key }) => key);
  const later = recorded.slice(redrawn.length);
  if (later.length > 0 && isDrawnAtRandom(first)) {
    const known = new Set(redrawn);
    const rest = [...source.included()].filter(({ key }) => !known.has(key)).map(asPopulationRecord);
    redrawn.push(
      ...laterKeys(later, inTicketOrder(rest, first.seed ?? '', sha256), first.method === 'stratified'),
    );
  }
  return ok(compared(recorded, redrawn));
}

function laterKeys(
  later: readonly SequenceItem[],
  ordered: readonly PopulationRecord[],
  isStratified: boolean,
): readonly string[] {
  const open = [...ordered];
  return later.flatMap((item) => {
    const isFitting = (record: PopulationRecord) =>
      !isStratified || !item.isReplacement || (record.stratum ?? '') === (item.stratum ?? '');
    const index = open.findIndex(isFitting);
    return index === -1 ? [] : open.splice(index, 1).map(({ key }) => key);
  });
}

function compared(recorded: readonly SequenceItem[], redrawn: readonly string[]): SequenceCheck {
  const length = Math.max(recorded.length, redrawn.length);
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [recorded[index]?.key ?? null, redrawn[index] ?? null];
    if (was !== is) return { same: false, ordinal: index + 1, recorded: was, redrawn: is };
  }
  return { same: true, ordinal: null, recorded: null, redrawn: null };
}

function recordsOf(keys: readonly string[], source: RecordSource): Result<readonly TakenRecord[], Refusal> {
  const found = new Map(source.byKeys(keys).map((record) => [record.key, record]));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0)
    return err(
      rule(
        'invalid-value',
        `${missing.slice(0, 5).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in the population.`,
        'Choose keys of the population.',
        { missing },
      ),
    );
  const records = keys.map((key) => found.get(key)).filter((record) => record !== undefined);
  return ok(records.map(taken));
}

// The day was read as a date when the list was imported.
const taken = (record: SourceRecord): TakenRecord => record as TakenRecord;

function asPopulationRecord({ key, stratum }: SourceRecord): PopulationRecord {
  return stratum === null ? { key } : { key, stratum };
}

/** A draw that the algorithm refuses, as a refusal of the gate behind it. */
export function drawRefusal(refusal: DrawRefusal): Refusal {
  if (refusal.code === 'sample-larger-than-population') return gate('S3', { N: refusal.population });
  const facts = { reason: refusal.code };
  switch (behind[refusal.code]) {
    case 'keys':
      return gate('N2', { n: 1, ...facts });
    case 'seed':
      return rule(
        'invalid-value',
        'The plan has no seed.',
        'Supersede the plan, and propose one with a seed.',
        facts,
      );
    case 'plan':
      return rule(
        'invalid-value',
        'The sample cannot be drawn from this population as planned.',
        'Propose another plan.',
        facts,
      );
  }
}

/** What is at the bottom of a refused draw: the keys of the list, the seed, or the plan. */
const behind: Readonly<
  Record<Exclude<DrawRefusal['code'], 'sample-larger-than-population'>, 'keys' | 'seed' | 'plan'>
> = {
  'key-is-blank': 'keys',
  'key-is-not-text': 'keys',
  'duplicate-key': 'keys',
  'seed-is-blank': 'seed',
  'seed-is-not-text': 'seed',
  'size-out-of-range': 'plan',
  'population-too-large': 'plan',
  'stratum-is-blank': 'plan',
  'too-many-strata': 'plan',
  'allocation-does-not-add-up': 'plan',
  'allocation-names-unknown-stratum': 'plan',
  'allocation-exceeds-stratum': 'plan',
};
