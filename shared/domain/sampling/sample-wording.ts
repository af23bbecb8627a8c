/**
 * The sentences that explain a size, a result and a spread to the auditor. Confidence is worded for a statistical basis
 * only; every other basis is given as items and deviations (reference d.4).
 */
import { coverageGaps } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import type { DeviationRate } from './deviation-rate.ts';
import {
  complement,
  compareFractions,
  floorTimes,
  formatExactPercent,
  formatPercent,
  fractionOf,
  lowestTerms,
} from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { SampleSize, SizeBasis } from './sample-size.ts';

/** What the records of a population are called, and what it means that one deviates: `terminations`, `were late`. */
export type PopulationWords = { readonly records: string; readonly deviated: string };

/** The meaning of a size: what the risk is, and which results support reliance. */
export type SizeExplanation = { readonly meaning: string; readonly supports: string };

const PLAIN_WORDS: PopulationWords = { records: 'records', deviated: 'deviated' };

/** The figure beside a size that rests on guidance or judgment. */
export const NO_CONFIDENCE = 'no confidence statement, items and deviations only';

/** One sentence on what the size guards against and one on what its results support. */
export function explainSize(basis: SizeBasis, plan: SampleSize, words = PLAIN_WORDS): SizeExplanation {
  if (plan.isWholePopulation) return explainWholePopulation(basis, plan, words);
  const { size, allowedDeviations: allowed } = plan;
  const seen = allowed === 0 ? 'none of them' : `no more than ${formatCount(allowed)} of them`;
  const meaning =
    `If ${intolerableShare(basis, plan, words)} ${words.deviated}, ` +
    `a random ${formatCount(size)} would show ${seen} at most ${oddsOf(basis.risk)}.`;
  const refuted = allowed === 0 ? 'does not' : 'do not';
  const supports = `${upTo(allowed)}: supports ${supportedRate(basis, plan)}. ${oneMoreThan(allowed)}: ${refuted}.`;
  return { meaning, supports };
}

/** The assurance in a few words, for a table of sizes: `90 % confidence, rate below 10 %`. */
export function describeAssurance(basis: SizeBasis, plan: SampleSize): string {
  if (plan.isWholePopulation) return 'every record, no sampling risk';
  const confidence = formatExactPercent(complement(basis.risk));
  return `${confidence} confidence, ${supportedRate(basis, plan).replace('a rate', 'rate')}`;
}

/** The result of a test in one sentence, with no more than its basis allows to be said. */
export function describeRate(result: DeviationRate): string {
  const { items, deviations } = result;
  const found = `${countOf(deviations, 'deviation')} in ${countOf(items, 'item')}`;
  switch (result.kind) {
    case 'counted':
      return `${found}.`;
    case 'complete': {
      const { population, rate } = result;
      const share = `${found} (${formatPercent(rate, 1)})`;
      return population === undefined
        ? `Every record tested: ${share}.`
        : `Every record looked at, and an attribute applies to ${formatCount(items)} of ${formatCount(population)}: ${share}.`;
    }
    case 'limited': {
      const { limit, tolerable, supportsReliance } = result;
      const records =
        limit.distribution === 'hypergeometric' ? countedLimit(limit.count, result.population) : '';
      const verdict = supportsReliance ? 'within' : 'above';
      return (
        `${found} (${formatPercent(result.rate, 1)}). ` +
        `Upper limit ${formatLimit(limit.rate, tolerable)}${records} ` +
        `at ${formatExactPercent(complement(result.risk))} confidence, ` +
        `${verdict} the tolerable ${formatExactPercent(tolerable)}.`
      );
    }
  }
}

/**
 * What the risk of an expanded sample is, beside the confidence of a sample of one stage that its upper limit is stated at.
 * `risk`: of all its stages together; `null` where it has more than two, for which none is computed.
 */
export function describeStages(risk: Fraction | null, planned: Fraction): string {
  if (risk === null)
    return 'The confidence is that of a sample drawn at once; after a further stage the real risk is not known.';
  const real = formatLimit(risk, planned);
  return compareFractions(risk, planned) <= 0
    ? `Both stages together keep within the planned risk of ${formatExactPercent(planned)} (${real}).`
    : `The confidence is that of a sample drawn at once: both stages together carry a risk of ${real}, where the plan allows ${formatExactPercent(planned)}.`;
}

/** The spread in one sentence: `4, 4, 7 and 5 items by quarter; every month has an item`. */
export function describeCoverage(coverage: Coverage): string {
  const counts = coverage.quarters.map((quarter) => formatCount(quarter.items));
  const months = coverageGaps(coverage).months.map((month) => month.label);
  const spread = months.length === 0 ? 'every month has an item' : `no item in ${joined(months)}`;
  return `${joined(counts)} items by quarter; ${spread}`;
}

/**
 * An upper limit with one decimal, or with as many more as it takes to show on which side of the tolerable rate it lies:
 * a limit of 5.03 % against 5 % must not print as 5.0 %.
 */
export function formatLimit(limit: Fraction, tolerable: Fraction): string {
  const isEqual = compareFractions(limit, tolerable) === 0;
  let decimals = 1;
  while (!isEqual && decimals < 6 && formatPercent(limit, decimals) === formatPercent(tolerable, decimals))
    decimals += 1;
  return formatPercent(limit, decimals);
}

/** A risk as odds: 5 % is `1 time in 20`. */
export function oddsOf(risk: Fraction): string {
  const { numerator, denominator } = lowestTerms(risk);
  return `${groupDigits(numerator.toString())} ${numerator === 1n ? 'time' : 'times'} in ${groupDigits(denominator.toString())}`;
}

/** A count with thousands set apart by commas. */
export function formatCount(count: number): string {
  return groupDigits(String(count));
}

function explainWholePopulation(
  { population = 0 }: SizeBasis,
  { allowedDeviations: allowed }: SampleSize,
  { records }: PopulationWords,
): SizeExplanation {
  return {
    meaning: `All ${formatCount(population)} ${records} are tested: no smaller sample keeps the planned risk.`,
    supports: `${upTo(allowed)}: the rate is tolerable. ${oneMoreThan(allowed)}: it is not.`,
  };
}

function upTo(allowed: number): string {
  return allowed === 0 ? 'No deviation' : `Up to ${countOf(allowed, 'deviation')}`;
}

function oneMoreThan(allowed: number): string {
  return allowed === 0 ? 'One deviation' : `${formatCount(allowed + 1)} deviations`;
}

function intolerableShare(
  { tolerable, population }: SizeBasis,
  plan: SampleSize,
  { records }: PopulationWords,
): string {
  if (plan.distribution === 'binomial' || population === undefined) {
    return `${formatExactPercent(tolerable)} or more of the ${records}`;
  }
  const fewest = floorTimes(tolerable, population) + 1;
  return `${formatCount(fewest)} or more of the ${formatCount(population)} ${records}`;
}

/** A counted population of which the tolerable rate is a whole number of records may have just that rate. */
function supportedRate({ tolerable, population }: SizeBasis, plan: SampleSize): string {
  const isReached =
    plan.distribution === 'hypergeometric' &&
    population !== undefined &&
    compareFractions(fractionOf(floorTimes(tolerable, population), population), tolerable) === 0;
  return `a rate ${isReached ? 'of at most' : 'below'} ${formatExactPercent(tolerable)}`;
}

function countedLimit(count: number, population: number | undefined): string {
  return population === undefined ? '' : ` (${formatCount(count)} of ${formatCount(population)})`;
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
