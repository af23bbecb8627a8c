import { forgetBuild, isBuildStale, recordBuild } from './stamp.ts';
import { runTool } from './run.ts';

const PARTS = ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.renderer.config.ts'];

/** Builds the window program into out/; says whether every part was built. */
export async function buildWindow(): Promise<boolean> {
  await forgetBuild();
  for (const config of PARTS) {
    if ((await runTool('vite', ['build', '--config', config, '--logLevel', 'warn'])) !== 0) return false;
  }
  await recordBuild();
  return true;
}

/** Builds only where a source is newer than the build. */
export const buildWindowIfStale = (): Promise<boolean> =>
  isBuildStale() ? buildWindow() : Promise.resolve(true);
