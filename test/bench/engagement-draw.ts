import { createHash, hash } from 'node:crypto';
import { spent, type Benchmark } from './benchmark.ts';
import { keys, openMillion } from './million-engagement.ts';

type Million = Awaited<ReturnType<typeof openMillion>>;

const testId = 'test-operating';
const reasons = [{ gate: 'S1', reason: 'Sixty items are enough for this measurement.' }];

export const engagementDraw: Benchmark = {
  name: 'engagement-draw-60-of-1000000',
  meaning:
    'drawing 60 of a population of 1,000,000 records with their rows, file and rows checked before, against the same hashes computed bare',
  clock: 'cpu',
  limit: 1.5,
  runs: 1,
  prepare: async () => {
    const million = await openMillion();
    await reconcile(million);
    return {
      floor: () => bareHashes(million),
      work: async () => {
        const { bench } = million;
        const planId = await approvedPlan(million);
        const took = await spent(async () => {
          const { items } = await bench.do('sampling.draw', { planId });
          if (items.length !== 60) throw new Error('the draw was refused');
        });
        const { revision } = await planView(million, planId);
        await bench.do('sampling.supersede', { planId, revision, reason: 'Drawn again.' });
        return took;
      },
      release: async () => {
        await million.close();
        million.release();
      },
    };
  },
};

/** What the draw needs before it: completeness and accuracy shown, the population reconciled, the test begun. */
async function reconcile({ bench, populationId }: Million): Promise<void> {
  for (const direction of ['completeness', 'accuracy'] as const)
    await bench.do('population.addIpeTest', {
      ...{ populationId, method: 'sampleToSource', direction, result: 'pass' },
      ...{ detail: 'Five records traced.', countInSystem: 5, countInFile: 5, performedOn: '2026-01-06' },
    });
  const { revision } = await bench.do('population.get', { populationId });
  await bench.do('population.reconcile', { populationId, revision });
  const attributes = [{ key: 'A', text: 'Approved before the change' }];
  await bench.do('testing.start', { controlId: 'control-1', attributes });
}

async function approvedPlan({ bench, populationId }: Million): Promise<string> {
  const plan = { testId, populationId, basis: 'frequencyGuidance' as const, chosenSize: 60, reasons };
  const { planId } = await bench.do('sampling.plan', plan);
  bench.as('senior');
  await bench.do('sampling.approve', { planId, revision: 1, reasons });
  bench.as('staff');
  return planId;
}

async function planView({ bench }: Million, planId: string): Promise<{ readonly revision: number }> {
  const { plans } = await bench.do('sampling.list', { testId });
  const found = plans.find((plan) => plan.id === planId);
  if (found === undefined) throw new Error('the plan is gone');
  return found;
}

/** The hashes of a draw without reading, checking or choosing anything: file, rows, and one ticket for each key under a seed. */
function bareHashes({ file, rowLines }: Million): Promise<number> {
  const bytes = file();
  const lines = rowLines();
  const texts = Array.from(keys(), (key) => hash('sha256', '20260105', 'hex') + key);
  return spent(() => {
    createHash('sha256').update(bytes).digest('hex');
    createHash('sha256').update(lines).digest('hex');
    for (const text of texts) hash('sha256', text, 'hex');
  });
}
