import type { KillPath } from '../kill-path.ts';

const days = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return `E-${String(index)},2025-${month}-${String((index % 28) + 1).padStart(2, '0')},${index % 7 < 3 ? 'Austin' : 'Columbus'}`;
  });

/** Lists of several thousand rows are imported, narrowed by a filter, and sent back. */
export const populationPath: KillPath = {
  name: 'population',
  longestMs: 2500,
  async step(bench, n) {
    const definition = { controlId: 'control-1', title: `List ${String(n)}`, sourceSystem: 'HR system' };
    const { populationId } = await bench.do('population.define', definition);
    const token = bench.file('list.csv', `Employee,Last day,Site\n${days(4000).join('\n')}\n`);
    const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day' };
    await bench.do('population.import', {
      populationId,
      revision: 1,
      token,
      ...mapping,
      receivedOn: '2026-01-05',
    });
    const reason = 'Austin was sold before the period.';
    const filter = { kind: 'columnNotEquals' as const, column: 'Site', values: ['Austin'], reason };
    const received = await bench.do('population.get', { populationId });
    await bench.do('population.filter', { populationId, revision: received.revision, filter });
    if (n % 2 === 0) return {};
    const narrowed = await bench.do('population.get', { populationId });
    await bench.do('population.reject', {
      populationId,
      revision: narrowed.revision,
      reason: 'Contractors are missing.',
    });
    return {};
  },
};
