import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { all, find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { itemNumber } from '../../shared/domain/sampling/plan-state.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from './ports/workbook.ts';

/** A date as a cell. */
export const dated = (date: PlainDate | null): WorkbookCell => (date === null ? null : { date });

/** Columns by head and width. */
export const columns = (...pairs: readonly (readonly [string, number])[]): readonly WorkbookColumn[] =>
  pairs.map(([head, width]) => ({ head, width }));

/** Initials, or nothing where nobody acted. */
export const initialsOrEmpty = (state: EngagementState, personId: string | null): string =>
  personId === null ? '' : initialsOf(state, personId);

function controlCode(state: EngagementState, row: Row<'deviation'>): string {
  return find(state, 'control', find(state, 'test', row.testId)?.controlId ?? null)?.code ?? '';
}

/** Every deviation, those taken back included. */
export function deviationSheet(state: EngagementState): WorkbookSheet {
  return {
    name: 'Deviations',
    columns: columns(
      ['Number', 10],
      ['Control', 12],
      ['Item', 8],
      ['Attribute', 10],
      ['Occurred on', 12],
      ['Nature', 50],
      ['Cause', 40],
      ['Extent', 30],
      ['Isolated', 10],
      ['Effect', 40],
      ['Compensating controls', 22],
      ['Evaluation', 50],
      ['Deficiency', 12],
      ['Management response', 50],
      ['Agreed by', 20],
      ['Agreed on', 12],
      ['State', 16],
      ['Reviewed by', 12],
      ['Taken back because', 30],
    ),
    rows: all(state, 'deviation').map((row) => deviationRow(state, row)),
  };
}

function numberOf(state: EngagementState, itemId: string | null): number | null {
  const item = find(state, 'sampleItem', itemId);
  return item === undefined ? null : itemNumber(state, item);
}

function deviationRow(state: EngagementState, row: Row<'deviation'>): readonly WorkbookCell[] {
  const compensating = row.compensatingControlIds.map((id) => find(state, 'control', id)?.code ?? '');
  return [
    row.code,
    controlCode(state, row),
    numberOf(state, row.itemId),
    find(state, 'attribute', row.attributeId)?.key ?? null,
    dated(row.occurredOn),
    ...[row.nature, row.cause, row.extent, row.isolated, row.effect],
    compensating.join(', '),
    ...[row.evaluation, row.deficiency, row.managementResponse, row.agreedBy],
    dated(row.agreedOn),
    row.status,
    initialsOrEmpty(state, row.reviewedBy),
    row.withdrawnReason ?? '',
  ];
}
