import { buildWindow } from './build-window.ts';
import { describeElectron, resolveElectron } from './electron.ts';
import { packageProgram } from './package-program.ts';

/** Builds the program and packages it for this system, unpacked, into dist/. */
const electron = await resolveElectron();
console.log(`Packaging ${describeElectron(electron)}`);
const folder = (await buildWindow()) ? await packageProgram(electron) : null;
if (folder === null) process.exitCode = 1;
else console.log(`The program stands in ${folder}`);
