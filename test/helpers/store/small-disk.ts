import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place of its own file system; where none can be made, `obstacle` says why. */
export interface SmallDisk {
  readonly path: string;
  readonly obstacle: string | null;
  /** Mounts it again for reading only. */
  readonly makeReadOnly: () => void;
  readonly remove: () => void;
}

/** Makes a disk of a few megabytes in memory, which takes the rights of the administrator. */
export function smallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'tickmark-disk-'));
  const size = `size=${String(megabytes)}m`;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', path], { encoding: 'utf8' });
  const obstacle =
    mounted.status === 0 ? null : ((mounted.stderr || mounted.error?.message) ?? 'mount refused');
  return {
    path,
    obstacle: obstacle === null ? null : `no disk of our own can be made here (${obstacle.trim()})`,
    makeReadOnly: () => {
      spawnSync('mount', ['-o', 'remount,ro', path]);
    },
    remove: () => {
      if (obstacle === null) spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
