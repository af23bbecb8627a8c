import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronDirectory, type ElectronBuild } from './electron.ts';
import { inProject } from './project.ts';
import { runTool } from './run.ts';

const NOTE = `This folder was packaged from a repack of Electron, to test the packaging on a network without the
official one. It is out of support and of unproven origin: do not give it to anybody.
`;

/** Packages the built program for this system, unpacked; resolves to its folder, or `null` where that did not work. */
export async function packageProgram(electron: ElectronBuild): Promise<string | null> {
  const output = electron.origin === 'official' ? 'dist' : join('dist', 'test-only');
  const args = [
    '--dir',
    '--publish=never',
    `-c.electronDist=${electronDirectory(electron)}`,
    `-c.electronVersion=${electron.version}`,
    `-c.directories.output=${output}`,
  ];
  if ((await runTool('electron-builder', args)) !== 0) return null;
  if (electron.origin !== 'official') {
    // electron-builder leaves the repack's own start page beside our program.
    await rm(inProject(output, 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
    await writeFile(inProject(output, 'NOT-FOR-USERS.txt'), NOTE);
  }
  return inProject(output);
}
