/** The program under fire: `child.ts FOLDER PATH`. Says `ready`, then one line for each piece of work that was acknowledged. */
import { writeSync } from 'node:fs';
import { killPaths } from './kill-paths.ts';
import { openBench } from './template.ts';

const [folder = '', name] = process.argv.slice(2);
const path = killPaths.find((known) => known.name === name);
if (path === undefined) throw new Error(`there is no path ${name ?? ''}`);

/** At once and by the kernel: what was said is read even if this process is gone the moment after. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

let isUnderFire = false;
const bench = await openBench(folder, (head) => {
  if (isUnderFire) say(JSON.stringify({ head }));
});
await path.prepare?.(bench);
isUnderFire = true;
say('ready');
for (let n = 0; ; n += 1) say(JSON.stringify(await path.step(bench, n)));
