/**
 * Imports a list into a copy of the template engagement: `import-child.ts FOLDER LIST`. Prints the number of records, and
 * the milliseconds of the processor that went before the import.
 */
import { openBench } from '../kill/template.ts';

const [folder = '', list = ''] = process.argv.slice(2);
const bench = await openBench(folder, () => undefined);
const definition = { controlId: 'control-1', title: 'Changes', sourceSystem: 'Ticket system' };
const { populationId } = await bench.do('population.define', definition);
const { user, system } = process.cpuUsage();
const imported = await bench.do('population.import', {
  ...{ populationId, revision: 1, token: list, receivedOn: '2026-01-05' },
  ...{ keyColumns: ['change'], dateColumn: 'opened' },
});
process.stdout.write(`${String(imported.recordCount)} ${String((user + system) / 1000)}\n`);
process.exit(0);
