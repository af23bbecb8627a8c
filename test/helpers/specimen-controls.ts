/** The tests of the fictional organization's controls: what an item is, how many there were, what was found. */
import { readFileSync } from 'node:fs';
import type {
  ComparisonRule,
  ReportControl,
  ReportTest,
  SampleFacts,
  TestOutcome,
} from '../../shared/domain/report/report-facts.ts';

/** Per control: items, population, tested, basis. */
const SIZES: Readonly<Record<string, readonly [string, number, number, SampleFacts['basis']]>> = {
  'GOV-01': ['new staff', 58, 25, 'frequency'],
  'GOV-02': ['scheduled board meetings', 4, 4, 'all'],
  'GOV-03': ['yearly structure review', 1, 1, 'all'],
  'GOV-04': ['reports received', 6, 5, 'frequency'],
  'GOV-05': ['in-scope policies', 22, 5, 'frequency'],
  'GOV-06': ['new customer agreements and change notices', 141, 15, 'frequency'],
  'HR-01': ['hires and contractors who started', 58, 20, 'frequency'],
  'HR-02': ['active staff and hires', 402, 40, 'frequency'],
  'HR-03': ['staff employed for the full cycle', 318, 25, 'frequency'],
  'RSK-01': ['yearly risk assessment', 1, 1, 'all'],
  'RSK-02': ['quarters', 4, 4, 'all'],
  'MON-01': ['planned evaluations', 8, 8, 'all'],
  'MON-02': ['deficiencies open in the period', 67, 12, 'frequency'],
  'MON-03': ['in-scope assets', 1284, 25, 'frequency'],
  'LA-01': ['accounts created or granted access', 612, 25, 'frequency'],
  'LA-02': ['employees and contractors who left', 184, 20, 'statistical'],
  'LA-03': ['job changes', 47, 10, 'frequency'],
  'LA-04': ['quarterly reviews', 4, 4, 'all'],
  'LA-05': ['privileged accounts', 63, 10, 'frequency'],
  'LA-06': ['just-in-time grants', 3910, 45, 'frequency'],
  'LA-07': ['enforced sign-on policies', 3, 3, 'all'],
  'LA-08': ['system configurations', 9, 9, 'all'],
  'LA-09': ['service accounts and secrets', 238, 25, 'frequency'],
  'ENC-01': ['in-scope data stores', 14, 14, 'all'],
  'ENC-02': ['public and internal endpoints', 37, 10, 'frequency'],
  'NET-01': ['rule reviews', 2, 2, 'all'],
  'NET-02': ['active staff devices', 344, 25, 'frequency'],
  'END-01': ['servers and endpoints', 1006, 25, 'frequency'],
  'PHY-01': ['badge grants and removals at the operations center', 96, 10, 'frequency'],
  'DIS-01': ['assets retired', 73, 10, 'frequency'],
  'VUL-01': ['critical and high findings', 171, 18, 'frequency'],
  'VUL-02': ['yearly penetration test', 1, 1, 'all'],
  'CFG-01': ['drift alerts', 41, 41, 'all'],
  'LOG-01': ['high-severity alerts', 1418, 45, 'frequency'],
  'INC-01': ['incidents', 9, 5, 'judgmental'],
  'INC-02': ['yearly exercise', 1, 1, 'all'],
  'CHG-01': ['deployments to production', 2207, 45, 'frequency'],
  'CHG-02': ['release repositories', 31, 31, 'all'],
  'CHG-03': ['emergency changes', 0, 0, 'all'],
  'VEN-01': ['vendors in scope', 26, 5, 'frequency'],
  'BCP-01': ['yearly recovery test', 1, 1, 'all'],
  'BCK-01': ['daily backup jobs', 2555, 25, 'frequency'],
  'BCK-02': ['restore tests', 4, 4, 'all'],
  'AVL-01': ['monthly capacity reviews', 12, 4, 'frequency'],
  'AVL-02': ['maintenance visits', 6, 6, 'all'],
  'CNF-01': ['in-scope data stores with a class', 14, 14, 'all'],
  'CNF-02': ['contracts ended', 19, 5, 'frequency'],
  'PIN-01': ['specification reviews', 3, 3, 'all'],
  'PIN-02': ['validation rule types', 12, 12, 'all'],
  'PIN-03': ['processing days', 365, 25, 'frequency'],
  'PIN-04': ['output runs', 730, 25, 'frequency'],
  'PRV-01': ['notice reviews', 1, 1, 'all'],
  'PRV-02': ['consents and withdrawals', 5214, 25, 'frequency'],
  'PRV-03': ['changes in processing', 5, 5, 'all'],
  'PRV-04': ['requests received', 88, 10, 'frequency'],
  'PRV-05': ['disclosures recorded', 34, 5, 'frequency'],
  'PRV-06': ['privacy incidents', 0, 0, 'all'],
  'PRV-07': ['accuracy rules', 6, 6, 'all'],
  'PRV-08': ['complaints', 11, 5, 'frequency'],
};

/** Per control with deviations: how many, their nature, and management's response. */
const DEVIATIONS: Readonly<Record<string, readonly [number, string, string]>> = {
  'GOV-01': [
    1,
    'the code of conduct was acknowledged 47 days after joining; the control allows 30 days.',
    'The reminder now goes out on day 20, and the hiring manager is copied on day 25.',
  ],
  'HR-01': [
    1,
    'the background check was completed 3 days after access to in-scope systems was given.',
    'Accounts are now created only after the check is recorded as complete.',
  ],
  'HR-02': [
    2,
    'security awareness training was completed 41 and 58 days after hire; the control allows 30 days.',
    'Training is assigned on the first day since July 2026.',
  ],
  'MON-02': [
    2,
    'deficiencies were overdue by 19 and 34 days and had not been escalated.',
    'Overdue items are reported to the security committee each month.',
  ],
  'LA-09': [
    2,
    'rotation took place after 97 and 112 days; the control requires 90 days.',
    'The vault now rotates these secrets by itself.',
  ],
  'LA-01': [
    1,
    'the manager approved the access one day after it had been granted. The access given was the access approved.',
    'The tool no longer lets access be granted before approval.',
  ],
  'LA-02': [
    5,
    'access to one or more in-scope systems was disabled 3, 4, 9, 15 and 26 days after the last day; the control requires 24 hours. For 1 of the 5, a log-in took place 2 days after the last day, from an address of the company. No tested control made up for this.',
    'Since August 2026 the personnel system disables accounts in every in-scope system within an hour of the last day. A weekly comparison with the list of leavers finds what is missed.',
  ],
  'LA-03': [
    2,
    'access of the former role was removed 8 and 13 days after the change; the control allows 5 days.',
    'Role changes now start a removal task with a due date.',
  ],
  'VUL-01': [
    3,
    'findings were fixed after 21, 26 and 38 days; the control allows 15 days for critical and 30 days for high findings.',
    'Two engineers were added to the patch rotation in May 2026.',
  ],
  'CHG-01': [
    2,
    'the test result was recorded 1 and 2 days after release. Approval by a second person was recorded before release.',
    'The pipeline now stops without a recorded test result.',
  ],
  'VEN-01': [
    1,
    'the yearly assessment was made 15 months after the one before; the control requires 12 months.',
    'Assessments are now planned by the date of the last one.',
  ],
};

const NO_OCCURRENCE: Readonly<Record<string, string>> = {
  'CHG-03':
    'No change was flagged as an emergency in the deployment list of the period, which we reconciled to the pipeline.',
  'PRV-06':
    'No privacy incident was recorded in the period. We compared the register with alerts, support cases and the privacy mailbox.',
};

/** Where the stored choice of a home differs from the first criterion. */
const HOMES: Readonly<Record<string, string>> = {
  'LA-01': 'CC6.2',
  'LA-04': 'CC6.3',
  'LA-05': 'CC6.3',
  'LA-06': 'CC6.3',
  'NET-01': 'CC6.6',
};

const FREQUENCIES: Readonly<Record<string, string>> = {
  annual: 'yearly',
  semiannual: 'twice a year',
  quarterly: 'quarterly',
  monthly: 'monthly',
  weekly: 'weekly',
  daily: 'daily',
  multiplePerDay: 'many times a day',
  perOccurrence: 'on each occurrence',
  continuousAutomated: 'continuous',
};

const NATURES: Readonly<Record<string, ReportControl['nature']>> = {
  manual: 'manual',
  automated: 'automated',
  itDependentManual: 'itDependentManual',
};

const PAST_TENSE: readonly (readonly [RegExp, string])[] = [
  [/^Inspect or observe /, 'Inspected '],
  [/^Inspect /, 'Inspected '],
  [/^Observe /, 'Observed '],
  [/^Walk /, 'Walked through '],
  [/^Reperform: trace /, 'Traced '],
  [/^Reperform /, 'Reperformed '],
  [/^Trace /, 'Traced '],
  [/^Compare /, 'Compared '],
  [/^Run /, 'Ran '],
];

/** A digest that is the same for the same words; no statement about any real file. */
export function specimenDigest(words: string): string {
  let state = 2166136261;
  const next = (): string => {
    for (const character of words) state = Math.imul(state ^ character.charCodeAt(0), 16777619) >>> 0;
    return state.toString(16).padStart(8, '0');
  };
  return Array.from({ length: 8 }, next).join('');
}

/** What the specimen uses of a control of the library. */
interface LibraryControl {
  readonly id: string;
  readonly title: string;
  readonly descriptionTemplate: string;
  readonly frequency: string;
  readonly nature: string;
  readonly criteria: readonly string[];
  readonly typeISteps: readonly string[];
  readonly typeII: { readonly attributes: readonly { readonly key: string; readonly test: string }[] };
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** The control library as shipped; its shape is checked where the program reads it. */
export const specimenLibrary = JSON.parse(
  readFileSync(new URL('../../resources/reference/control-library.json', import.meta.url), 'utf8'),
) as { readonly controls: readonly LibraryControl[] };

/** All controls of the library as the organization's own, with their tests when operation was examined. */
export function specimenControls(type: 'I' | 'II', short: string): readonly ReportControl[] {
  return specimenLibrary.controls.map((control) => ({
    id: control.id,
    title: control.title,
    text: american(filled(control.descriptionTemplate, control, short)),
    nature: NATURES[control.nature] ?? 'manual',
    frequency: FREQUENCIES[control.frequency] ?? control.frequency,
    operator: short,
    homeCriterion: HOMES[control.id] ?? null,
    tests: type === 'I' ? [] : testsOf(control, short),
  }));
}

function testsOf(control: LibraryControl, short: string): readonly ReportTest[] {
  const [itemsNoun, populationSize, tested, basis] = SIZES[control.id] ?? ['items', 10, 5, 'frequency'];
  const main: ReportTest = {
    id: `${control.id}-T1`,
    procedures: proceduresOf(control, short),
    itemsNoun,
    tested,
    populationSize,
    leadVerb: 'inspected evidence',
    attributes: control.typeII.attributes.map(({ key, test }) => ({
      key,
      text: american(filled(test, control, short)),
    })),
    comparison: [],
    outcome: outcomeOf(control.id),
    sample: tested === 0 ? null : sampleOf(control.id, itemsNoun, populationSize, tested, basis),
  };
  return control.id === 'LA-04' ? reviewTests(main) : [main];
}

function outcomeOf(id: string): TestOutcome {
  const reason = NO_OCCURRENCE[id];
  if (reason !== undefined) return { kind: 'noOccurrence', reason };
  if (id === 'LA-04')
    return { kind: 'noDeviations', note: 'No deviations noted for A to D and F. For E see test 2.' };
  const found = DEVIATIONS[id];
  if (found === undefined) return { kind: 'noDeviations', note: null };
  const [deviating, nature, response] = found;
  return { kind: 'deviations', deviating, nature, compensating: null, response };
}

/** The access review: the reviews themselves, then every required change, compared in full. */
function reviewTests(main: ReportTest): readonly ReportTest[] {
  const comparison: readonly ComparisonRule[] = [
    { rule: 'Removed within 10 days', compared: 16, unit: 'required changes', exceptions: 4, deviations: 3 },
    { rule: 'Accounts of leavers', compared: 1904, unit: 'accounts', exceptions: 0, deviations: 0 },
  ];
  const changes: ReportTest = {
    ...main,
    id: 'LA-04-T2',
    procedures: 'Compared the decisions of the four reviews with later account lists.',
    itemsNoun: 'required changes',
    tested: 16,
    populationSize: 16,
    attributes: [{ key: 'E', text: 'Changes made within 10 days' }],
    comparison,
    outcome: {
      kind: 'deviations',
      deviating: 3,
      nature: 'roles were removed 14, 17 and 22 days after the decision; the control allows 10 days.',
      compensating:
        'One further exception was a role that had been approved anew on day 9, so it is not a deviation.',
      response: 'Removal tasks now carry the due date of the review.',
    },
    sample: sampleOf('LA-04', 'changes required by the reviews', 16, 16, 'all'),
  };
  return [main, changes];
}

function sampleOf(
  id: string,
  population: string,
  populationSize: number,
  items: number,
  basis: SampleFacts['basis'],
): SampleFacts {
  const isDrawn = basis === 'frequency' || basis === 'statistical';
  return {
    population,
    populationSize,
    items,
    basis,
    method: isDrawn ? 'random' : basis === 'judgmental' ? 'targeted' : 'none',
    seed: isDrawn ? `NWH-2026-${id}` : null,
    algorithm: isDrawn ? 'consistent-sampler/1' : null,
    populationDigest: specimenDigest(`${id} ${population}`),
  };
}

function proceduresOf(control: LibraryControl, short: string): string {
  const steps = control.typeISteps.slice(1).map((step) => {
    const found = PAST_TENSE.find(([pattern]) => pattern.test(step));
    return found === undefined ? step : step.replace(found[0], found[1]);
  });
  const text = [`Inquired of the control owner how the control works and who stands in`, ...steps].join('. ');
  return american(`${filled(text, control, short)}.`);
}

function filled(text: string, control: LibraryControl, short: string): string {
  const values: Readonly<Record<string, string | number>> = { ...control.parameters, org: short };
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? name));
}

const american = (text: string): string =>
  text.replaceAll('authoris', 'authoriz').replaceAll('behaviour', 'behavior');
