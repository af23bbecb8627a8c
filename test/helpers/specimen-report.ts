/**
 * A report of a fictional service organization, for looking at and for tests.
 *
 * Variants: Type I and Type II, each opinion, carve-out and inclusive, and a large one for measuring.
 */
import { readFileSync } from 'node:fs';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import { parsePlainDate } from '../../shared/lib/plain-date.ts';
import type {
  BasisMatter,
  ReportCategory,
  ReportControl,
  ReportCriterion,
  ReportFacts,
  ReportOpinion,
  ReportTest,
  SubserviceOrganization,
} from '../../shared/domain/report/report-facts.ts';
import { specimenControls, specimenDigest, specimenLibrary } from './specimen-controls.ts';
import { specimenDescription } from './specimen-description.ts';

/** Which specimen is wanted; left out: Type II, qualified on CC6.2, carved out. */
export type SpecimenOptions = {
  readonly type?: 'I' | 'II';
  readonly opinion?: 'unmodified' | 'qualified' | 'adverse' | 'disclaimer';
  readonly method?: 'carveOut' | 'inclusive' | 'none';
  readonly userEntityControls?: boolean;
  readonly otherInformation?: boolean;
  readonly draft?: boolean;
  /** How many times the controls are repeated under further numbers; 1 is the plain report. */
  readonly copies?: number;
  /** How many tests each control has; 1 is the plain report. */
  readonly testsPerControl?: number;
  /** Whether every seventh test is told in about 400 words. */
  readonly longTests?: boolean;
};

/** The criteria as shipped; their shape is checked where the program reads them. */
const shippedCriteria = JSON.parse(
  readFileSync(new URL('../../resources/reference/tsc-2017.json', import.meta.url), 'utf8'),
) as readonly {
  readonly id: string;
  readonly series: string;
  readonly category: string;
  readonly title: string;
  readonly description: string;
}[];

const CLIENT = 'Northwind Hosting, Inc.';
const SHORT = 'Northwind';

/** A date of the specimen; the texts below are dates. */
export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error(`not a date: ${text}`);
  return parsed.value;
}

/** The specimen of about 200 pages by which the typesetter is measured: 177 controls, 534 tests, every seventh a long one. */
export const LARGE_SPECIMEN: SpecimenOptions = { copies: 3, testsPerControl: 3, longTests: true };

/** The facts of the fictional report. */
export function specimenFacts(options: SpecimenOptions = {}): ReportFacts {
  const { type = 'II', method = 'carveOut' } = options;
  const controls = enlarged(specimenControls(type, SHORT), options);
  return {
    ...versionAndDates(options),
    span:
      type === 'I'
        ? { type, asOf: day('2026-09-30') }
        : { type, from: day('2025-10-01'), to: day('2026-09-30') },
    region: 'us',
    client: {
      legalName: CLIENT,
      shortName: SHORT,
      addressee: 'The management and the board of directors',
    },
    systemName: 'Northwind Managed Hosting Platform',
    standards: {
      descriptionCriteria: 'DC section 200',
      trustServicesCriteria: 'TSP section 100',
      standardSetter: 'American Institute of Certified Public Accountants',
    },
    categories: ['Security', 'Availability', 'Processing integrity', 'Confidentiality', 'Privacy'],
    opinion: opinionOf(type, options.opinion ?? (type === 'I' ? 'unmodified' : 'qualified')),
    subserviceOrganizations: method === 'none' ? [] : [organization(method)],
    userEntityControls: options.userEntityControls === false ? [] : USER_ENTITY_CONTROLS,
    description: specimenDescription(type),
    criteria: criteriaOf(controls),
    controls,
    otherInformation: options.otherInformation === true ? [PLANS] : [],
    journal: {
      words: 'harbor copper lantern meadow signal walnut tidal ember quartz orchard velvet summit'.split(' '),
      entryCount: 48213,
    },
    arrangement: { assertionFirst: false, glance: true },
  };
}

/** What is open in a draft. */
function versionAndDates({
  type = 'II',
  opinion,
  draft = false,
}: SpecimenOptions): Pick<ReportFacts, 'version' | 'reportDate' | 'issueDate' | 'firm' | 'assertion'> {
  return {
    version: { number: draft ? '0.7' : '1.0', replaces: null },
    reportDate: draft ? null : day('2026-11-13'),
    issueDate: draft ? null : day('2026-11-16'),
    firm: {
      name: 'Example & Company LLP',
      city: 'Portland',
      state: 'Oregon',
      designation: 'Certified public accountants',
      logo: null,
      keyFingerprint: draft ? null : specimenDigest('key of the firm'),
    },
    assertion: {
      officers: [
        { name: 'Chief Executive Officer', title: 'for the management' },
        { name: 'Chief Information Security Officer', title: 'for the security organization' },
      ],
      date: draft ? null : day('2026-11-13'),
      exceptions: exceptionsOf(type, opinion),
    },
  };
}

function exceptionsOf(type: 'I' | 'II', opinion: SpecimenOptions['opinion']): readonly string[] {
  return type === 'II' && opinion !== 'unmodified'
    ? [
        'Access of people who left was not always disabled within 24 hours, so the controls for criterion CC6.2 did not operate effectively throughout the period.',
      ]
    : [];
}

const LATE_REMOVAL: BasisMatter = {
  parts: ['operation'],
  criteria: ['CC6.2'],
  tests: ['LA-02-T1'],
  statement:
    'Northwind states in its description that access to in-scope systems is disabled within 24 hours of termination. For 5 of 20 employees and contractors who left, access was disabled 3 to 26 days after the last day.',
  effect:
    'The controls did not operate effectively throughout the period to give reasonable assurance that credentials are removed when they are no longer authorized.',
};

const WIDE_FAILURE: BasisMatter = {
  ...LATE_REMOVAL,
  criteria: ['CC6.1', 'CC6.2', 'CC6.3', 'CC7.1', 'CC8.1'],
  tests: ['LA-02-T1', 'LA-03-T1', 'VUL-01-T1', 'CHG-01-T1'],
  effect:
    'Together with the other matters named here, the effect is pervasive: the controls over access, vulnerabilities and changes did not operate effectively.',
};

const NO_EVIDENCE: BasisMatter = {
  parts: ['operation'],
  criteria: [],
  tests: [],
  statement:
    'The records of the access tool for October 2025 to March 2026 were destroyed before the examination, and no other records show how access was granted and removed in those months.',
  effect: 'We could not obtain the evidence by other procedures, and its possible effect is pervasive.',
};

/** The opinion by part. A Type I report is modified by design. */
function opinionOf(type: 'I' | 'II', wanted: NonNullable<SpecimenOptions['opinion']>): ReportOpinion {
  const clear = { result: 'unmodified', criteria: [] } as const;
  if (wanted === 'unmodified') {
    return { description: clear, design: clear, operation: type === 'I' ? null : clear, basis: [] };
  }
  const matter = { qualified: LATE_REMOVAL, adverse: WIDE_FAILURE, disclaimer: NO_EVIDENCE }[wanted];
  const modified = { result: wanted, criteria: matter.criteria };
  if (type === 'II') return { description: clear, design: clear, operation: modified, basis: [matter] };
  const designMatter: BasisMatter = {
    parts: ['design'],
    criteria: matter.criteria,
    tests: [],
    statement:
      wanted === 'disclaimer'
        ? 'The configuration records of the access tool as of the date were not made available.'
        : 'No control stated in the description removes access from systems that are not connected to the access tool.',
    effect: 'The part of the design that concerns the removal of access is affected.',
  };
  return { description: clear, design: modified, operation: null, basis: [designMatter] };
}

const CATEGORY_NAMES: Readonly<Record<string, ReportCategory>> = {
  Security: 'Security',
  Availability: 'Availability',
  ProcessingIntegrity: 'Processing integrity',
  Confidentiality: 'Confidentiality',
  Privacy: 'Privacy',
};

const NAMED = new Set(['CC6.2']);

function criteriaOf(controls: readonly ReportControl[]): readonly ReportCriterion[] {
  const mapped = mappedControls(controls);
  return shippedCriteria.map((criterion) => ({
    id: criterion.id,
    series: criterion.series,
    category: CATEGORY_NAMES[criterion.category] ?? 'Security',
    title: criterion.title,
    text: criterion.description,
    notRelevant:
      criterion.id === 'P3.2'
        ? 'The system collects no personal information that needs explicit consent; customers obtain it before they send data.'
        : null,
    met: !NAMED.has(criterion.id),
    controls: mapped.get(criterion.id) ?? [],
  }));
}

/** Controls by criterion; copies of a control keep its criteria. */
function mappedControls(controls: readonly ReportControl[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(controls.map((control) => control.id));
  const map = new Map<string, string[]>();
  for (const { id, criteria: served } of specimenLibrary.controls) {
    const copies = [...known].filter((other) => other === id || other.startsWith(`${id}.`));
    for (const criterion of served) map.set(criterion, [...(map.get(criterion) ?? []), ...copies]);
  }
  return map;
}

/** More controls and more tests per control, each with a number of its own. */
function enlarged(
  controls: readonly ReportControl[],
  { copies = 1, testsPerControl = 1, longTests = false }: SpecimenOptions,
): readonly ReportControl[] {
  return controls.flatMap((control, place) =>
    Array.from({ length: copies }, (_, copy) => ({
      ...control,
      id: copy === 0 ? control.id : `${control.id}.${String(copy + 1)}`,
      title: copy === 0 ? control.title : `${control.title}, site ${String(copy + 1)}`,
      tests: control.tests
        .flatMap((test) => repeatedTests(test, copy, testsPerControl))
        .map((test, index) => (longTests && (place + copy + index) % 7 === 0 ? toldAtLength(test) : test)),
    })),
  );
}

/** The procedures week by week, about 400 words. */
function toldAtLength(test: ReportTest): ReportTest {
  const weeks = Array.from(
    { length: 34 },
    (_, week) => `Inspected the record of week ${String(week + 1)} for approval, date and owner.`,
  );
  return { ...test, procedures: [test.procedures, ...weeks].join(' ') };
}

/** Later copies of a test are clean, so that the totals of the report stay as they are told. */
function repeatedTests(test: ReportTest, copy: number, times: number): readonly ReportTest[] {
  return Array.from({ length: times }, (_, index) => {
    if (copy === 0 && index === 0) return test;
    const isClean = test.outcome.kind === 'deviations';
    return {
      ...test,
      id: `${test.id}.${String(copy + 1)}.${String(index + 1)}`,
      outcome: isClean ? { kind: 'noDeviations', note: null } : test.outcome,
    };
  });
}

function organization(method: 'carveOut' | 'inclusive'): SubserviceOrganization {
  return {
    name: 'Harbor Colocation Services, Inc.',
    service: 'house equipment in two data centers',
    serviceShort: 'colocation',
    method,
    criteria: ['CC6.4', 'A1.2'],
    complementaryControls: [
      {
        number: 'CS-1',
        text: 'Entry to the data centers is limited to people whom Northwind has approved.',
        criteria: ['CC6.4'],
        controls: ['PHY-01'],
      },
      {
        number: 'CS-2',
        text: 'Visitors are logged and escorted.',
        criteria: ['CC6.4'],
        controls: ['PHY-01'],
      },
      {
        number: 'CS-3',
        text: 'Power, climate and fire protection are maintained and tested.',
        criteria: ['A1.2'],
        controls: ['AVL-02'],
      },
    ],
    monitoringControls: ['VEN-01'],
    assertion:
      method === 'inclusive'
        ? {
            officers: [{ name: 'Chief Operating Officer', title: 'for the management' }],
            date: day('2026-11-13'),
          }
        : null,
  };
}

const userEntityTexts: readonly (readonly [string, readonly string[]])[] = [
  ['Keep the list of people who may give instructions to Northwind up to date.', ['CC6.1', 'CC6.2']],
  ['Grant and remove the access of its own staff to the web console.', ['CC6.2', 'CC6.3']],
  ['Require more than one factor for its own administrators.', ['CC6.1']],
  ['Encrypt data that it sends over connections of its own.', ['CC6.7']],
  ['Report suspected incidents to Northwind without delay.', ['CC7.3']],
  ['Test changes of its own software before release.', ['CC8.1']],
  ['Check input files before they are submitted for batch processing.', ['PI1.2']],
  ['Give notice and obtain consent before personal information is sent.', ['P1.1', 'P2.1']],
];

const USER_ENTITY_CONTROLS = userEntityTexts.map(([text, ids], index) => ({
  number: `UE-${String(index + 1)}`,
  text,
  criteria: ids,
  controls: [],
}));

const PLANS = {
  heading: 'Plans for the next period',
  paragraphs: ['Northwind plans to move the personnel system to a new provider in 2027.'],
};
