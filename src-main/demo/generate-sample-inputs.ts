import { readCompany, type Company } from './company.ts';
import { concludeCriteria } from './conclusions.ts';
import { attributesOf, buildControl } from './control/build-controls.ts';
import { walkThrough } from './control/walkthrough.ts';
import {
  readControlLibrary,
  readControlSpecs,
  readCriteriaIds,
  readPopulationSpecs,
  readScreenFont,
} from './demo-data.ts';
import type { ControlSpec, LibraryControl } from './demo-data.ts';
import { evidenceFolder, writeInto } from './evidence/evidence-folder.ts';
import type { EvidenceFolder } from './evidence/evidence-folder.ts';
import { writeLetters } from './letters.ts';
import { populationTest } from './operation/population-test.ts';
import { shortListTest } from './operation/short-list-test.ts';
import { buildPopulation } from './population/build-population.ts';
import type { BuiltPopulation } from './population/build-population.ts';
import { populationBytes } from './population/write-population.ts';
import type { SampleControl, SampleInputs, SampleTest } from './sample-inputs.ts';

/** Common criteria, availability and confidentiality. */
const IN_SCOPE = /^(CC|A|C)\d/;

/**
 * Writes the sample client's files (lists, evidence, letters) into a folder and describes what stands in them.
 * The same program version and report date give the same bytes on every run and every computer. Without a report date,
 * letters carry the date of the sample data.
 */
export async function generateSampleInputs(folder: string, reportDate?: string): Promise<SampleInputs> {
  const company = datedAt(readCompany(), reportDate);
  const criteria = readCriteriaIds().filter((id) => IN_SCOPE.test(id));
  const evidence = evidenceFolder(folder, readScreenFont());
  const populations = new Map<string, BuiltPopulation>();
  for (const spec of readPopulationSpecs()) {
    const population = buildPopulation(spec);
    populations.set(spec.controlId, population);
    writeInto(folder, `populations/${spec.file}`, await populationBytes(population));
  }
  const { controls, tests } = await buildWork({ folder, criteria, populations, evidence });
  return {
    folder,
    company,
    criteria,
    controls,
    tests,
    criterionConclusions: concludeCriteria(company, criteria, controls, tests),
    requests: controls.map((control, index) => ({
      code: `R-${String(index + 1).padStart(3, '0')}`,
      controlId: control.id,
      description: `Records that show the operation of ${control.id} ${control.title}, with the list of all occurrences of the period`,
      dueDate: '2026-07-17',
    })),
    evidence: evidence.list(),
    letters: await writeLetters(folder, company),
  };
}

/** The company's letters dated on the day of the reports, because a representation letter and its report share a date. */
function datedAt(company: Company, reportDate: string | undefined): Company {
  if (reportDate === undefined) return company;
  const { I, II } = company.engagements;
  return { ...company, engagements: { I: { ...I, reportDate }, II: { ...II, reportDate } } };
}

interface WorkInput {
  readonly folder: string;
  readonly criteria: readonly string[];
  readonly populations: ReadonlyMap<string, BuiltPopulation>;
  readonly evidence: EvidenceFolder;
}

interface Work {
  readonly controls: readonly SampleControl[];
  readonly tests: readonly SampleTest[];
}

async function buildWork(input: WorkInput): Promise<Work> {
  const library = readControlLibrary();
  const controls: SampleControl[] = [];
  const tests: SampleTest[] = [];
  for (const spec of readControlSpecs()) {
    const source = library.get(spec.id);
    if (source === undefined) throw new Error(`sample data: ${spec.id} is not in the control library`);
    const population = input.populations.get(spec.id);
    const walkthrough = await walkThrough(spec, population, input.evidence);
    controls.push(buildControl(spec, source, input.criteria, walkthrough));
    tests.push(
      await buildTest(input, { spec, source, population, walkthroughEvidence: walkthrough.evidenceIds }),
    );
  }
  return { controls, tests };
}

interface TestInput {
  readonly spec: ControlSpec;
  readonly source: LibraryControl;
  readonly population: BuiltPopulation | undefined;
  readonly walkthroughEvidence: readonly string[];
}

function buildTest(
  work: WorkInput,
  { spec, source, population, walkthroughEvidence }: TestInput,
): Promise<SampleTest> {
  const attributes = attributesOf(source);
  if (population !== undefined) return populationTest(population, attributes, work.evidence);
  return shortListTest({ folder: work.folder, spec, attributes, walkthroughEvidence }, work.evidence);
}
