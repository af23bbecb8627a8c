import { readFileSync } from 'node:fs';
import type { ReperformancePort } from '../../services/ports/reperformance.ts';

const NAMES = ['README.txt', 'check.js', 'check.py'] as const;

/** The checkers from a folder of the program's resources, and files attached to reports. */
export function createReperformanceFiles(folder: URL): ReperformancePort {
  return {
    checkers: () => NAMES.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })),
    // Reading PDF is loaded at its first use: no start of the program needs it.
    attachedFile: async (pdf, name) => (await import('./attached-file.ts')).attachedFile(pdf, name),
  };
}
