import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { passphrase, temporaryFolder } from '../helpers/store/test-files.ts';
import { rawKey } from '../helpers/store/raw-client.ts';
import { killPaths } from './kill-paths.ts';
import { killRound } from './kill-round.ts';
import { engagementFile, makeTemplate } from './template.ts';

/** Rounds that run beside each other: most of a round is the stretching of passphrases. */
const atOnce = 2;

/** What a series of kills showed. */
export interface SeriesResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly losses: readonly string[];
}

/** Kills the program so many times, over all ways of writing in turn. The seed gives the moments of the kills. */
export async function killSeries(
  kills: number,
  seed: string,
  onRound: (line: string) => void = () => undefined,
): Promise<SeriesResult> {
  const folder = temporaryFolder();
  const template = join(folder.path, 'template');
  mkdirSync(template);
  try {
    await makeTemplate(template);
    const key = rawKey(engagementFile(template), passphrase);
    const losses: string[] = [];
    let acknowledged = 0;
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let index = next++; index < kills; index = next++) {
        const path = killPaths[index % killPaths.length];
        if (path === undefined) throw new Error('there is no way of writing to kill');
        const delayMs = Math.floor(fraction(seed, index) * path.longestMs);
        const place = join(folder.path, `round-${String(index)}`);
        const result = await killRound(template, place, path, { delayMs, key });
        rmSync(place, { recursive: true, force: true });
        acknowledged += result.acknowledged;
        const where = `kill ${String(index + 1)}, ${path.name} after ${String(delayMs)} ms`;
        onRound(
          `${where}: ${String(result.acknowledged)} acknowledged, ${String(result.losses.length)} lost`,
        );
        losses.push(...result.losses.map((loss) => `${where}: ${loss}`));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { kills, acknowledged, losses };
  } finally {
    folder.remove();
  }
}

/** A number from 0 to 1 that the seed and the place decide. */
function fraction(seed: string, index: number): number {
  return (
    createHash('sha256')
      .update(`${seed}/${String(index)}`)
      .digest()
      .readUInt32BE() /
    2 ** 32
  );
}
