/** Assembling and locking the file after release. Gates F1 to F4; documentation rules of a.5. */
import { addDays, addMonths, daysBetween, formatDate, type PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { gate, rule, together, type Refusal } from '../gates/refusal.ts';
import { statesInWords, stateWords } from '../gates/state-words.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import { gateL1, gateL2, gateL3 } from '../report/gates-readiness.ts';
import { engagementMoves } from './lifecycle.ts';
import { engagementOf, initialsOf, membershipsOf, refusalToActAs, refusalToWork } from './team.ts';

/** Days from release within which the file is assembled, and the days on which the program reminds. */
export const assemblyDays = { due: 60, first: 45, second: 55 } as const;
/** Years that the file is kept at least, whatever the firm's policy says [P]. */
const leastRetentionYears = 5;

/** How far the assembly period is. */
export interface AssemblyClock {
  readonly releasedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Days that are left; negative when overdue. */
  readonly daysLeft: number;
  /** `calm` before day 45; then the reminders of day 45 and day 55; `overdue` after day 60. */
  readonly stage: 'calm' | 'day45' | 'day55' | 'overdue';
  /** Gate F1 from day 45 on; `null` before, and once the file is locked. */
  readonly finding: Refusal | null;
}

/** The release that the period counts from: the latest issue. */
export function releasedOn(state: EngagementState): PlainDate | null {
  return all(state, 'report').reduce<PlainDate | null>(
    (latest, report) =>
      isReleased(report) && report.releaseDate !== null && (latest === null || report.releaseDate > latest)
        ? report.releaseDate
        : latest,
    null,
  );
}

/** A version that is only to be issued may name its day already. */
const isReleased = ({ status }: Row<'report'>): boolean =>
  status === 'issued' || status === 'superseded' || status === 'withdrawn';

/** F1: how long the file may still be assembled; `null` before release. */
export function assemblyClock(state: EngagementState, today: PlainDate): AssemblyClock | null {
  const released = releasedOn(state);
  if (released === null) return null;
  const dueOn = addDays(released, assemblyDays.due);
  const daysLeft = daysBetween(today, dueOn);
  const stage = stageOf(daysBetween(released, today));
  const isLocked = engagementOf(state)?.status === 'locked';
  const finding = stage === 'calm' || isLocked ? null : gateF1(dueOn, daysLeft);
  return { releasedOn: released, dueOn, daysLeft, stage, finding };
}

function stageOf(daysGone: number): AssemblyClock['stage'] {
  if (daysGone > assemblyDays.due) return 'overdue';
  if (daysGone >= assemblyDays.second) return 'day55';
  return daysGone >= assemblyDays.first ? 'day45' : 'calm';
}

function gateF1(dueOn: PlainDate, daysLeft: number): Refusal {
  const left = daysLeft < 0 ? 'overdue' : `${String(daysLeft)} ${daysLeft === 1 ? 'day' : 'days'} left`;
  return gate('F1', { date: formatDate(dueOn), left });
}

/** Starts the assembly of the file after the issue: only housekeeping from here on. */
export function startAssembly(context: DecisionContext): Decided {
  const engagement = engagementOf(context.state);
  const refusal = refusalToActAs(context, 'manager') ?? refusalOfMove(context.state, 'assembling');
  if (refusal !== null || engagement === undefined) return err(refusal ?? noEngagement());
  return decided(set(context.state, 'engagement', engagement.id, { status: 'assembling' }));
}

/** What the lock checks outside the journal. */
export interface LockFacts {
  /** Evidence files whose stored bytes are missing or do not match their recorded hash. */
  readonly evidenceNotMatching: number;
}

/**
 * Locks the file (gate F2): L1 to L3 still hold, no evidence request is a draft, all evidence matches its hash. After
 * day 60 a reason is asked (F1). Every workpaper becomes locked, and the end of the retention is fixed.
 */
export function lockFile(context: DecisionContext, facts: LockFacts): Decided {
  const { state } = context;
  const engagement = engagementOf(state);
  const refusal = refusalToActAs(context, 'manager') ?? refusalOfMove(state, 'locked');
  if (refusal !== null || engagement === undefined) return err(refusal ?? noEngagement());
  const clock = assemblyClock(state, context.today);
  const weighed = weigh(context, [
    together(lockFindings(context, facts)),
    clock?.stage === 'overdue' ? clock.finding : null,
  ]);
  if (!weighed.ok) return err(weighed.error);
  const locked = {
    status: 'locked',
    lockedAt: context.at,
    retentionEnd: retentionEnd(state, context.today),
  } as const;
  return decided([
    ...set(state, 'engagement', engagement.id, locked),
    ...all(state, 'workpaper').flatMap((paper) => set(state, 'workpaper', paper.id, { status: 'locked' })),
    ...weighed.value,
  ]);
}

/** What stands before the lock: L1 to L3, draft requests, evidence that does not match (F2). */
export function lockFindings(
  { state, sha256 }: Pick<DecisionContext, 'state' | 'sha256'>,
  { evidenceNotMatching }: LockFacts,
): readonly Refusal[] {
  const drafts = where(state, 'evidenceRequest', 'status', 'draft');
  const [draft] = drafts;
  return [
    ...gateL1(state, sha256),
    ...gateL2(state),
    ...gateL3(state),
    ...(draft === undefined ? [] : [draftFinding(drafts.length, draft.id)]),
    ...(evidenceNotMatching === 0 ? [] : [gate('F2', { n: evidenceNotMatching })]),
  ];
}

function draftFinding(n: number, id: string): Refusal {
  const message = `${String(n)} evidence ${n === 1 ? 'request is' : 'requests are'} still a draft.`;
  return {
    ...gate('F2', { n: 0, drafts: n }, { entity: 'evidenceRequest', id }),
    message,
    next: 'Send or withdraw the requests.',
  };
}

/** The day on which the retention ends: the lock plus the firm's years, at least five. */
function retentionEnd(state: EngagementState, lockedOn: PlainDate): PlainDate {
  const firm = find(state, 'firm', engagementOf(state)?.firmId ?? null);
  return addMonths(lockedOn, 12 * Math.max(leastRetentionYears, firm?.retentionYears ?? leastRetentionYears));
}

/** F4: nothing of a locked file is deleted before its retention ends, and then by the partner only. */
export function gateF4(context: DecisionContext): Refusal | null {
  const end = engagementOf(context.state)?.retentionEnd ?? null;
  if (end !== null && context.today <= end) return gate('F4', { date: formatDate(end) });
  return refusalToActAs(context, 'partner');
}

/** Adds to a locked file: what, why, and who reviewed it (gate F3). Author and reviewer are two members of the team. */
export function addAddendum(
  context: DecisionContext,
  input: { readonly text: string; readonly reason: string; readonly reviewerId: string },
): Decided<{ id: string }> {
  const { state } = context;
  const refusal = refusalToWork(context) ?? refusalOfAddendum(context, input);
  if (refusal !== null) return err(refusal);
  const id = context.newId();
  const { text, reason, reviewerId } = input;
  const row = { text: text.trim(), reason: reason.trim(), authorId: context.actorId, reviewerId };
  return engagementOf(state)?.status === 'locked'
    ? decidedWith([add('addendum', id, row)], { id })
    : err(rule('wrong-state', 'The file is not locked.', 'Change the work itself.'));
}

function refusalOfAddendum(
  { state, actorId }: DecisionContext,
  input: { readonly text: string; readonly reason: string; readonly reviewerId: string },
): Refusal | null {
  if (input.text.trim() === '' || input.reason.trim().length < 10)
    return rule(
      'invalid-value',
      'Text and reason of the addition are needed.',
      'Write what is added, and why.',
    );
  const isMember = membershipsOf(state, input.reviewerId).length > 0;
  if (isMember && input.reviewerId !== actorId) return null;
  return rule(
    'invalid-value',
    `${initialsOf(state, input.reviewerId)} cannot review this addition.`,
    'Name another member of the team as reviewer.',
    { field: 'reviewerId' },
  );
}

function refusalOfMove(state: EngagementState, to: 'assembling' | 'locked'): Refusal | null {
  const from = engagementOf(state)?.status ?? 'draft';
  if (engagementMoves[from].includes(to)) return null;
  return rule(
    'wrong-state',
    `The engagement is in the state ${stateWords(from)} and cannot move to ${stateWords(to)}.`,
    `From here it can move to ${statesInWords(engagementMoves[from], 'no other state')}.`,
    { from, to },
  );
}

const noEngagement = (): Refusal => rule('not-found', 'The file holds no engagement.', 'Open another file.');
