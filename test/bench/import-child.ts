/**
 * Imports a list into a copy of the template engagement: `import-child.ts FOLDER LIST`. Prints the number of records, and
 * the milliseconds of the processor that went before the import; before it, that it begins. What loading the program's sources
 * left behind is cleared away first, as it is in a program that has been open for a while.
 */
import { openBench } from '../kill/template.ts';
import { IMPORT_BEGINS } from './import-words.ts';

const [folder = '', list = ''] = process.argv.slice(2);
const bench = await openBench(folder, () => undefined);
const definition = { controlId: 'control-1', title: 'Changes', sourceSystem: 'Ticket system' };
const { populationId } = await bench.do('population.define', definition);
globalThis.gc?.();
process.stdout.write(`${IMPORT_BEGINS}\n`);
const { user, system } = process.cpuUsage();
const imported = await bench.do('population.import', {
  ...{ populationId, revision: 1, token: list, receivedOn: '2026-01-05' },
  ...{ keyColumns: ['change'], dateColumn: 'opened' },
});
process.stdout.write(`${String(imported.recordCount)} ${String((user + system) / 1000)}\n`);
process.exit(0);
