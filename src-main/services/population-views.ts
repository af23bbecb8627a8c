import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { populationContract } from '../../shared/contract/population.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import { evidenceOf } from '../../shared/domain/evidence/evidence-link.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { openFindingsOf } from '../../shared/domain/population/finding-acceptance.ts';
import { describeFilter } from '../../shared/domain/population/population-filter.ts';
import { filtersOf, ipeTestsOf } from '../../shared/domain/population/population-state.ts';

type View = OutputOf<(typeof populationContract)['population.get']>;

/** A population with its filters and its tests of completeness and accuracy. */
export function populationViewOf(state: EngagementState, population: Row<'population'>): View {
  const { reconciledBy, reconciledAt, evidenceId } = population;
  return {
    ...describedBy(population),
    ...readAs(population),
    controlCode: find(state, 'control', population.controlId)?.code ?? '',
    fileName: find(state, 'evidenceFile', evidenceId)?.originalName ?? null,
    reconciledBy: reconciledBy === null ? null : initialsOf(state, reconciledBy),
    reconciledAt,
    filters: filtersOf(state, population.id).map((filter) => filterView(state, filter)),
    ipeTests: ipeTestsOf(state, population.id).map((test) => ipeView(state, test)),
    openFindings: openFindingsOf(state, population),
    planCount: where(state, 'samplePlan', 'populationId', population.id).length,
  };
}

function describedBy(population: Row<'population'>) {
  const { id, revision, controlId, title, description, sourceSystem, query, extractedBy } = population;
  const { coversFrom, coversTo, extractedOn, statedCount, status, statusReason, zeroReason } = population;
  return {
    ...{ id, revision, controlId, title, description, sourceSystem, query, extractedBy },
    ...{ coversFrom, coversTo, extractedOn, statedCount, status, statusReason, zeroReason },
  };
}

function readAs(population: Row<'population'>) {
  const { evidenceId, fileSha256, populationSha256, rowsSha256, sheet, encoding, delimiter } = population;
  const { columns, keyColumns, dateColumn, stratumColumn, rowsInFile, recordCount } = population;
  const { firstDate, lastDate, remarks } = population;
  return {
    ...{ evidenceId, fileSha256, populationSha256, rowsSha256, sheet, encoding, delimiter },
    ...{ columns, keyColumns, dateColumn, stratumColumn, rowsInFile, recordCount },
    ...{ firstDate, lastDate, remarks },
  };
}

function filterView(state: EngagementState, filter: Row<'populationFilter'>): View['filters'][number] {
  const { id, code, kind, reason, removedRows, createdAt: at } = filter;
  const words = describeFilter(filter);
  return { id, code, kind, words, reason, removedRows, by: initialsOf(state, filter.createdBy), at };
}

function ipeView(state: EngagementState, test: Row<'ipeTest'>): View['ipeTests'][number] {
  const { id, revision, method, direction, result, detail, countInSystem, countInFile, performedOn } = test;
  return {
    ...{ id, revision, method, direction, result, detail, countInSystem, countInFile, performedOn },
    performedBy: initialsOf(state, test.performedBy),
    evidenceCount: evidenceOf(state, { kind: 'ipeTest', id }).length,
  };
}
