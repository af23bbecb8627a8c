import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWindow } from './build-window.ts';
import { describeElectron, electronDirectory, resolveElectron } from './electron.ts';
import { inProject } from './project.ts';
import { runTool } from './run.ts';

const NOTE = `This folder was packaged from a repack of Electron, to test the packaging on a network without the
official one. It is out of support and of unproven origin: do not give it to anybody.
`;

/** Packages the unpacked program for this system into dist/; resolves to the exit code. */
async function packageProgram(): Promise<number> {
  const electron = await resolveElectron();
  console.log(`Packaging ${describeElectron(electron)}`);
  if (!(await buildWindow())) return 1;
  const output = electron.origin === 'official' ? 'dist' : join('dist', 'test-only');
  const code = await runTool('electron-builder', [
    '--dir',
    '--publish=never',
    `-c.electronDist=${electronDirectory(electron)}`,
    `-c.electronVersion=${electron.version}`,
    `-c.directories.output=${output}`,
  ]);
  if (code === 0 && electron.origin !== 'official') {
    // electron-builder leaves the repack's own start page beside our program.
    await rm(inProject(output, 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
    await writeFile(inProject(output, 'NOT-FOR-USERS.txt'), NOTE);
  }
  return code ?? 1;
}

process.exitCode = await packageProgram();
