import { createHash } from 'node:crypto';
import { drawRandom } from '../../shared/domain/sampling/consistent-sampler.ts';

/**
 * The keys that the recorded seed takes from a population, in draw order.
 *
 * The generator needs them before an engagement exists: only drawn items get evidence files, as in a real audit where the
 * client delivers what the auditor drew.
 */
export function drawKeys(seed: string, keys: readonly string[], size: number): readonly string[] {
  if (size === 0) return [];
  const draw = drawRandom(keys, { seed, size }, sha256Hex);
  if (!draw.ok) throw new Error(`sample data: no draw, ${draw.error.code}`);
  return draw.value.items.map((item) => item.key);
}

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
