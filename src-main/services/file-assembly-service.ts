import type { fileContract } from '../../shared/contract/file.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import {
  addAddendum,
  assemblyClock,
  type AssemblyClock,
  lockFile,
  lockFindings,
  startAssembly,
} from '../../shared/domain/engagement/file-lock.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { all, type EngagementState } from '../../shared/domain/journal/state.ts';
import type { Sha256 } from '../../shared/domain/review/content-hash.ts';
import { ok } from '../../shared/lib/result.ts';
import type { ConfirmActor } from './confirm-actor.ts';
import type { Handlers } from './handlers.ts';
import { finding } from './planning-views.ts';
import type { HashPort } from './ports/hash.ts';
import type { Session } from './session.ts';

/** What the service needs. */
export interface FileAssemblyPorts {
  readonly session: Session;
  readonly hash: HashPort;
  readonly confirmActor: ConfirmActor;
}

/** Assembly and lock of the file. */
export function createFileAssemblyService(ports: FileAssemblyPorts): Handlers<typeof fileContract> {
  const { session } = ports;
  return {
    'file.get': () => ok(viewOf(ports)),
    'file.startAssembly': () => session.commit('file.startAssembly', [], (context) => startAssembly(context)),
    'file.lock': async ({ reasons, passphrase }) => {
      const confirmed = await ports.confirmActor(passphrase);
      if (!confirmed.ok) return confirmed;
      const evidenceNotMatching = notMatching(session);
      return session.commit('file.lock', reasons, (context) => lockFile(context, { evidenceNotMatching }));
    },
    'file.addAddendum': (input) =>
      session.commit('file.addAddendum', [], (context) => addAddendum(context, input)),
  };
}

/** Evidence files whose stored bytes are missing or altered: every file is hashed again. */
function notMatching(session: Session): number {
  const { evidence } = session.store();
  const digests = new Set(all(session.state(), 'evidenceFile').map((file) => file.sha256));
  return [...digests].filter((sha256) => evidence.check(sha256) !== 'matches').length;
}

function viewOf({ session, hash }: FileAssemblyPorts): View {
  const state = session.state();
  const engagement = engagementOf(state);
  const locked = { lockedAt: engagement?.lockedAt ?? null, retentionEnd: engagement?.retentionEnd ?? null };
  return {
    ...clockView(assemblyClock(state, session.today())),
    ...locked,
    status: engagement?.status ?? 'draft',
    findings: openFindings(state, (text) => hash.sha256Hex(text)).map(finding),
    addenda: all(state, 'addendum').map((row) => ({
      id: row.id,
      text: row.text,
      reason: row.reason,
      author: initialsOf(state, row.authorId),
      reviewer: initialsOf(state, row.reviewerId),
      at: row.createdAt,
    })),
  };
}

type View = OutputOf<(typeof fileContract)['file.get']>;
type ClockView = Pick<View, 'releasedOn' | 'dueOn' | 'daysLeft' | 'stage' | 'reminder'>;

function clockView(assembly: AssemblyClock | null): ClockView {
  if (assembly === null)
    return { releasedOn: null, dueOn: null, daysLeft: null, stage: null, reminder: null };
  const { releasedOn, dueOn, daysLeft, stage } = assembly;
  const reminder = assembly.finding === null ? null : finding(assembly.finding);
  return { releasedOn, dueOn, daysLeft, stage, reminder };
}

/** What stands before the lock while the file is being assembled; stored bytes are checked when it is locked. */
function openFindings(state: EngagementState, sha256: Sha256): readonly Refusal[] {
  const status = engagementOf(state)?.status;
  const isOpen = status === 'assembling' || status === 'issued';
  return isOpen ? lockFindings({ state, sha256 }, { evidenceNotMatching: 0 }) : [];
}
