import { readFileSync } from 'node:fs';
import type { ReperformancePort } from '../../services/ports/reperformance.ts';
import { attachedFile } from './attached-file.ts';

const NAMES = ['README.txt', 'check.js', 'check.py'] as const;

/** The checkers from a folder of the program's resources, and files attached to reports. */
export function createReperformanceFiles(folder: URL): ReperformancePort {
  return {
    checkers: () => NAMES.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })),
    attachedFile,
  };
}
