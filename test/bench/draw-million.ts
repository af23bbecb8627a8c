import { hash } from 'node:crypto';
import { drawRandom } from '../../shared/domain/sampling/consistent-sampler.ts';
import type { Sha256Hex } from '../../shared/domain/sampling/draw.ts';
import { timed, type Benchmark } from './benchmark.ts';

const KEYS = 1_000_000;

const sha256: Sha256Hex = (text) => hash('sha256', text, 'hex');

function* keys(): Generator<string> {
  for (let number = 1; number <= KEYS; number += 1) yield `CHG-${String(number).padStart(7, '0')}`;
}

export const drawMillion: Benchmark = {
  name: 'draw-60-of-1000000',
  meaning: 'drawing 60 items from a million keys, against hashing each key once',
  limit: 8,
  runs: 3,
  prepare: () =>
    Promise.resolve({
      floor: () =>
        timed(() => {
          for (const key of keys()) sha256(key);
        }),
      work: () =>
        timed(() => {
          const draw = drawRandom(keys(), { seed: 'bench', size: 60 }, sha256);
          if (!draw.ok || draw.value.items.length !== 60) throw new Error('the draw was refused');
        }),
      release: () => Promise.resolve(),
    }),
};
