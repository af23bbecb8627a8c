import { twelveMonthsFrom } from '../calendar.ts';
import type { ControlSpec } from '../demo-data.ts';
import { drawKeys } from '../draw-keys.ts';
import type { EvidenceFolder } from '../evidence/evidence-folder.ts';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { writeInto } from '../evidence/evidence-folder.ts';
import { delimitedText } from '../format/delimited-text.ts';
import { PERIOD } from '../population/build-population.ts';
import type {
  AttributeOutcome,
  SampleItem,
  SamplePlan,
  SamplePopulation,
  SampleTest,
} from '../sample-inputs.ts';
import { coverageNote } from './coverage-note.ts';

const CAPTURED_AT = '2026-07-07T14:30:00';
const RECEIVED_AT = '2026-07-08';
/** Day on which the settings of automated controls were inspected. */
const SETTING_DATE = '2026-06-16';

interface Occurrence {
  readonly key: string;
  readonly date: string;
  readonly subject: string;
}

export interface ShortListInput {
  readonly folder: string;
  readonly spec: ControlSpec;
  readonly attributes: SampleTest['attributes'];
  readonly walkthroughEvidence: readonly string[];
}

/** Builds the test of a control that runs a few times a year, by a program's setting, or not at all in the period. */
export async function shortListTest(input: ShortListInput, evidence: EvidenceFolder): Promise<SampleTest> {
  const { spec, attributes } = input;
  const occurrences = occurrencesOf(spec);
  const plan = planOf(spec, occurrences);
  const drawn = drawKeys(
    plan.seed,
    occurrences.map(({ key }) => key),
    plan.size,
  ).flatMap((key) => occurrences.find((entry) => entry.key === key) ?? []);
  const filed = await fileOperation(spec, drawn, evidence);
  const evidenceIds = filed === null ? input.walkthroughEvidence : [filed];
  const items = drawn.map(({ key, date }): SampleItem => ({
    key,
    date,
    results: resultsOf(spec, attributes),
    evidenceIds,
  }));
  return {
    controlId: spec.id,
    kind: kindOf(spec, occurrences.length),
    population: writeList(input, occurrences, evidenceIds),
    plan,
    attributes,
    items,
    deviations: [],
    conclusion: occurrences.length === 0 ? 'didNotOperate' : 'effective',
    conclusionText: spec.schedule?.zeroReason ?? conclusionText(items.length, occurrences.length),
    changeHistory: spec.automated?.change ?? null,
    coverageNote:
      spec.automated === undefined && items.length > 0
        ? coverageNote(
            drawn.map(({ date }) => date),
            occurrences.length,
          )
        : null,
  };
}

function occurrencesOf(spec: ControlSpec): readonly Occurrence[] {
  const { schedule, automated } = spec;
  const entries =
    schedule === undefined
      ? (automated?.settings ?? []).map((subject) => ({ date: SETTING_DATE, subject }))
      : datesOf(schedule).map((date) => ({ date, subject: schedule.noun }));
  return entries.map((entry, index) => ({
    key: `${spec.id}-${String(index + 1).padStart(2, '0')}`,
    ...entry,
  }));
}

function datesOf(schedule: NonNullable<ControlSpec['schedule']>): readonly string[] {
  const day = schedule.monthly;
  if (day === undefined) return schedule.dates ?? [];
  return twelveMonthsFrom(PERIOD.start).map((month) => `${month.slice(0, 8)}${String(day).padStart(2, '0')}`);
}

function planOf(spec: ControlSpec, occurrences: readonly Occurrence[]): SamplePlan {
  const size =
    spec.automated === undefined ? (spec.schedule?.sample ?? occurrences.length) : occurrences.length;
  const basis =
    spec.automated !== undefined ? 'oneInstance' : size === occurrences.length ? 'all' : 'frequencyGuidance';
  return { basis, method: 'simpleRandom', size, seed: `QH-2026-${spec.id}`, rates: null };
}

function kindOf(spec: ControlSpec, count: number): SampleTest['kind'] {
  if (spec.automated !== undefined) return 'automated';
  return count === 0 ? 'none' : 'occurrences';
}

function resultsOf(
  spec: ControlSpec,
  attributes: SampleTest['attributes'],
): Readonly<Record<string, AttributeOutcome>> {
  const outside = spec.schedule?.notApplicable ?? spec.automated?.notApplicable ?? [];
  return Object.fromEntries(
    attributes.map(({ key }) => [key, outside.includes(key) ? 'notApplicable' : 'pass']),
  );
}

function conclusionText(tested: number, all: number): string {
  if (all === 1) return 'The only occurrence was inspected; no deviations noted.';
  const share =
    tested === all ? `All ${String(all)} occurrences` : `${String(tested)} of ${String(all)} occurrences`;
  return `${share} inspected; no deviations noted.`;
}

/** The records of the tested occurrences in one file; null where the walkthrough already shows the only one. */
async function fileOperation(
  spec: ControlSpec,
  drawn: readonly Occurrence[],
  evidence: EvidenceFolder,
): Promise<string | null> {
  if (spec.operationKind === undefined && drawn.length < 2) return null;
  return evidence.add(operationRecord(spec, drawn), {
    controlId: spec.id,
    use: 'operation',
    kind: spec.operationKind ?? 'txt',
    from: PERIOD.start,
    to: PERIOD.end,
    receivedAt: RECEIVED_AT,
  });
}

function operationRecord(spec: ControlSpec, drawn: readonly Occurrence[]): EvidenceRecord {
  const noun = spec.schedule?.noun ?? 'setting';
  const state = spec.automated === undefined ? 'complete' : 'setting as required';
  return {
    title: drawn.length === 0 ? `Log of each ${noun}` : `Records, ${noun}, ${spec.id}`,
    source: spec.walkthrough.source,
    capturedAt: CAPTURED_AT,
    capturedBy: spec.ownerTitle,
    facts: [
      ['Control', spec.id],
      ['Owner', spec.ownerTitle],
      ['Period', `${PERIOD.start} to ${PERIOD.end}`],
      ['Entries', String(drawn.length)],
    ],
    paragraphs: [spec.automated?.change ?? spec.schedule?.zeroReason ?? spec.text],
    header: ['occurrence', 'date', 'subject', 'done by', 'state'],
    rows: drawn.map(({ key, date, subject }) => [key, date, subject, spec.ownerTitle, state]),
  };
}

/** Writes the list of occurrences as the owner's calendar exports it. */
function writeList(
  input: ShortListInput,
  occurrences: readonly Occurrence[],
  evidenceIds: readonly string[],
): SamplePopulation {
  const { spec, folder } = input;
  const file = `populations/lists/${spec.id}.csv`;
  const rows = occurrences.map(({ key, date, subject }) => [key, date, subject, spec.ownerTitle]);
  const style = { encoding: 'utf-8', delimiter: ',', newline: '\n' } as const;
  writeInto(folder, file, delimitedText([['occurrence', 'date', 'subject', 'owner'], ...rows], style));
  const count = String(occurrences.length);
  return {
    id: `POP-${spec.id}`,
    file,
    title:
      spec.automated === undefined
        ? capitalized(pluralOf(spec.schedule?.noun ?? 'occurrence'))
        : 'Settings that carry the control',
    sheet: null,
    keyColumn: 'occurrence',
    dateColumn: 'date',
    rows: occurrences.length,
    rowsInPeriod: occurrences.length,
    filter: null,
    gapExplanation: occurrences.length === 0 ? null : 'The control does not run in every month.',
    blemishes: [],
    ipe: {
      sourceSystem: spec.walkthrough.source,
      query: `all entries from ${PERIOD.start} to ${PERIOD.end}`,
      extractedBy: spec.ownerTitle,
      extractedAt: CAPTURED_AT,
      countOnScreen: occurrences.length,
      completeness: {
        method: 'reconcileToIndependentSource',
        detail: `The entries of ${spec.walkthrough.source} were compared with the control calendar of the Internal Control Lead: ${count} on both sides.`,
      },
      accuracy: {
        method: 'sampleToSource',
        detail: 'Date and subject of each entry were agreed to the record in the source.',
        keys: occurrences.slice(0, 5).map(({ key }) => key),
      },
      evidenceIds,
    },
  };
}

/** "disposal batch" as "disposal batches". */
const pluralOf = (noun: string): string => (/(?:ch|sh|s|x)$/.test(noun) ? `${noun}es` : `${noun}s`);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
