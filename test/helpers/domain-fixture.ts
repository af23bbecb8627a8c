import { createHash } from 'node:crypto';
import type { DecisionContext, Decided } from '../../shared/domain/journal/decision.ts';
import type { EntityName, FieldsOf } from '../../shared/domain/journal/entities.ts';
import {
  entryText,
  noPrevious,
  type Entry,
  type HashedEntry,
  type Op,
} from '../../shared/domain/journal/entry.ts';
import { add, set } from '../../shared/domain/journal/ops.ts';
import { applyEntries } from '../../shared/domain/journal/reduce.ts';
import { emptyState, type EngagementState } from '../../shared/domain/journal/state.ts';
import { parsePlainDate, type PlainDate } from '../../shared/lib/plain-date.ts';

/** SHA-256 of a text in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A date known to be one. */
export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error(`not a date: ${text}`);
  return parsed.value;
}

/** The entry that would follow a state. */
export function entryAfter(
  state: EngagementState,
  ops: readonly Op[],
  actor = 'p-staff',
  kind = 'test.act',
): HashedEntry {
  const before = state.devices.get('device-1') ?? { sequence: 0, hash: noPrevious };
  const entry: Entry = {
    v: 1,
    engagement: 'engagement-1',
    device: 'device-1',
    sequence: before.sequence + 1,
    previous: before.hash,
    lamport: state.lamport + 1,
    at: '2026-07-10T09:00:00Z',
    actor,
    kind,
    ops,
  };
  return { entry, hash: sha256(entryText(entry)) };
}

/** The state after operations; a fault is a mistake of the test. */
export function after(state: EngagementState, ops: readonly Op[], actor = 'p-staff'): EngagementState {
  const applied = applyEntries(state, [entryAfter(state, ops, actor)]);
  if (!applied.ok) throw new Error(`${applied.error.entity} ${applied.error.id}: ${applied.error.reason}`);
  return applied.value;
}

/** The state with fields of one row set. */
export function changed<E extends EntityName>(
  state: EngagementState,
  entity: E,
  id: string,
  values: Partial<FieldsOf<E>>,
  actor = 'p-staff',
): EngagementState {
  return after(state, set(state, entity, id, values), actor);
}

let counter = 0;

/** A context for a decision of `p-staff` on 10 July 2026; override what matters. */
export function contextOf(state: EngagementState, overrides: Partial<DecisionContext> = {}): DecisionContext {
  return {
    state,
    actorId: 'p-staff',
    at: '2026-07-10T09:00:00Z',
    today: day('2026-07-10'),
    newId: () => `new-${String((counter += 1))}`,
    sha256,
    reasons: [],
    ...overrides,
  };
}

/** The state after a decision that has to be taken. */
export function taken<T>(state: EngagementState, decision: Decided<T>, actor = 'p-staff'): EngagementState {
  if (!decision.ok) throw new Error(`${decision.error.code}: ${decision.error.message}`);
  return after(state, decision.value.ops, actor);
}

/** The code and message of a refusal; a decision that was taken is a mistake of the test. */
export function refusalOf<T>(decision: Decided<T>): { readonly code: string; readonly message: string } {
  if (decision.ok) throw new Error('the rules let it pass');
  return { code: decision.error.code, message: decision.error.message };
}

/** A person of the firm, by role and initials. */
function personOp(role: string, initials: string): Op {
  return add('person', `p-${role}`, {
    name: `${initials} (${role})`,
    initials,
    email: null,
    credential: role === 'staff' ? '' : 'CPA',
    isCpa: role !== 'staff',
    publicKey: sha256(role),
  });
}

type TeamRole = FieldsOf<'teamMember'>['role'];

function memberOp(role: TeamRole): Op {
  return add('teamMember', `m-${role}`, {
    personId: `p-${role}`,
    role,
    independenceConfirmedAt: '2026-01-05T09:00:00Z',
    independenceStatement: 'Independent in fact and appearance.',
    leftOn: null,
  });
}

/** A whole engagement row; override what matters. */
export function engagementFields(overrides: Partial<FieldsOf<'engagement'>> = {}): FieldsOf<'engagement'> {
  return {
    clientId: 'client-1',
    firmId: 'firm-1',
    kind: 'examination',
    reportKind: 'soc2',
    type: 'II',
    asOfDate: null,
    periodStart: day('2025-07-01'),
    periodEnd: day('2026-06-30'),
    timeZone: 'UTC',
    categories: ['Security'],
    systemName: 'Managed Hosting Platform',
    standardsProfile: ['AT-C 105', 'AT-C 205'],
    criteriaSet: 'tsc-2017',
    riskOfOverreliance: 1000,
    plannedReportDate: day('2026-08-31'),
    priorEngagement: null,
    status: 'fieldwork',
    statusReason: null,
    lockedAt: null,
    retentionEnd: null,
    ...overrides,
  };
}

/** A whole control row; override what matters. */
export function controlFields(overrides: Partial<FieldsOf<'control'>> = {}): FieldsOf<'control'> {
  return {
    code: 'LA-02',
    title: 'Access termination',
    text: 'The identity team disables the access of leavers to in-scope systems within 24 hours of the last day.',
    owner: 'Identity team',
    ownerTitle: 'Identity lead',
    nature: 'manual',
    type: 'preventive',
    frequency: 'perOccurrence',
    risk: 'high',
    startDate: null,
    endDate: null,
    status: 'agreed',
    ...{ libraryId: 'LA-02', libraryOrigin: 'shipped', libraryVersion: 1, placeholderValues: [] },
    homeCriterion: null,
    ...overrides,
  };
}

/** A whole criterion row. */
export function criterionFields(code: string, position: number): FieldsOf<'criterion'> {
  return {
    code,
    category: 'Security',
    series: `${code.split('.')[0] ?? code} series`,
    common: true,
    title: `Title of ${code}`,
    description: `Description of ${code}.`,
    position,
    inScope: true,
  };
}

/**
 * A Type II engagement in fieldwork: firm, client, team of five, criteria CC6.2 and CC6.3, the control LA-02 with a
 * design and an operating workpaper and test. Ids: `p-staff`, `control-1`, `wp-design`, `wp-operating`, `test-design`,
 * `test-operating`, `criterion-CC6.2` …
 */
export function fieldworkState(overrides: Partial<FieldsOf<'engagement'>> = {}): EngagementState {
  return after(emptyState(), [
    personOp('staff', 'AK'),
    personOp('senior', 'JS'),
    personOp('manager', 'MR'),
    personOp('partner', 'DP'),
    personOp('eqr', 'LT'),
    add('firm', 'firm-1', {
      name: 'Calder Wren LLP',
      city: 'Columbus',
      state: 'Ohio',
      licenceNumber: 'F-1',
      retentionYears: 5,
      qualityReviewRequired: false,
      sectionOrder: 'auditorFirst',
      guidance: null,
      guidanceReason: null,
      paper: 'letter',
    }),
    add('client', 'client-1', {
      legalName: 'Northwind Hosting, Inc.',
      shortName: 'Northwind',
      address: '',
      industry: 'Hosting',
    }),
    add('engagement', 'engagement-1', engagementFields(overrides)),
    ...(['staff', 'senior', 'manager', 'partner'] as const).map(memberOp),
    add('criterion', 'criterion-CC6.2', criterionFields('CC6.2', 1)),
    add('criterion', 'criterion-CC6.3', criterionFields('CC6.3', 2)),
    add('control', 'control-1', controlFields()),
    ...['CC6.2', 'CC6.3'].map((code) =>
      add('mapping', `mapping-${code}`, {
        criterionCode: code,
        controlId: 'control-1',
        role: 'primary',
        withdrawn: false,
      }),
    ),
    workpaperOp('wp-design', 'design'),
    workpaperOp('wp-operating', 'operating'),
    testOp('test-design', 'design'),
    testOp('test-operating', 'operating'),
  ]);
}

function workpaperOp(id: string, kind: 'design' | 'operating'): Op {
  return add('workpaper', id, {
    ref: kind === 'design' ? 'CC6-01' : 'CC6-02',
    title: `Access termination, ${kind}`,
    kind,
    controlId: 'control-1',
    body: '',
    assigneeId: 'p-staff',
    dueDate: null,
    status: 'inProgress',
  });
}

function testOp(id: string, phase: 'design' | 'operating'): Op {
  return add('test', id, {
    controlId: 'control-1',
    workpaperId: phase === 'design' ? 'wp-design' : 'wp-operating',
    phase,
    instance: '',
    conclusion: null,
    conclusionText: '',
    status: 'inProgress',
    managerJudgment: null,
    managerJudgmentBy: null,
    compensatingControlIds: [],
    settingHistory: null,
    reportTest: null,
    rollForward: null,
    concludedBy: null,
    concludedAt: null,
  });
}

/** The period is the year 2025; the design test is concluded, and the operating test can be started. */
export function untestedState(): EngagementState {
  const state = fieldworkState({ periodStart: day('2025-01-01'), periodEnd: day('2025-12-31') });
  const ready = changed(state, 'test', 'test-operating', { status: 'notStarted' });
  return changed(ready, 'test', 'test-design', { status: 'concluded', conclusion: 'effective' });
}
