/** Section IV: criteria, controls and, for Type II, tests and results. Source: reference work, e.6. */
import { complementaryAnchor, joinLinks } from './report-description.ts';
import { controlsInOrder, numberedDeviations, relevantCriteria } from './report-numbering.ts';
import { carvedOut, opinionLabel, opinionParts } from './report-slots.ts';
import { anchorPart, partAnchor } from './report-text.ts';
import type { Block, Spans } from './report-text.ts';
import { testRows } from './report-tests.ts';
import type { TestResults } from './report-tests.ts';
import { count, counted } from './report-words.ts';
import type { ReportControl, ReportCriterion, ReportFacts } from './report-facts.ts';
import type {
  AlsoServesRow,
  CriteriaSection,
  CriterionSection,
  DeviationRow,
  HomeControl,
  ResultCell,
  SeriesSection,
} from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

const NATURES: Readonly<Record<ReportControl['nature'], string>> = {
  manual: 'Manual',
  automated: 'Automated',
  itDependentManual: 'IT-dependent manual',
};

/** What the sections of the criteria share: where each control is tested and what its tests found. */
type Arrangement = {
  readonly facts: ReportFacts;
  readonly reader: WordingReader;
  readonly homes: ReadonlyMap<string, string>;
  readonly results: TestResults;
  readonly controls: ReadonlyMap<string, ReportControl>;
};

/** Writes Section IV; for Type I the list of criteria and controls. */
export function writeCriteria(facts: ReportFacts, reader: WordingReader): CriteriaSection {
  const homes = new Map(
    controlsInOrder(facts).map(({ control, homeCriterion }) => [control.id, homeCriterion]),
  );
  const arrangement: Arrangement = {
    facts,
    reader,
    homes,
    results: testRows(facts, reader),
    controls: new Map(facts.controls.map((control) => [control.id, control])),
  };
  const type = facts.span.type;
  const introduction = [
    reader.phrase(`criteria.introduction.${type}`),
    ...(type === 'II' ? [reader.phrase('criteria.introduction.results')] : []),
  ].map((spans): Block => ({ kind: 'paragraph', spans }));
  return {
    title: reader.words(`title.criteria.${type}`),
    introduction,
    columns:
      type === 'II'
        ? [`Control of ${facts.client.shortName}`, 'Test by the service auditor', 'Result']
        : ['Control', 'Statement of the control', 'Also serves'],
    deviations: type === 'II' ? deviationList(facts, arrangement) : null,
    series: seriesSections(arrangement),
  };
}

function seriesSections(arrangement: Arrangement): readonly SeriesSection[] {
  const titles = [...new Set(arrangement.facts.criteria.map((criterion) => criterion.series))];
  return titles.map((title) => ({
    title,
    anchor: `series-${anchorPart(title.split(' ')[0] ?? title)}`,
    criteria: arrangement.facts.criteria
      .filter((criterion) => criterion.series === title)
      .map((criterion) => criterionSection(criterion, arrangement)),
  }));
}

function criterionSection(criterion: ReportCriterion, arrangement: Arrangement): CriterionSection {
  const listed = criterion.notRelevant === null ? criterion.controls : [];
  const controls = listed.flatMap((id) => arrangement.controls.get(id) ?? []);
  const isHome = (control: ReportControl): boolean => arrangement.homes.get(control.id) === criterion.id;
  return {
    id: criterion.id,
    title: criterion.title,
    text: criterion.text,
    named: namedCriteria(arrangement.facts).has(criterion.id),
    notes: notesOf(criterion, arrangement),
    home: controls.filter(isHome).map((control) => homeControl(control, arrangement)),
    alsoServes: controls
      .filter((control) => !isHome(control))
      .map((control) => alsoServesRow(control, arrangement)),
  };
}

/** Criteria that a modified part of the opinion names. */
export function namedCriteria(facts: ReportFacts): ReadonlySet<string> {
  return new Set([
    ...opinionParts(facts).flatMap((part) => (part.result === 'unmodified' ? [] : part.criteria)),
    ...facts.opinion.basis.flatMap((matter) => matter.criteria),
  ]);
}

function notesOf(criterion: ReportCriterion, arrangement: Arrangement): CriterionSection['notes'] {
  const { facts, reader } = arrangement;
  if (criterion.notRelevant !== null) {
    return [
      {
        emphasis: false,
        spans: reader.phrase('criteria.note.notRelevant', { reason: criterion.notRelevant }),
      },
    ];
  }
  const named = namedCriteria(facts).has(criterion.id);
  return [
    ...(named ? [{ emphasis: true, spans: namedNote(facts, reader) }] : []),
    ...carvedOut(facts).flatMap((organization) => {
      const lead = reader.phrase('criteria.note.subservice', { organization: organization.name });
      return assumedNote(criterion, organization.complementaryControls, lead, 7);
    }),
    ...assumedNote(criterion, facts.userEntityControls, reader.phrase('criteria.note.userEntities'), 6),
  ];
}

function namedNote(facts: ReportFacts, reader: WordingReader): Spans {
  const label = opinionLabel(facts);
  const adjective = label === 'disclaimer of opinion' ? 'disclaimed' : (label.split(' ')[0] ?? label);
  return [
    ...reader.phrase('criteria.note.named', { label: adjective }),
    { kind: 'link', target: 'basis', text: `Basis for the ${label}`, page: 'comma' },
    { kind: 'text', text: '.' },
  ];
}

function assumedNote(
  criterion: ReportCriterion,
  controls: ReportFacts['userEntityControls'],
  lead: Spans,
  dc: number,
): CriterionSection['notes'] {
  const concerned = controls.filter((control) => control.criteria.includes(criterion.id));
  if (concerned.length === 0) return [];
  const links = joinLinks(
    concerned.map((control) => ({ target: complementaryAnchor(control.number), text: control.number })),
    'none',
  );
  const place: Spans = [
    { kind: 'text', text: ' (' },
    { kind: 'page', target: partAnchor(dc) },
    { kind: 'text', text: ').' },
  ];
  return [{ emphasis: false, spans: [...lead, ...links, ...place] }];
}

function homeControl(control: ReportControl, arrangement: Arrangement): HomeControl {
  const { facts } = arrangement;
  const nature = `${NATURES[control.nature]}, ${control.frequency}`;
  const isOwn = control.operator === facts.client.shortName;
  return {
    id: control.id,
    title: control.title,
    text: control.text,
    nature: isOwn ? nature : `${control.operator}: ${nature}`,
    operator: control.operator,
    alsoServes: relevantCriteria(facts)
      .filter(
        (criterion) =>
          criterion.controls.includes(control.id) && criterion.id !== arrangement.homes.get(control.id),
      )
      .map((criterion) => criterion.id),
    tests: arrangement.results.get(control.id) ?? [],
  };
}

function alsoServesRow(control: ReportControl, arrangement: Arrangement): AlsoServesRow {
  const { facts, homes, results } = arrangement;
  const cells = (results.get(control.id) ?? []).map((row) => row.result);
  return {
    control: control.id,
    title: control.title,
    homeCriterion: homes.get(control.id) ?? '',
    result: facts.span.type === 'I' ? null : summaryOf(cells),
  };
}

/** One result for all tests of a control: its deviations, else that none were noted, else why it was not tested. */
function summaryOf(cells: readonly ResultCell[]): NonNullable<AlsoServesRow['result']> {
  const deviations = cells.flatMap((cell) =>
    cell.kind === 'deviation'
      ? [{ count: `${count(cell.deviating)} of ${count(cell.tested)}`, number: cell.number }]
      : [],
  );
  const clean = cells.find((cell) => cell.kind === 'clean');
  const idle = cells.find((cell) => cell.kind === 'notTested');
  const words = clean?.words ?? idle?.words ?? '';
  return { words: deviations.length > 0 ? '' : words.replace(/\.$/, ''), deviations };
}

function deviationList(
  facts: ReportFacts,
  arrangement: Arrangement,
): NonNullable<CriteriaSection['deviations']> {
  const numbered = numberedDeviations(facts);
  const total = numbered.reduce((sum, { outcome }) => sum + outcome.deviating, 0);
  const controls = new Set(numbered.map(({ control }) => control.id)).size;
  const rows = numbered.map((one): DeviationRow => {
    const cell = (arrangement.results.get(one.control.id) ?? []).find(
      (row) => row.id === one.test.id,
    )?.result;
    return {
      number: one.number,
      control: one.control.id,
      controlTitle: one.control.title,
      homeCriterion: one.homeCriterion,
      deviating: one.outcome.deviating,
      tested: one.test.tested,
      lead: cell?.kind === 'deviation' ? cell.lead : '',
      nature: one.outcome.nature,
      response: one.outcome.response,
    };
  });
  const ofControls = `${count(controls)} of ${counted(arrangement.homes.size, 'control', 'controls')}`;
  return {
    summary:
      total === 0
        ? `No deviations noted in the tests of ${counted(arrangement.homes.size, 'control', 'controls')}.`
        : `${counted(total, 'deviation', 'deviations')} in the tests of ${ofControls}.`,
    total,
    rows,
  };
}
