import { spent, type Benchmark } from './benchmark.ts';
import { openMillion } from './million-engagement.ts';

export const populationHealth: Benchmark = {
  name: 'population-health-1000000',
  meaning:
    'the health page of a population of 1,000,000 records: file and rows checked, counts, gaps and alike keys, against one full scan of the same table',
  clock: 'cpu',
  limit: 6,
  runs: 1,
  prepare: async () => {
    const { bench, populationId, close, reopen, fullScan, release } = await openMillion();
    return {
      floor: async () => {
        await close();
        const took = await fullScan();
        await reopen();
        return took;
      },
      work: () =>
        spent(async () => {
          const { records } = await bench.do('population.health', { populationId });
          await bench.do('population.findings', { populationId });
          if (records === 0) throw new Error('the page is empty');
        }),
      release: async () => {
        await close();
        release();
      },
    };
  },
};
