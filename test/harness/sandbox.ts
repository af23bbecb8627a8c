import { capture } from './run.ts';

/**
 * Why this Electron has to be started with `--no-sandbox`, or `null` where the sandbox works.
 *
 * Chromium refuses to run as root with its sandbox, and needs user namespaces or a setuid helper otherwise. Only a
 * checkout is ever started like this; a packaged program never is.
 */
export async function sandboxObstacle(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'started as root';
  const hasNamespaces = (await capture('unshare', ['--user', 'true'])) !== null;
  return hasNamespaces ? null : 'user namespaces are not available';
}

/** The switches that follow from it. */
export const sandboxSwitches = (obstacle: string | null): readonly string[] =>
  obstacle === null ? [] : ['--no-sandbox'];
