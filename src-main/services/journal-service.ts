import type { journalContract } from '../../shared/contract/journal.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import type { AnyFieldValue } from '../../shared/domain/journal/field.ts';
import type { VerificationProblem } from '../../shared/domain/journal/verify-chain.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { EngagementStore, FileVerdict } from './ports/engagement-store.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { Session } from './session.ts';

/** Reads the journal and verifies the open file. */
export function createJournalService(
  session: Session,
  profile: ProfilePort,
): Handlers<typeof journalContract> {
  return {
    'journal.verify': async () => {
      const store = session.store();
      const found = withRollback(profile, store.engagementId, await store.verify());
      return ok({ ...found, problems: found.problems.map((problem) => ({ ...problem })) });
    },
    'journal.list': ({ before, limit }) => {
      const state = session.state();
      const entries = session.store().journal(before, limit);
      return ok({ total: state.entries, entries: entries.map((line) => lineOf(session.store(), line)) });
    },
  };
}

/**
 * Adds what only this computer can know: it saw the journal at a later head than the file holds, so an older copy was put
 * in its place. A file that nobody here has seen cannot be judged so.
 */
export function withRollback(profile: ProfilePort, engagementId: string, verdict: FileVerdict): FileVerdict {
  const seen = profile.seenHead(engagementId);
  if (seen === null || verdict.entries >= seen.entries) return verdict;
  const problem: VerificationProblem = {
    code: 'rolled-back',
    message: `This computer saw ${String(seen.entries)} entries of this journal; the file holds ${String(verdict.entries)}. An older copy was put in its place, or its last entries were removed.`,
    entry: verdict.entries + 1,
    object: null,
    person: null,
  };
  return { ...verdict, intact: false, problems: [...verdict.problems, problem] };
}

function lineOf(store: EngagementStore, line: ReturnType<EngagementStore['journal']>[number]) {
  const { position, hash, at, kind } = line;
  return {
    position,
    hash,
    at,
    kind,
    initials: initialsOf(store.state(), line.actor),
    changes: line.ops.flatMap(changesOf),
  };
}

/** Long values are cut in the list; the row itself shows them whole. */
const longestShown = 300;

interface Change {
  readonly entity: string;
  readonly id: string;
  readonly field: string | null;
  readonly value: string;
}

function changesOf(op: Op): Change[] {
  if (op.op === 'set') return [{ entity: op.entity, id: op.id, field: op.field, value: printed(op.value) }];
  return [{ entity: op.entity, id: op.id, field: null, value: '' }];
}

function printed(value: AnyFieldValue): string {
  if (value === null) return '';
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
