import type { journalContract } from '../../shared/contract/journal.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import type { AnyFieldValue } from '../../shared/domain/journal/field.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';
import { rowReference, valueReference } from '../../shared/domain/review/row-reference.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { EngagementStore } from './ports/engagement-store.ts';
import type { Session } from './session.ts';

/** Reads the journal and verifies the open file. */
export function createJournalService(session: Session): Handlers<typeof journalContract> {
  return {
    'journal.verify': async () => {
      const { intact, entries, head, problems } = await session.store().verify();
      return ok({ intact, entries, head, problems: problems.map((problem) => ({ ...problem })) });
    },
    'journal.list': ({ before, limit }) => {
      const state = session.state();
      const entries = session.store().journal(before, limit);
      return ok({ total: state.entries, entries: entries.map((line) => lineOf(session.store(), line)) });
    },
  };
}

function lineOf(store: EngagementStore, line: ReturnType<EngagementStore['journal']>[number]) {
  const { position, hash, at, kind } = line;
  return {
    position,
    hash,
    at,
    kind,
    initials: initialsOf(store.state(), line.actor),
    changes: line.ops.map((op) => changeOf(store.state(), op)),
  };
}

/** Long values are cut in the list; the row itself shows them whole. */
const longestShown = 300;

interface Change {
  readonly entity: string;
  readonly id: string;
  readonly reference: string;
  readonly field: string | null;
  readonly value: string;
}

function changeOf(state: EngagementState, op: Op): Change {
  const { entity, id } = op;
  const row = { entity, id, reference: rowReference(state, entity, id) };
  if (op.op === 'add') return { ...row, field: null, value: '' };
  return { ...row, field: op.field, value: printed(valueReference(state, entity, op.field, op.value)) };
}

function printed(value: AnyFieldValue): string {
  if (value === null) return '';
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
