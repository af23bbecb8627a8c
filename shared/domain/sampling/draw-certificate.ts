/** The certificate of a draw: what was drawn, from what, by whom and when, so that anyone can draw it again. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { formatPeriod } from '../../lib/plain-date.ts';
import { engagementOf, initialsOf } from '../engagement/team.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, type EngagementState } from '../journal/state.ts';
import { describeFilter } from '../population/population-filter.ts';
import { filtersOf } from '../population/population-state.ts';
import { periodOf } from '../testing/fieldwork-rules.ts';
import type { Sha256Hex } from './draw.ts';
import { formatPercent } from './fraction.ts';
import { expandedRisk, ratesOf } from './plan-expansion.ts';
import { itemsOf } from './plan-state.ts';

/** An item as a certificate lists it. */
export interface CertifiedItem {
  readonly ordinal: number;
  readonly key: string;
  readonly rowNumber: number;
  readonly occurredOn: PlainDate | null;
  readonly stratum: string | null;
  readonly status: Row<'sampleItem'>['status'];
  /** Ordinal of the item whose place it took. */
  readonly replaces: number | null;
  readonly replacementReason: string | null;
}

/** A draw in full; persons by their initials, instants in UTC. */
export interface DrawCertificate {
  readonly schema: 'tickmark-draw-certificate/1';
  readonly firm: string;
  readonly client: string;
  readonly system: string;
  readonly period: string;
  readonly workpaper: string;
  readonly control: string;
  readonly population: string;
  /** The how-manieth draw of its test, superseded ones counted. */
  readonly draw: number;
  readonly draws: number;
  /** Whether the draw stands; `supersededBecause` says why it does not. */
  readonly stands: boolean;
  readonly supersededBecause: string | null;
  readonly populationSha256: string | null;
  readonly fileSha256: string | null;
  readonly rowsSha256: string | null;
  readonly filters: readonly {
    readonly code: string;
    readonly words: string;
    readonly reason: string;
    readonly removedRows: number;
  }[];
  readonly records: number;
  readonly basis: Row<'samplePlan'>['basis'];
  readonly method: Row<'samplePlan'>['method'];
  /** Risk and rates in basis points; `null` where the basis is not statistical. */
  readonly rates: {
    readonly risk: number;
    readonly tolerableRate: number;
    readonly expectedRate: number;
  } | null;
  readonly computedSize: number;
  readonly chosenSize: number;
  readonly overrideReason: string | null;
  readonly selectionReason: string | null;
  readonly stratumColumn: string | null;
  /** The auditor's own division among the strata: `10 London`; empty where it follows their records. */
  readonly allocation: readonly string[];
  readonly seed: string | null;
  readonly algorithm: string | null;
  readonly stopRule: string | null;
  /** The exact risk of both stages, of a draw that expands a statistical one: `7.5 %`. */
  readonly expandedRisk: string | null;
  /** What the list showed and nobody had accepted when the sample was drawn. */
  readonly openFindings: readonly string[];
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly drawnBy: string | null;
  readonly drawnAt: string | null;
  readonly items: readonly CertifiedItem[];
  /** SHA-256 of the keys in order, each ended by a line feed. */
  readonly itemsSha256: string;
}

/** The draws of the engagement, in the order in which they were made; superseded ones are among them. */
export function drawsOf(state: EngagementState): readonly Row<'samplePlan'>[] {
  return all(state, 'samplePlan')
    .filter((plan) => plan.drawnAt !== null)
    .sort((a, b) => ((a.drawnAt ?? '') < (b.drawnAt ?? '') ? -1 : 1));
}

/** The certificate of a drawn plan. */
export function drawCertificate(
  state: EngagementState,
  plan: Row<'samplePlan'>,
  population: Row<'population'>,
  sha256: Sha256Hex,
): DrawCertificate {
  const { basis, method, computedSize, chosenSize, overrideReason, selectionReason } = plan;
  const { stratumColumn, allocation, seed, algorithm, openFindings, approvedAt, drawnAt } = plan;
  const items = certifiedItems(state, plan);
  const risk = expandedRisk(state, plan);
  return {
    schema: 'tickmark-draw-certificate/1',
    ...partiesOf(state),
    ...placeOf(state, plan),
    population: population.title,
    stands: plan.status !== 'superseded',
    supersededBecause: plan.status === 'superseded' ? plan.statusReason : null,
    populationSha256: plan.drawnPopulationSha256,
    ...{ fileSha256: population.fileSha256, rowsSha256: population.rowsSha256 },
    filters: filtersOf(state, population.id).map((filter) => ({
      ...{ code: filter.code, words: describeFilter(filter) },
      ...{ reason: filter.reason, removedRows: filter.removedRows },
    })),
    records: plan.drawnPopulationCount ?? population.recordCount,
    ...{ basis, method, computedSize, chosenSize, overrideReason, selectionReason },
    ...{ stratumColumn, allocation, seed, algorithm, openFindings, approvedAt, drawnAt },
    rates: ratesOf(plan),
    // An expansion goes by the rule that was stored on the plan before it.
    stopRule: plan.stopRule ?? find(state, 'samplePlan', plan.parentId)?.stopRule ?? null,
    expandedRisk: risk === null ? null : formatPercent(risk, 2),
    proposedBy: initialsOf(state, plan.createdBy),
    approvedBy: initials(state, plan.approvedBy),
    drawnBy: initials(state, plan.drawnBy),
    items,
    itemsSha256: sha256(items.map(({ key }) => `${key}\n`).join('')),
  };
}

function certifiedItems(state: EngagementState, plan: Row<'samplePlan'>): readonly CertifiedItem[] {
  return itemsOf(state, plan.id).map((item) => ({
    ordinal: item.ordinal,
    key: item.populationKey,
    ...{ rowNumber: item.rowNumber, occurredOn: item.occurredOn, stratum: item.stratum },
    status: item.status,
    replaces: find(state, 'sampleItem', item.replacementOf)?.ordinal ?? null,
    replacementReason: item.replacementReason,
  }));
}

function partiesOf(state: EngagementState): Pick<DrawCertificate, 'firm' | 'client' | 'system' | 'period'> {
  const engagement = engagementOf(state);
  const period = periodOf(state);
  // No draw is made outside an engagement and its period.
  if (engagement === undefined || period === null) return { firm: '', client: '', system: '', period: '' };
  const { firmId, clientId, systemName: system } = engagement;
  const firm = find(state, 'firm', firmId)?.name ?? '';
  const client = find(state, 'client', clientId)?.legalName ?? '';
  return { firm, client, system, period: formatPeriod(period) };
}

function placeOf(
  state: EngagementState,
  plan: Row<'samplePlan'>,
): Pick<DrawCertificate, 'workpaper' | 'control' | 'draw' | 'draws'> {
  const test = find(state, 'test', plan.testId);
  const draws = drawsOf(state).filter((other) => other.testId === plan.testId);
  return {
    workpaper: find(state, 'workpaper', test?.workpaperId ?? null)?.ref ?? '',
    control: find(state, 'control', test?.controlId ?? null)?.code ?? '',
    draw: draws.findIndex(({ id }) => id === plan.id) + 1,
    draws: draws.length,
  };
}

const initials = (state: EngagementState, personId: string | null): string | null =>
  personId === null ? null : initialsOf(state, personId);
