import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { editRaw, rawKey } from '../../helpers/store/raw-client.ts';
import { passphrase, temporaryFolder } from '../../helpers/store/test-files.ts';
import { killPaths } from '../../kill/kill-paths.ts';
import { engagementLosses } from '../../kill/kill-round.ts';
import { killSeries } from '../../kill/kill-series.ts';
import { engagementFile, makeTemplate } from '../../kill/template.ts';

const kills = 20;
const folder = temporaryFolder();
afterAll(folder.remove);

describe('a program that is killed while it writes', () => {
  it(`loses nothing that it acknowledged, over ${String(kills)} kills`, { timeout: 600_000 }, async () => {
    const seed = process.env['KILL_SEED'] ?? randomUUID().slice(0, 8);
    process.stdout.write(`kills: seed ${seed} (repeat with KILL_SEED=${seed})\n`);
    const result = await killSeries(kills, seed);
    process.stdout.write(`kills: ${String(result.acknowledged)} pieces of work acknowledged\n`);
    expect(result.losses).toEqual([]);
    expect(result.kills).toBe(kills);
    expect(result.acknowledged).toBeGreaterThan(0);
    expect(killPaths.length).toBeLessThanOrEqual(kills);
  });

  it('would be told from one that loses work or leaves some behind', { timeout: 120_000 }, async () => {
    const template = join(folder.path, 'template');
    mkdirSync(template);
    await makeTemplate(template);
    const key = rawKey(engagementFile(template), passphrase);
    expect(await engagementLosses(template, [], key)).toEqual([]);
    const gone = 'f'.repeat(64);
    expect(await engagementLosses(template, [{ head: gone }], key)).toEqual([
      `the acknowledged entry ${gone} is gone`,
    ]);
    const altered = join(folder.path, 'altered');
    cpSync(template, altered, { recursive: true });
    editRaw(engagementFile(altered), key, (database) => {
      database.exec("update control set owner = 'Nobody'");
    });
    expect((await engagementLosses(altered, [], key)).join()).toContain(
      'differs from what the journal tells: owner',
    );
  });
});
