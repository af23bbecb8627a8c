import { describe, expect, it } from 'vitest';
import { readPopulationSpecs } from '../../../../src-main/demo/demo-data.ts';
import { buildPopulation } from '../../../../src-main/demo/population/build-population.ts';
import { guidedSize } from '../../../../shared/domain/sampling/frequency-guidance.ts';
import { planSampleSize } from '../../../../shared/domain/sampling/sample-size.ts';
import { upperLimitOf } from '../../../../shared/domain/sampling/upper-limit.ts';

const specs = readPopulationSpecs();
const basisPoints = (value = 0): { numerator: bigint; denominator: bigint } => ({
  numerator: BigInt(value),
  denominator: 10_000n,
});

describe('sampling plans of the sample engagement', () => {
  it('have at least the size that the guidance gives for each list', () => {
    for (const spec of specs.filter((entry) => entry.plan.basis === 'frequencyGuidance')) {
      const count = buildPopulation(spec).rowsInPeriod.length;
      const frequency = spec.controlId === 'BCK-01' ? 'daily' : 'perOccurrence';
      expect([spec.controlId, spec.plan.size >= guidedSize(frequency, 'low', count)]).toEqual([
        spec.controlId,
        true,
      ]);
    }
  });

  it('keep the statistical test within its tolerable rate with the one deviation it finds', () => {
    const [plan] = specs.map((spec) => spec.plan).filter((entry) => entry.basis === 'statistical');
    const risk = basisPoints(plan?.riskBasisPoints);
    const tolerable = basisPoints(plan?.tolerableBasisPoints);
    const expected = basisPoints(plan?.expectedBasisPoints);
    const size = planSampleSize({ risk, tolerable, expected });
    expect(size.ok && [size.value.size, size.value.allowedDeviations]).toEqual([plan?.size, 1]);
    const limit = upperLimitOf({ items: 46, deviations: 1, risk });
    expect(limit.ok && Number(limit.value.rate.numerator) / Number(limit.value.rate.denominator)).toBeCloseTo(
      0.099,
      3,
    );
  });
});
