import type { Decided, DecisionContext, GivenReason } from '../../shared/domain/journal/decision.ts';
import { rule, gate, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { gateCatalogue, type GateCode } from '../../shared/domain/gates/gate-catalogue.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { isOpenReport } from '../../shared/domain/report/issue-report.ts';
import { withReturnedPapers } from '../../shared/domain/review/edit-after-sign-off.ts';
import { all } from '../../shared/domain/journal/state.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { ClockPort } from './ports/clock.ts';
import type { Actor, EngagementStore } from './ports/engagement-store.ts';
import type { HashPort } from './ports/hash.ts';
import type { IdsPort } from './ports/ids.ts';

/** A reason as a request carries it; unknown gate codes are ignored. */
export interface RequestReason {
  readonly gate: string;
  readonly reason: string;
}

/** The engagement that is open and the person who works on it. Services decide and write only through this. */
export interface Session {
  /** The open file. Throws where none is open: the router refuses such calls before. */
  store(): EngagementStore;
  isOpen(): boolean;
  state(): EngagementState;
  /** The calendar day in the time zone of the open engagement; in UTC where none is open. */
  today(): PlainDate;
  /** The person who acts, or `null` before someone unlocked their key. */
  actor(): Actor | null;
  setActor(actor: Actor | null): void;
  /** Puts an opened file in place of the one before, which is closed. */
  replace(store: EngagementStore | null): void;
  /** What a decision on a state may look at, for the person who acts. */
  contextOn(state: EngagementState, reasons: readonly RequestReason[]): Result<DecisionContext, Refusal>;
  /**
   * Decides on the present state and, if the rules allow it, writes one journal entry of this kind; derived rows that
   * `alongside` writes are part of the same transaction.
   */
  commit<T>(
    kind: string,
    reasons: readonly RequestReason[],
    decide: (context: DecisionContext) => Decided<T>,
    alongside?: () => void,
  ): Result<T, Refusal>;
}

/** What a session needs from outside. */
export interface SessionPorts {
  readonly clock: ClockPort;
  readonly ids: IdsPort;
  readonly hash: HashPort;
}

/** What may still be recorded after the report was issued (assembly of the file) and after the lock (gate F3). */
const afterIssue: readonly string[] = [
  'report.supersede',
  'report.withdraw',
  'file.startAssembly',
  'file.lock',
  'evidence.attach',
  'review.signOff',
  'person.join',
];
const afterLock: readonly string[] = ['file.addAddendum', 'report.supersede', 'report.withdraw'];
/** What is worked on while a version is in the making that takes the place of an issued one. */
const whileSuperseding: readonly string[] = [
  'report',
  'letter',
  'subsequent',
  'criteria',
  'opinion',
  'description',
];

/** Makes a session with nothing open. */
export function createSession(ports: SessionPorts): Session {
  let current: EngagementStore | null = null;
  let actor: Actor | null = null;

  const store = (): EngagementStore => {
    if (current === null) throw new Error('no engagement is open');
    return current;
  };
  const contextOn = (
    state: EngagementState,
    reasons: readonly RequestReason[],
  ): Result<DecisionContext, Refusal> => {
    if (actor === null)
      return err(
        rule(
          'no-person',
          'Nobody is signed in, so nothing can be recorded.',
          'Unlock your signing key first.',
        ),
      );
    return ok({
      state,
      actorId: actor.personId,
      at: ports.clock.now(),
      today: dayOf(ports.clock, state),
      newId: () => ports.ids.newId(),
      sha256: (text) => ports.hash.sha256Hex(text),
      reasons: reasons.flatMap(knownReason),
    });
  };

  return {
    store,
    isOpen: () => current !== null,
    state: () => store().state(),
    today: () => dayOf(ports.clock, current?.state() ?? null),
    actor: () => actor,
    setActor: (next) => {
      actor = next;
    },
    replace: (next) => {
      const before = current;
      current = next;
      before?.close();
    },
    contextOn,
    commit(kind, reasons, decide, alongside) {
      const made = contextOn(store().state(), reasons);
      if (!made.ok) return made;
      const closed = refusalOfClosedFile(made.value.state, kind);
      if (closed !== null) return err(closed);
      const decision = decide(made.value);
      if (!decision.ok) return decision;
      const ops = withReturnedPapers(made.value, decision.value.ops);
      if (!ops.ok) return ops;
      if (ops.value.length > 0 && actor !== null)
        store().append(actor, kind, ops.value, made.value.at, alongside);
      return ok(decision.value.result);
    },
  };
}

/** One rule for every screen and record: today is the day where the client's clocks stand. */
function dayOf(clock: ClockPort, state: EngagementState | null): PlainDate {
  return clock.today((state === null ? undefined : engagementOf(state)?.timeZone) ?? 'UTC');
}

function knownReason(given: RequestReason): readonly GivenReason[] {
  return isGateCode(given.gate) ? [{ gate: given.gate, reason: given.reason }] : [];
}

function isGateCode(code: string): code is GateCode {
  return Object.hasOwn(gateCatalogue, code);
}

/** Gates L14 and F3: an issued engagement takes only what completes the file, a locked one only additions. */
function refusalOfClosedFile(state: EngagementState, kind: string): Refusal | null {
  const [engagement] = all(state, 'engagement');
  if (isOfNextVersion(state, kind)) return null;
  const status = engagement?.status;
  if (status === 'locked') return afterLock.includes(kind) ? null : gate('F3');
  if (status === 'issued' || status === 'assembling')
    return [...afterIssue, ...afterLock].includes(kind) ? null : gate('L14');
  if (status !== 'cancelled') return null;
  return rule('wrong-state', 'The engagement was cancelled.', 'Open another engagement.');
}

/** An issued report is corrected by a version that takes its place: its letters, texts, conclusions and opinion are worked on again. */
function isOfNextVersion(state: EngagementState, kind: string): boolean {
  const [feature = ''] = kind.split('.');
  if (!whileSuperseding.includes(feature)) return false;
  return all(state, 'report').some((report) => report.supersedesId !== null && isOpenReport(report));
}
