import { readFile } from 'node:fs/promises';
import { capture, run } from './run.ts';

/** What Electron links against on Debian, and what a window needs where there is no screen. */
const PACKAGES = [
  ...['libglib2.0-0', 'libnspr4', 'libnss3', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libcups2', 'libdbus-1-3'],
  ...['libcairo2', 'libgtk-3-0', 'libpango-1.0-0', 'libx11-6', 'libxcomposite1', 'libxdamage1', 'libxext6'],
  ...['libxfixes3', 'libxrandr2', 'libgbm1', 'libexpat1', 'libxcb1', 'libxkbcommon0', 'libasound2'],
  ...['libatspi2.0-0', 'xvfb', 'xauth', 'fonts-liberation', 'ca-certificates'],
];

/** Whether a window can be seen on this computer. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']?.length) ||
  Boolean(process.env['WAYLAND_DISPLAY']?.length);

/** How to start a program with a screen of its own: on Linux under Xvfb, elsewhere as it is. */
export function onTestDisplay(
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  if (process.platform !== 'linux') return [program, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', program, ...args]];
}

/** What this computer lacks to open a test window: names of libraries and programs. */
export async function missingForDisplay(electronExecutable: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const linked = (await capture('ldd', [electronExecutable])) ?? '';
  const libraries = linked
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
  const programs: string[] = [];
  for (const program of ['xvfb-run', 'xauth']) {
    if ((await capture('which', [program])) === null) programs.push(program);
  }
  return [...libraries, ...programs];
}

/**
 * Makes sure that a test window can open: installs the packages where this process may, as root or through sudo
 * without a password. Elsewhere it returns the sentence to print.
 */
export async function ensureDisplay(electronExecutable: string): Promise<string | null> {
  const missing = await missingForDisplay(electronExecutable);
  if (missing.length === 0) return null;
  process.stdout.write(`Missing for a window: ${missing.join(' ')}\n`);
  if ((await capture('apt-get', ['--version'])) === null) {
    return 'The window tests need these libraries and programs: install them with the package manager of this system.';
  }
  const become = await rootPrefix();
  if (become === null)
    return `Run this line once, then start again:\n  sudo apt-get install -y ${PACKAGES.join(' ')}`;
  await install(become);
  const still = await missingForDisplay(electronExecutable);
  return still.length === 0 ? null : `Still missing after apt-get install: ${still.join(' ')}`;
}

/** How to run a command as root without asking anybody, or `null` where that is not possible. */
async function rootPrefix(): Promise<readonly string[] | null> {
  if (process.getuid?.() === 0) return [];
  return (await capture('sudo', ['-n', 'true'])) === null ? null : ['sudo', '-n'];
}

async function install(become: readonly string[]): Promise<void> {
  const env = [...become, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  const [program = 'env', ...rest] = env;
  await run(program, [...rest, 'update'], { quiet: true });
  const names = await packageNames();
  process.stdout.write(`Installing ${names.length} Debian packages with apt-get\n`);
  await run(program, [...rest, 'install', '--no-install-recommends', ...names], { quiet: true });
}

/** Newer releases renamed some libraries (`libgtk-3-0t64`): take the name that this release knows. */
async function packageNames(): Promise<readonly string[]> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (release.includes('VERSION_ID="12"')) return PACKAGES;
  const known = new Set(((await capture('apt-cache', ['pkgnames'])) ?? '').split('\n'));
  return PACKAGES.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
