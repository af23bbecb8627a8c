import type { KillBench, KillPath } from '../kill-path.ts';

const testId = 'test-operating';

/** Plan, approval and draw of a sample, then results that change from step to step, many cells in one entry. */
export const testingPath: KillPath = {
  name: 'testing',
  longestMs: 300,
  prepare: prepareSample,
  async step(bench, n) {
    const grid = await bench.do('testing.grid', { testId });
    const isLate = n % 2 === 1;
    const result = isLate ? ('deviation' as const) : ('pass' as const);
    const cells = grid.items.flatMap((item) =>
      grid.attributes.map((attribute) => ({
        ...{
          itemId: item.id,
          attributeId: attribute.id,
          observation: 'Seen on the screen of the identity lead.',
        },
        ...{ result, note: isLate ? 'Two days late.' : '' },
        withdrawReason: isLate ? '' : 'The ticket was found afterwards.',
      })),
    );
    await bench.do('testing.record', { testId, testedOn: '2026-07-10', cells });
    return {};
  },
};

async function prepareSample(bench: KillBench): Promise<void> {
  const definition = { controlId: 'control-1', title: 'Terminations', sourceSystem: 'HR system' };
  const { populationId } = await bench.do('population.define', definition);
  const rows = Array.from({ length: 48 }, (_, index) => {
    return `E-${String(index)},2025-${String((index % 12) + 1).padStart(2, '0')}-10`;
  });
  const token = bench.file('terminations.csv', `Employee,Last day\n${rows.join('\n')}\n`);
  const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day' };
  await bench.do('population.import', {
    populationId,
    revision: 1,
    token,
    ...mapping,
    receivedOn: '2026-01-05',
  });
  for (const direction of ['completeness', 'accuracy'] as const)
    await bench.do('population.addIpeTest', {
      ...{
        populationId,
        method: 'sampleToSource',
        direction,
        result: 'pass',
        detail: 'Five records traced.',
      },
      ...{ countInSystem: 5, countInFile: 5, performedOn: '2026-01-06' },
    });
  const { revision } = await bench.do('population.get', { populationId });
  await bench.do('population.reconcile', { populationId, revision });
  const attributes = [{ key: 'A', text: 'Disabled on every system' }];
  await bench.do('testing.start', { controlId: 'control-1', attributes });
  const plan = { testId, populationId, basis: 'frequencyGuidance' as const, chosenSize: 10, seed: '2026-07' };
  const { planId } = await bench.do('sampling.plan', {
    ...plan,
    reasons: [{ gate: 'S1', reason: 'Ten items are enough here.' }],
  });
  bench.as('senior');
  await bench.do('sampling.approve', {
    planId,
    revision: 1,
    reasons: [{ gate: 'S1', reason: 'Ten items are enough here.' }],
  });
  bench.as('staff');
  await bench.do('sampling.draw', { planId });
}
