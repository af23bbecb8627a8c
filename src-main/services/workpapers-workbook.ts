import { criteriaInScope, criteriaOf } from '../../shared/domain/criteria/coverage.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { all, find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { signatoryOf } from '../../shared/domain/report/letter-filing.ts';
import { rowLabel } from '../../shared/domain/review/paper-history.ts';
import { standingOf } from '../../shared/domain/review/sign-off-standing.ts';
import type { Sha256 } from '../../shared/domain/review/content-hash.ts';
import { drawnPlans, itemNumber, itemsOf } from '../../shared/domain/sampling/plan-state.ts';
import { attributesOf } from '../../shared/domain/testing/start-test.ts';
import { formatDate } from '../../shared/lib/plain-date.ts';
import { columns, dated, deviationSheet, initialsOrEmpty } from './deviations-sheet.ts';
import type { JournalLine } from './ports/engagement-store.ts';
import type { WorkbookCell, WorkbookSheet } from './ports/workbook.ts';

/** What the workbook is built from. */
export interface WorkbookInput {
  readonly state: EngagementState;
  /** The entries of the journal, oldest first. */
  readonly journal: readonly JournalLine[];
  readonly sha256: Sha256;
}

/** The workpapers as sheets: engagement, control matrix, tests, samples, deviations, sign-offs, journal. */
export function workpaperSheets({ state, journal, sha256 }: WorkbookInput): readonly WorkbookSheet[] {
  return [
    engagementSheet(state),
    controlSheet(state),
    testSheet(state),
    sampleSheet(state),
    deviationSheet(state),
    signOffSheet(state, sha256),
    journalSheet(state, journal),
  ];
}

function engagementSheet(state: EngagementState): WorkbookSheet {
  const engagement = engagementOf(state);
  const team = all(state, 'teamMember').map((member): readonly WorkbookCell[] => [
    `Team, ${member.role}`,
    find(state, 'person', member.personId)?.name ?? '',
  ]);
  const letters = all(state, 'letter')
    .filter((letter) => !letter.withdrawn)
    .map((letter): readonly WorkbookCell[] => [
      `Letter, ${letter.kind}`,
      `${formatDate(letter.date)}, signed by ${letter.signatories.map((text) => signatoryOf(text).title).join(', ')}`,
    ]);
  return {
    name: 'Engagement',
    columns: columns(['Item', 28], ['Value', 80]),
    rows: [
      ...(engagement === undefined ? [] : engagementRows(state, engagement)),
      ...team,
      ...letters,
      ['Journal entries', state.entries],
      ['Journal head', state.head],
    ],
  };
}

function engagementRows(state: EngagementState, engagement: Row<'engagement'>): WorkbookSheet['rows'] {
  return [
    ['Client', find(state, 'client', engagement.clientId)?.legalName ?? ''],
    ['Firm', find(state, 'firm', engagement.firmId)?.name ?? ''],
    ['System', engagement.systemName],
    ['Type', engagement.type],
    ['As of', dated(engagement.asOfDate)],
    ['Period start', dated(engagement.periodStart)],
    ['Period end', dated(engagement.periodEnd)],
    ['Categories', engagement.categories.join(', ')],
    ['Standards', engagement.standardsProfile.join('; ')],
    ['State', engagement.status],
  ];
}

/** One row a control, one column a criterion: `P` primary, `s` supporting. */
function controlSheet(state: EngagementState): WorkbookSheet {
  const criteria = criteriaInScope(state).map((criterion) => criterion.code);
  const own = columns(
    ['Control', 12],
    ['Title', 32],
    ['Text', 70],
    ['Owner', 24],
    ['Nature', 18],
    ['Frequency', 20],
    ['State', 10],
  );
  return {
    name: 'Control matrix',
    columns: [...own, ...criteria.map((head) => ({ head, width: 7 }))],
    rows: sortedControls(state).map((control) => {
      const roles = new Map(
        where(state, 'mapping', 'controlId', control.id)
          .filter((mapping) => !mapping.withdrawn)
          .map((mapping) => [mapping.criterionCode, mapping.role === 'primary' ? 'P' : 's']),
      );
      const { code, title, text, owner, nature, frequency, status } = control;
      return [
        code,
        title,
        text,
        owner,
        nature,
        frequency,
        status,
        ...criteria.map((name) => roles.get(name) ?? ''),
      ];
    }),
  };
}

const sortedControls = (state: EngagementState): readonly Row<'control'>[] =>
  [...all(state, 'control')].sort((a, b) => (a.code < b.code ? -1 : 1));

function testSheet(state: EngagementState): WorkbookSheet {
  const rows = sortedControls(state).flatMap((control) =>
    where(state, 'test', 'controlId', control.id).map((test): readonly WorkbookCell[] => {
      const paper = find(state, 'workpaper', test.workpaperId);
      const procedures = where(state, 'procedure', 'workpaperId', test.workpaperId).filter(
        (row) => !row.withdrawn,
      );
      return [
        paper?.ref ?? '',
        control.code,
        control.title,
        test.phase === 'design' ? 'Design' : 'Operation',
        criteriaOf(state, control.id).join(', '),
        procedures.map((row) => `${row.nature}: ${row.text}`).join('\n'),
        attributesOf(state, test.id)
          .map(
            ({ key, text, tickmark }) =>
              `${key}: ${text}${tickmark === '' ? '' : ` (tick-mark ${tickmark})`}`,
          )
          .join('\n'),
        test.instance,
        test.conclusion ?? '',
        test.conclusionText,
        test.status,
        initialsOrEmpty(state, test.concludedBy),
      ];
    }),
  );
  return {
    name: 'Tests',
    columns: columns(
      ['Ref', 10],
      ['Control', 12],
      ['Title', 32],
      ['Phase', 12],
      ['Criteria', 20],
      ['Procedures', 60],
      ['Attributes', 60],
      ['Instance', 30],
      ['Conclusion', 24],
      ['Reason', 60],
      ['State', 12],
      ['Concluded by', 14],
    ),
    rows,
  };
}

function sampleSheet(state: EngagementState): WorkbookSheet {
  const rows = sortedControls(state).flatMap((control) =>
    where(state, 'test', 'controlId', control.id).flatMap((test) =>
      drawnPlans(state, test.id).flatMap((plan) =>
        itemsOf(state, plan.id).flatMap((item) => itemRows(state, control, plan, item)),
      ),
    ),
  );
  return {
    name: 'Samples',
    columns: columns(
      ['Control', 12],
      ['Population', 32],
      ['Basis', 18],
      ['Seed', 20],
      ['Item', 8],
      ['Key', 28],
      ['Date', 12],
      ['Item state', 14],
      ['Attribute', 10],
      ['Result', 16],
      ['Tick-mark', 10],
      ['Note', 50],
      ['Observation', 50],
      ['Evidence', 40],
      ['Tested on', 12],
      ['Tested by', 12],
    ),
    rows,
  };
}

function itemRows(
  state: EngagementState,
  control: Row<'control'>,
  plan: Row<'samplePlan'>,
  item: Row<'sampleItem'>,
): readonly (readonly WorkbookCell[])[] {
  const population = find(state, 'population', plan.populationId)?.title ?? '';
  const start: readonly WorkbookCell[] = [
    ...[control.code, population, plan.basis, plan.seed ?? ''],
    ...[itemNumber(state, item), item.populationKey, dated(item.occurredOn), item.status],
  ];
  const results = where(state, 'attributeResult', 'itemId', item.id);
  if (results.length === 0) return [[...start, '', '', '', item.replacementReason ?? '', '', '', null, '']];
  return results.map((result) => [
    ...start,
    find(state, 'attribute', result.attributeId)?.key ?? '',
    result.result ?? '',
    signOf(state, result),
    result.note,
    result.observation,
    evidenceNames(state, [item.id, result.id]),
    dated(result.testedOn),
    initialsOf(state, result.testedBy),
  ]);
}

/** The sign of the attribute, where the item shows no deviation in it. */
function signOf(state: EngagementState, { result, attributeId }: Row<'attributeResult'>): string {
  return result === 'pass' ? (find(state, 'attribute', attributeId)?.tickmark ?? '') : '';
}

function evidenceNames(state: EngagementState, targetIds: readonly string[]): string {
  const files = targetIds
    .flatMap((id) => where(state, 'evidenceLink', 'targetId', id))
    .filter((link) => !link.withdrawn)
    .map((link) => find(state, 'evidenceFile', link.evidenceId)?.originalName ?? '');
  return [...new Set(files)].join('\n');
}

function signOffSheet(state: EngagementState, sha256: Sha256): WorkbookSheet {
  const rows = [...all(state, 'workpaper')]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .flatMap((paper) => {
      const valid = new Set(
        standingOf(state, paper.id, sha256).flatMap((row) =>
          row.state === 'valid' ? [row.signOff?.id] : [],
        ),
      );
      return where(state, 'signOff', 'workpaperId', paper.id).map((row): readonly WorkbookCell[] => [
        ...[paper.ref, paper.title, paper.status, row.level],
        initialsOf(state, row.personId),
        dated(row.signedOn),
        ...[row.at, valid.has(row.id) ? 'holds' : 'stale', row.contentHash],
      ]);
    });
  return {
    name: 'Sign-offs',
    columns: columns(
      ['Ref', 10],
      ['Workpaper', 36],
      ['State', 18],
      ['Level', 12],
      ['Person', 10],
      ['Signed on', 12],
      ['Instant (claimed)', 22],
      ['Standing', 10],
      ['Content hash', 68],
    ),
    rows,
  };
}

/** Rows of an entry that are named in the extract. */
const namedRows = 5;

function journalSheet(state: EngagementState, journal: readonly JournalLine[]): WorkbookSheet {
  return {
    name: 'Journal',
    columns: columns(
      ['Entry', 8],
      ['Instant (claimed)', 22],
      ['Person', 10],
      ['Action', 28],
      ['Concerns', 60],
      ['Hash', 68],
    ),
    rows: journal.map((line) => {
      const labels = [...new Set(line.ops.map((op) => rowLabel(state, op.entity, op.id)))];
      const more = labels.length > namedRows ? `, and ${String(labels.length - namedRows)} more` : '';
      const concerns = `${labels.slice(0, namedRows).join(', ')}${more}`;
      return [line.position, line.at, initialsOf(state, line.actor), line.kind, concerns, line.hash];
    }),
  };
}
