/** The states of a population and the moves between them (b.2). */
import type { Refusal } from '../gates/refusal.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { where, type EngagementState } from '../journal/state.ts';
import { moveFinding } from '../testing/fieldwork-rules.ts';
import type { FilterRule } from './population-filter.ts';
import type { PopulationIdentity } from './population-hash.ts';

/** A state of a population. */
export type PopulationStatus = FieldsOf<'population'>['status'];

/** `defined → received → reconciled`; `received → rejected → received`; `reconciled → superseded`. */
export const populationMoves: Readonly<Record<PopulationStatus, readonly PopulationStatus[]>> = {
  defined: ['received'],
  received: ['reconciled', 'rejected'],
  reconciled: ['superseded'],
  rejected: ['received'],
  superseded: [],
};

/** Refuses a move that a population does not have. */
export function populationMoveFinding(from: PopulationStatus, to: PopulationStatus): Refusal | null {
  return moveFinding(populationMoves, from, to, 'The population');
}

/** The filters of a population in the order in which they were recorded. */
export function filtersOf(state: EngagementState, populationId: string): readonly Row<'populationFilter'>[] {
  return where(state, 'populationFilter', 'populationId', populationId).filter((filter) => !filter.withdrawn);
}

/** The tests of completeness and accuracy that stand. */
export function ipeTestsOf(state: EngagementState, populationId: string): readonly Row<'ipeTest'>[] {
  return where(state, 'ipeTest', 'populationId', populationId).filter((test) => !test.withdrawn);
}

/** What a received population's hash covers, with these filters. */
export function identityOf(
  population: Row<'population'>,
  filters: readonly FilterRule[],
): PopulationIdentity {
  const { sheet, encoding, delimiter, keyColumns, dateColumn, stratumColumn } = population;
  const fileSha256 = population.fileSha256 ?? '';
  return { fileSha256, sheet, encoding, delimiter, keyColumns, dateColumn, stratumColumn, filters };
}
