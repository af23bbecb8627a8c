import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { evidenceContract } from '../../shared/contract/evidence.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import { requestMoves } from '../../shared/domain/evidence/evidence-request.ts';
import { linksOf, type EvidenceTarget } from '../../shared/domain/evidence/evidence-link.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { all, find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';

type Contract = typeof evidenceContract;

/** A file with what it supports. */
export function evidenceViewOf(
  state: EngagementState,
  file: Row<'evidenceFile'>,
): OutputOf<Contract['evidence.list']>['files'][number] {
  const { id, revision, sha256, size, mime, receivedOn, sourcePerson, sourceSystem } = file;
  const { asOf, coversFrom, coversTo, redacted, requestId } = file;
  const links = where(state, 'evidenceLink', 'evidenceId', id).filter((link) => !link.withdrawn);
  return {
    ...{ id, revision, sha256, size, mime, receivedOn, sourcePerson, sourceSystem },
    ...{ asOf, coversFrom, coversTo, redacted, requestId },
    name: file.originalName,
    requestCode: find(state, 'evidenceRequest', requestId)?.code ?? null,
    addedBy: initialsOf(state, file.createdBy),
    addedAt: file.createdAt,
    links: links.map((link) => ({
      linkId: link.id,
      kind: link.targetKind,
      targetId: link.targetId,
      place: link.place,
    })),
  };
}

/** What a list of files is narrowed to. */
export interface EvidenceQuestion {
  readonly target: EvidenceTarget | null;
  readonly requestId: string | null;
  readonly search: string;
}

/** The files that answer a question, the latest first. */
export function filesFor(state: EngagementState, question: EvidenceQuestion): readonly Row<'evidenceFile'>[] {
  const { target, requestId } = question;
  const words = question.search.toLowerCase();
  const linked = target === null ? null : new Set(linksOf(state, target).map((link) => link.evidenceId));
  return all(state, 'evidenceFile')
    .filter((file) => linked === null || linked.has(file.id))
    .filter((file) => requestId === null || file.requestId === requestId)
    .filter((file) => words === '' || file.originalName.toLowerCase().includes(words))
    .toReversed();
}

/** A request with its next states. */
export function requestViewOf(
  state: EngagementState,
  request: Row<'evidenceRequest'>,
  today: PlainDate,
): OutputOf<Contract['request.list']>[number] {
  const { id, revision, code, description, dueDate, status, controlIds, coversFrom, coversTo, remarks } =
    request;
  const isWaiting = status === 'draft' || status === 'sent' || status === 'rejected';
  return {
    ...{ id, revision, code, description, dueDate, status, controlIds, coversFrom, coversTo, remarks },
    controlCodes: controlIds.map((controlId) => find(state, 'control', controlId)?.code ?? ''),
    moves: requestMoves[status],
    fileCount: where(state, 'evidenceFile', 'requestId', id).length,
    isOverdue: isWaiting && dueDate !== null && dueDate < today,
  };
}
