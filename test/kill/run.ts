/** `node test/kill/run.ts [COUNT] [SEED]`: kills the program so many times (200) and prints what was lost, which has to be nothing. */
import { randomUUID } from 'node:crypto';
import { killSeries } from './kill-series.ts';

const [count = '200', seed = randomUUID().slice(0, 8)] = process.argv.slice(2);
process.stdout.write(`${count} kills, seed ${seed}\n`);
const { kills, acknowledged, losses } = await killSeries(Number(count), seed, (line) => {
  process.stdout.write(`${line}\n`);
});
for (const loss of losses) process.stdout.write(`LOST: ${loss}\n`);
process.stdout.write(
  `${String(kills)} kills, ${String(acknowledged)} pieces of work acknowledged, ${String(losses.length)} losses\n`,
);
process.exitCode = losses.length === 0 ? 0 : 1;
