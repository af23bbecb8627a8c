/**
 * `sample size` and `sample evaluate`: what is printed and which exit code ends them. Options come in as the texts
 * typed; nothing is read or printed here.
 */
import {
  complement,
  formatExactPercent,
  formatPercent,
  toNumber,
} from '../../shared/domain/sampling/fraction.ts';
import { planSampleSize } from '../../shared/domain/sampling/sample-size.ts';
import { describeAssurance, explainSize, formatCount } from '../../shared/domain/sampling/sample-wording.ts';
import { upperLimitOf } from '../../shared/domain/sampling/upper-limit.ts';
import type { UpperLimit } from '../../shared/domain/sampling/upper-limit.ts';
import { readCount, readOptionalCount, readRate } from './sample-options.ts';
import type { TypedOptions } from './sample-options.ts';
import { done, refused, wrongUsage } from './sample-outcome.ts';
import type { SampleOutcome } from './sample-outcome.ts';

/** `sample size --confidence --tolerable --expected [--population]`: the exact size; finite where N is given. */
export function runSampleSize(options: TypedOptions): SampleOutcome {
  const confidence = readRate(options, 'confidence');
  if (!confidence.ok) return wrongUsage(confidence.error);
  const tolerable = readRate(options, 'tolerable');
  if (!tolerable.ok) return wrongUsage(tolerable.error);
  const expected = readRate(options, 'expected');
  if (!expected.ok) return wrongUsage(expected.error);
  const population = readOptionalCount(options, 'population');
  if (!population.ok) return wrongUsage(population.error);
  const basis = {
    risk: complement(confidence.value),
    tolerable: tolerable.value,
    expected: expected.value,
    ...(population.value === undefined ? {} : { population: population.value }),
  };
  const plan = planSampleSize(basis);
  if (!plan.ok) return refused(plan.error);
  const { size, allowedDeviations, distribution } = plan.value;
  const { meaning, supports } = explainSize(basis, plan.value);
  const heading = `${formatCount(size)} items: ${describeAssurance(basis, plan.value)} (${distribution})`;
  return done({ size, allowedDeviations, distribution }, [heading, meaning, supports]);
}

/** `sample evaluate --size --deviations --confidence [--population]`: the exact upper limit; finite where N is given. */
export function runSampleEvaluate(options: TypedOptions): SampleOutcome {
  const items = readCount(options, 'size');
  if (!items.ok) return wrongUsage(items.error);
  const deviations = readCount(options, 'deviations');
  if (!deviations.ok) return wrongUsage(deviations.error);
  const confidence = readRate(options, 'confidence');
  if (!confidence.ok) return wrongUsage(confidence.error);
  const population = readOptionalCount(options, 'population');
  if (!population.ok) return wrongUsage(population.error);
  const limit = upperLimitOf({
    items: items.value,
    deviations: deviations.value,
    risk: complement(confidence.value),
    ...(population.value === undefined ? {} : { population: population.value }),
  });
  if (!limit.ok) return refused(limit.error);
  const stated = `at ${formatExactPercent(confidence.value)} confidence, if the items were selected at random`;
  return done(limitJson(limit.value, population.value), [
    `Upper limit ${limitText(limit.value, population.value)} ${stated} (${limit.value.distribution})`,
  ]);
}

/** A large population's limit has six decimals, rounded up; a counted one's is its count over the population. */
function limitJson(limit: UpperLimit, population = 0): object {
  if (limit.distribution === 'binomial') {
    return { upperLimit: toNumber(limit.rate, 6), distribution: limit.distribution };
  }
  const { count, distribution } = limit;
  return { upperLimit: count / population, distribution, upperLimitCount: count };
}

function limitText(limit: UpperLimit, population = 0): string {
  const rate = formatPercent(limit.rate, 4);
  return limit.distribution === 'binomial'
    ? rate
    : `${rate}, ${formatCount(limit.count)} of ${formatCount(population)}`;
}
