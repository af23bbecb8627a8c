import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FirmLibrary } from '../../../shared/domain/control/firm-library.ts';
import type {
  OfferedEntry,
  OfferedLibrary,
  SheetFault,
} from '../../../shared/domain/control/library-sheet.ts';
import { StoreError } from '../../services/ports/engagement-store.ts';
import type { FirmLibraryPort } from '../../services/ports/firm-library.ts';
import { locked, replaceFile } from './locked-file.ts';

/** What the file calls itself; another number is another form. */
const format = 'tickmark-firm-library/1';

const words = z.string().max(100_000);
const short = z.string().max(500);
const libraryText = z.strictObject({
  code: z.string().max(40),
  family: short,
  title: short,
  text: words,
  nature: z.enum(['manual', 'automated', 'itDependentManual']),
  type: z.enum(['preventive', 'detective', 'corrective']),
  frequency: z.enum([
    ...(['annual', 'semiannual', 'quarterly', 'monthly', 'weekly', 'daily'] as const),
    ...(['multiplePerDay', 'perOccurrence', 'continuousAutomated'] as const),
  ]),
  criteria: z.array(short).max(100),
  population: words,
  evidenceToRequest: z.array(words).max(100),
  procedures: z.array(words).max(100),
  attributes: z.array(z.strictObject({ key: z.string().max(10), test: words })).max(100),
  typicalDeviations: z.array(words).max(100),
  parameters: z.record(z.string().max(60), short),
});
const version = z.strictObject({
  version: z.int().min(1),
  text: libraryText,
  isRetired: z.boolean(),
  by: short,
  at: short,
  why: words,
});
const entry = z.strictObject({
  id: z.string().min(1).max(100),
  takenFrom: z.string().max(40).nullable(),
  versions: z.array(version).min(1),
});
const stored = z.strictObject({ format: z.literal(format), entries: z.array(entry) });
const offered = z.object({ format: z.literal(format), entries: z.array(z.unknown()).max(5000) });

/** Binds the file `firm-library.json` of the profile's folder. Another program of ours may write it too, so it is read anew each time. */
export function createFirmLibrary(folder: string): FirmLibraryPort {
  const path = join(folder, 'firm-library.json');
  const read = (): FirmLibrary => (existsSync(path) ? parse(readFileSync(path, 'utf8')) : []);
  return {
    read,
    update(change) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      locked(join(folder, 'firm-library.lock'), () => {
        const after = change(read());
        if (after !== null) replaceFile(path, writtenLibrary(after));
      });
    },
    exported: (library) => new TextEncoder().encode(writtenLibrary(library)),
    readExported,
  };
}

const writtenLibrary = (entries: FirmLibrary): string => `${JSON.stringify({ format, entries }, null, 1)}\n`;

function parse(text: string): FirmLibrary {
  try {
    return stored.parse(JSON.parse(text)).entries;
  } catch {
    throw new StoreError({
      kind: 'damaged',
      message: 'The firm’s library (firm-library.json) cannot be read. It was not changed.',
      next: 'Restore it from a copy, or move it away and import an exported library.',
    });
  }
}

function readExported(bytes: Uint8Array): OfferedLibrary | null {
  const file = parsedJson(bytes);
  const known = offered.safeParse(file);
  if (!known.success) return null;
  const entries: OfferedEntry[] = [];
  const faults: SheetFault[] = [];
  known.data.entries.forEach((item, index) => {
    const row = index + 1;
    const read = entry.safeParse(item);
    const last = read.success ? read.data.versions.at(-1) : undefined;
    if (read.success && last !== undefined)
      entries.push({ row, text: last.text, isRetired: last.isRetired, takenFrom: read.data.takenFrom });
    else faults.push(...faultsOf(row, read.error));
  });
  return { entries, faults };
}

function faultsOf(row: number, error: z.ZodError | undefined): readonly SheetFault[] {
  return (error?.issues ?? []).slice(0, 5).map(({ path, message }) => ({
    row,
    column: path.join('.'),
    message: `${message}.`,
  }));
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
