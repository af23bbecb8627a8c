/** The size that a plan's basis gives, with the other ways to a size beside it and a sentence on what it means. */
import type { Period } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { rateFromBasisPoints } from './fraction.ts';
import {
  expectedOccurrences,
  sizeByRule,
  type ControlFrequency,
  type ExpectedOccurrences,
  type GuidanceRule,
  type GuidanceTable,
} from './frequency-guidance.ts';
import { topUpSize, type DrawnBefore } from './interim.ts';
import { planSampleSize, type SampleSize, type SizeBasis, type SizeRefusal } from './sample-size.ts';
import { NO_CONFIDENCE, describeAssurance, explainSize, formatCount } from './sample-wording.ts';
import { sizeOptions } from './size-options.ts';

/** How items are chosen and on what grounds. */
export type PlanBasis = FieldsOf<'samplePlan'>['basis'];

/** Risk, tolerable and expected rate of a statistical plan, in basis points. */
export interface PlanRates {
  readonly risk: number;
  readonly tolerableRate: number;
  readonly expectedRate: number;
}

/** What a size is asked for: the population's records and the control's frequency and risk. */
export interface PlanQuestion {
  readonly basis: PlanBasis;
  readonly records: number;
  readonly frequency: FieldsOf<'control'>['frequency'];
  readonly controlRisk: FieldsOf<'control'>['risk'];
  /** Only for a statistical basis. */
  readonly rates: PlanRates | null;
  /** The sizes by frequency that the engagement goes by. */
  readonly guidance: GuidanceTable;
  /** What lists of earlier days of the period gave by guidance; `null` for a list of the whole period. */
  readonly before: DrawnBefore | null;
}

/** A size with its meaning. `assurance` never speaks of confidence where the basis is not statistical. */
export interface SuggestedSize {
  readonly way: 'exactFinite' | 'exactLarge' | 'guidance' | 'all';
  readonly size: number;
  readonly assurance: string;
}

/** The size by the plan's basis, its meaning, and the other ways to a size. */
export interface PlanSuggestion {
  readonly size: number;
  /** Deviations up to which a statistical sample supports reliance; `null` for every other basis. */
  readonly allowedDeviations: number | null;
  readonly meaning: string;
  readonly supports: string;
  readonly ways: readonly SuggestedSize[];
}

const frequencies: Readonly<Record<FieldsOf<'control'>['frequency'], ControlFrequency>> = {
  annual: 'annual',
  semiannual: 'semiAnnual',
  quarterly: 'quarterly',
  monthly: 'monthly',
  weekly: 'weekly',
  daily: 'daily',
  multiplePerDay: 'manyPerDay',
  perOccurrence: 'perOccurrence',
  continuousAutomated: 'automated',
};

/** The row of the guidance table for a control's frequency. */
export function guidanceFrequency(frequency: FieldsOf<'control'>['frequency']): ControlFrequency {
  return frequencies[frequency];
}

/** The rule by which guidance gives a size to a control. */
export function guidanceRuleFor(
  question: Pick<PlanQuestion, 'frequency' | 'controlRisk' | 'guidance'>,
): GuidanceRule {
  return question.guidance[frequencies[question.frequency]][question.controlRisk];
}

/** The rule that gave a plan its size; `null` where its basis is another. */
export function guidanceOfPlan({ guidance }: Pick<FieldsOf<'samplePlan'>, 'guidance'>): GuidanceRule | null {
  return guidance === null ? null : (JSON.parse(guidance) as GuidanceRule); // as this program wrote it
}

/** The size that guidance by frequency gives for so many records (d.4), of all the lists where the sample is drawn in parts. */
export function guidanceSize(
  question: Pick<PlanQuestion, 'frequency' | 'controlRisk' | 'records' | 'guidance' | 'before'>,
): number {
  const { before, records } = question;
  const rule = guidanceRuleFor(question);
  if (before === null) return sizeByRule(rule, records);
  return topUpSize(sizeByRule(rule, before.records + records), before, records);
}

/** How often a control of this frequency runs in the period; `null` where the frequency, or the engagement, sets no number. */
export function expectedIn(
  period: Period | null,
  frequency: PlanQuestion['frequency'],
): ExpectedOccurrences | null {
  return period === null ? null : (expectedOccurrences(frequencies[frequency], period) ?? null);
}

/** The suggestion for a plan; refused where the rates contradict each other or the population has no records. */
export function suggestSize(question: PlanQuestion): Result<PlanSuggestion, Refusal> {
  if (question.records === 0)
    return err(
      rule(
        'invalid-value',
        'The population has no records, so there is nothing to sample.',
        'Reconcile the empty population and conclude that the control did not operate.',
      ),
    );
  return question.basis === 'statistical' ? statistical(question) : ok(judged(question));
}

function statistical(question: PlanQuestion): Result<PlanSuggestion, Refusal> {
  if (question.rates === null)
    return err(
      rule(
        'invalid-value',
        'A statistical plan needs risk and rates.',
        'Give risk, tolerable and expected rate.',
      ),
    );
  const basis = basisOf(question.rates);
  const options = sizeOptions({ ...basis, population: question.records });
  if (!options.ok) return err(sizeRefusal(options.error));
  const { recommended, counted, large } = options.value;
  const finite = { ...basis, population: question.records };
  const chosen = recommended === 'counted' || large === undefined ? counted : large;
  const explained = explainSize(recommended === 'counted' ? finite : basis, chosen);
  return ok({
    size: chosen.size,
    allowedDeviations: chosen.allowedDeviations,
    ...explained,
    ways: [
      way('exactFinite', finite, counted),
      ...(large === undefined ? [] : [way('exactLarge', basis, large)]),
      guidanceWay(question),
    ],
  });
}

function judged(question: PlanQuestion): PlanSuggestion {
  const guided = guidanceSize(question);
  const { records } = question;
  const size = question.basis === 'all' ? records : question.basis === 'frequencyGuidance' ? guided : 1;
  return {
    size,
    allowedDeviations: null,
    meaning: meaningOf(question, size),
    supports:
      question.basis === 'all' ? 'Every record is tested, so there is no sampling risk.' : supportsItems,
    ways: [guidanceWay(question), { way: 'all', size: records, assurance: 'every record, no sampling risk' }],
  };
}

const supportsItems = 'The report states items and deviations, and no confidence.';

function meaningOf({ basis, records, before }: PlanQuestion, size: number): string {
  switch (basis) {
    case 'all':
      return `All ${formatCount(records)} records are tested.`;
    case 'oneInstance':
      return 'One instance of each type shows how the setting works; the history of the setting carries it over the period.';
    case 'targeted':
      return 'The auditor names the items. What they show is not projected on the population.';
    case 'frequencyGuidance':
    case 'statistical':
      if (before !== null)
        return `Guidance by frequency over the ${formatCount(before.records + records)} records of the period leaves ${formatCount(size)} for these ${formatCount(records)}, after the ${formatCount(before.items)} drawn before.`;
      return `Guidance by frequency gives ${formatCount(size)} of ${formatCount(records)} records.`;
  }
}

function way(name: 'exactFinite' | 'exactLarge', basis: SizeBasis, size: SampleSize): SuggestedSize {
  return { way: name, size: size.size, assurance: describeAssurance(basis, size) };
}

function guidanceWay(question: PlanQuestion): SuggestedSize {
  return { way: 'guidance', size: guidanceSize(question), assurance: NO_CONFIDENCE };
}

/** Rates in basis points as exact fractions. */
export function basisOf({ risk, tolerableRate, expectedRate }: PlanRates): SizeBasis {
  return {
    risk: rateFromBasisPoints(risk),
    tolerable: rateFromBasisPoints(tolerableRate),
    expected: rateFromBasisPoints(expectedRate),
  };
}

/** Deviations that a statistical sample of a planned size allows, for a first stage that may be expanded. */
export function allowedBy(rates: PlanRates, records: number): number {
  const finite = planSampleSize({ ...basisOf(rates), population: records });
  return finite.ok ? finite.value.allowedDeviations : 0;
}

function sizeRefusal(refusal: SizeRefusal): Refusal {
  const said: Readonly<Record<SizeRefusal['code'], readonly [string, string]>> = {
    'risk-out-of-range': ['The risk must lie between 0 and 100 %.', 'Correct the risk.'],
    'tolerable-rate-out-of-range': ['The tolerable rate must lie between 0 and 100 %.', 'Correct the rate.'],
    'expected-rate-not-below-tolerable': [
      'The expected rate must be below the tolerable rate.',
      'Expect fewer deviations, or tolerate more.',
    ],
    'population-out-of-range': [
      'The population has too many records for an exact figure.',
      'Divide the population.',
    ],
    'sample-size-not-practical': [
      'These rates lie so close together that more than 10,000 items would be needed.',
      'Tolerate more, or test all records.',
    ],
  };
  const [message, next] = said[refusal.code];
  return rule('invalid-value', message, next, { reason: refusal.code });
}
