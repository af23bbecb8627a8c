import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CriterionText } from '../../../shared/domain/engagement/create-engagement.ts';
import type { LibraryControl, ReferenceDataPort } from '../../services/ports/reference-data.ts';

const criterion = z.object({
  id: z.string(),
  category: z.string(),
  common: z.boolean(),
  series: z.string(),
  title: z.string(),
  description: z.string(),
});
const attribute = z.object({ key: z.string(), test: z.string() });
const libraryControl = z.object({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  descriptionTemplate: z.string(),
  frequency: z.string(),
  nature: z.string(),
  criteria: z.array(z.string()),
  evidenceToRequest: z.array(z.string()),
  typeISteps: z.array(z.string()),
  typeII: z.object({ population: z.string(), attributes: z.array(attribute) }),
  typicalDeviations: z.array(z.string()),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  zeroPopulation: z.boolean().default(false),
  securityBaseline: z.boolean().default(false),
});

/** Reads the criteria and the control library from a folder of the program's resources, once each. */
export function createReferenceData(folder: URL): ReferenceDataPort {
  let criteria: readonly CriterionText[] | null = null;
  let library: readonly LibraryControl[] | null = null;
  return {
    criteria: (set) => (criteria ??= readCriteria(new URL(`${set}.json`, folder))),
    controlLibrary: () => (library ??= readLibrary(new URL('control-library.json', folder))),
  };
}

/** The reference data writes this category as one word. */
const categoryNames: Readonly<Record<string, string>> = { ProcessingIntegrity: 'Processing Integrity' };

function readCriteria(file: URL): readonly CriterionText[] {
  return z
    .array(criterion)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(({ id, category, ...rest }) => ({
      code: id,
      category: categoryNames[category] ?? category,
      ...rest,
    }));
}

function readLibrary(file: URL): readonly LibraryControl[] {
  const { controls } = z
    .object({ controls: z.array(libraryControl) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return controls.map(({ typeII, ...rest }) => ({ ...rest, ...typeII }));
}
