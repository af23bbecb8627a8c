import { gates } from './gates.ts';
import { heading } from './heading.ts';

/** Format, types, lint, layers, unused exports: everything about the sources that needs no run of the program. */
const failed: string[] = [];
for (const gate of gates) {
  heading(gate.title);
  const holds = await gate.holds();
  console.log(holds ? 'holds' : 'DOES NOT HOLD');
  if (!holds) failed.push(gate.title);
}
heading('Result');
console.log(failed.length === 0 ? 'Everything holds.' : `Does not hold: ${failed.join('; ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
