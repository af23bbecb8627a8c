/** The refusals of the `sample` commands in words: the rule, the facts, the next step. */
import type { DrawRefusal } from '../../shared/domain/sampling/draw.ts';
import type { SizeRefusal } from '../../shared/domain/sampling/sample-size.ts';
import { formatCount } from '../../shared/domain/sampling/sample-wording.ts';
import type { EvaluationRefusal } from '../../shared/domain/sampling/upper-limit.ts';

/** Any reason for which a `sample` command prints no result. */
export type SampleRefusal = SizeRefusal | EvaluationRefusal | DrawRefusal;

type ByCode = { readonly [Refusal in SampleRefusal as Refusal['code']]: Refusal };
type Words = { readonly [Code in keyof ByCode]: (facts: ByCode[Code]) => string };

const WORDS: Words = {
  'risk-out-of-range': () =>
    'A confidence of 0 or 1 cannot be planned: no sample gives certainty. Choose one in between, such as 0.95.',
  'tolerable-rate-out-of-range': () =>
    'The tolerable rate must lie between 0 and 1: a sample cannot show that there is no deviation at all. ' +
    'Choose a rate such as 0.05, or test every record.',
  'expected-rate-not-below-tolerable': () =>
    'The expected rate must be below the tolerable rate: otherwise no sample can be expected to support reliance. ' +
    'Lower the expected rate, or do not rely on the control.',
  'population-out-of-range': ({ minimum, maximum }) =>
    `A population has from ${formatCount(minimum)} to ${formatCount(maximum)} records. Check the number of records.`,
  'sample-size-not-practical': ({ limit }) =>
    `More than ${formatCount(limit)} items would be needed. ` +
    'Raise the tolerable rate, lower the expected rate or the confidence, or test every record by program.',
  'items-out-of-range': ({ minimum, maximum }) =>
    `A sample that is evaluated has from ${formatCount(minimum)} to ${formatCount(maximum)} items. Check the size.`,
  'more-deviations-than-items': ({ items, deviations }) =>
    `${formatCount(deviations)} deviations cannot come from ${formatCount(items)} items. ` +
    'Count an item with several deviations once.',
  'sample-larger-than-population': ({ size, population }) =>
    `The sample (${formatCount(size)}) is larger than the population (${formatCount(population)}). ` +
    `Choose at most ${formatCount(population)} items.`,
  'seed-is-blank': () =>
    'A draw needs a seed that can be written down, so that it can be repeated. Give any text.',
  'seed-is-not-text': () => 'The seed holds half a character and cannot be written down. Type it again.',
  'size-out-of-range': ({ size }) =>
    `A sample of ${formatCount(size)} items cannot be drawn. Choose at least 1.`,
  'population-too-large': ({ maximum }) =>
    `The population has more than ${formatCount(maximum)} records. Draw from its parts, one population each.`,
  'key-is-blank': ({ position }) =>
    `Row ${formatCount(position)} below the header has no key, so an item could not name it. ` +
    'Choose another key column, or correct the list at its source.',
  'key-is-not-text': ({ position }) =>
    `The key in row ${formatCount(position)} below the header holds half a character. Correct the list at its source.`,
  'duplicate-key': ({ key, position }) =>
    `The key "${key}" occurs again in row ${formatCount(position)} below the header, so an item could not name one ` +
    'record. Choose a column that is unique, or correct the list at its source.',
  'stratum-is-blank': ({ position }) =>
    `Row ${formatCount(position)} below the header has no stratum. Choose another column, or draw at random.`,
  'too-many-strata': ({ strata, maximum }) =>
    `The column has ${formatCount(strata)} different values; strata are at most ${formatCount(maximum)}. ` +
    'Choose a column such as month, system or location.',
  'allocation-does-not-add-up': ({ size, allocated }) =>
    `The strata add up to ${formatCount(allocated)} items, the sample has ${formatCount(size)}. Make them equal.`,
  'allocation-names-unknown-stratum': ({ stratum }) =>
    `No record belongs to the stratum "${stratum}". Check its name.`,
  'allocation-exceeds-stratum': ({ stratum, items, records }) =>
    `${formatCount(items)} items cannot be taken from the ${formatCount(records)} records of "${stratum}".`,
};

/** The refusal as a sentence for people. */
export function describeRefusal(refusal: SampleRefusal): string {
  return wordsFor(refusal.code, refusal);
}

function wordsFor<Code extends keyof ByCode>(code: Code, facts: ByCode[Code]): string {
  return WORDS[code](facts);
}
