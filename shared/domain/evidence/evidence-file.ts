/** Files received as evidence: what is known of them. Their bytes are stored by their hash and never altered. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { refusalToWork } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { find, where } from '../journal/state.ts';
import { editOps, existing, staleFinding } from '../testing/fieldwork-rules.ts';
import { linkOps, paperBehind, targetFinding, type EvidenceTarget } from './evidence-link.ts';
import { mayReceive } from './evidence-request.ts';
import { mimeOf } from './evidence-kind.ts';

/** The bytes of a file as they were stored. */
export interface StoredFile {
  readonly sha256: string;
  readonly originalName: string;
  readonly size: number;
}

/** What is said about a file. The date of receipt stands apart from the dates that the file speaks for. */
export interface EvidenceDescription {
  readonly receivedOn: PlainDate;
  /** Who gave it, and out of which system. */
  readonly sourcePerson: string;
  readonly sourceSystem: string;
  /** A file speaks for a day, or for a span of days, or for neither. */
  readonly asOf: PlainDate | null;
  readonly coversFrom: PlainDate | null;
  readonly coversTo: PlainDate | null;
  readonly redacted: boolean;
  readonly requestId: string | null;
}

/** What attaching is about beside the bytes. */
export interface AttachInput {
  readonly target: EvidenceTarget | null;
  readonly description: EvidenceDescription;
}

/** What was attached. */
export interface Attached {
  readonly evidenceIds: readonly string[];
}

/** Why files may not be attached now; asked before bytes are stored, and again with them. */
export function attachFindings(context: DecisionContext, input: AttachInput): readonly (Refusal | null)[] {
  const { target } = input;
  return [
    refusalToWork(context),
    ...descriptionFindings(context, input.description),
    target === null ? null : targetFinding(context.state, target),
  ];
}

/**
 * Records stored files and ties them to a target. The same bytes under the same name are one piece of evidence; what is on
 * record about it stays. A file that answers a request marks the request as received.
 */
export function attachEvidence(
  context: DecisionContext,
  input: AttachInput & { readonly files: readonly StoredFile[] },
): Decided<Attached> {
  const weighed = weigh(context, attachFindings(context, input));
  if (!weighed.ok) return weighed;
  const { description, target } = input;
  const placed = new Map<string, string>();
  const ops: Op[] = [];
  const evidenceIds = input.files.map((file) => {
    const mark = `${file.sha256}/${file.originalName}`;
    const known = placed.get(mark) ?? knownFile(context, file)?.id;
    const evidenceId = known ?? context.newId();
    if (known === undefined) ops.push(add('evidenceFile', evidenceId, fileFields(file, description)));
    if (target !== null && !placed.has(mark)) ops.push(...linkOps(context, evidenceId, target));
    placed.set(mark, evidenceId);
    return evidenceId;
  });
  const paperId = target === null ? null : paperBehind(context.state, target);
  const received = receivedOps(context, description.requestId);
  return decidedWith([...ops, ...editOps(context.state, paperId), ...received, ...weighed.value], {
    evidenceIds,
  });
}

/** The fields of a stored file with what is said about it. */
export function fileFields({ sha256, originalName, size }: StoredFile, description: EvidenceDescription) {
  return { sha256, originalName, size, mime: mimeOf(originalName), ...description };
}

/** Corrects what is said about a file. Its bytes, name and hash are fixed. */
export function describeEvidence(
  context: DecisionContext,
  input: {
    readonly evidenceId: string;
    readonly revision?: number | undefined;
    readonly description: EvidenceDescription;
  },
): Decided {
  const found = existing(context.state, 'evidenceFile', input.evidenceId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalToWork(context),
    staleFinding(context, 'evidenceFile', found.value, input.revision),
    ...descriptionFindings(context, input.description),
  ]);
  if (!weighed.ok) return weighed;
  return decided(set(context.state, 'evidenceFile', input.evidenceId, input.description));
}

function descriptionFindings(
  context: DecisionContext,
  description: EvidenceDescription,
): readonly (Refusal | null)[] {
  const { receivedOn, requestId } = description;
  const isFuture = receivedOn > context.today;
  const isUnknown = requestId !== null && find(context.state, 'evidenceRequest', requestId) === undefined;
  return [
    isFuture
      ? refused('The file is said to be received in the future.', 'Correct the date of receipt.')
      : null,
    spanFinding(description),
    isUnknown ? rule('not-found', 'The request is not on record.', 'Load the requests again.') : null,
  ];
}

function spanFinding({ asOf, coversFrom, coversTo }: EvidenceDescription): Refusal | null {
  if (coversFrom === null && coversTo === null) return null;
  if (coversFrom === null || coversTo === null || coversTo < coversFrom)
    return refused(
      'The span that the file speaks for has no beginning or no end, or ends before it begins.',
      'Give both days in order.',
    );
  return asOf === null
    ? null
    : refused('A file speaks for one day or for a span, not for both.', 'Clear one of them.');
}

function knownFile(context: DecisionContext, file: StoredFile): Row<'evidenceFile'> | undefined {
  return where(context.state, 'evidenceFile', 'sha256', file.sha256).find(
    (known) => known.originalName === file.originalName,
  );
}

function receivedOps(context: DecisionContext, requestId: string | null): readonly Op[] {
  const request = find(context.state, 'evidenceRequest', requestId);
  if (request === undefined || !mayReceive(request.status)) return [];
  return set(context.state, 'evidenceRequest', request.id, { status: 'received' });
}

function refused(message: string, next: string): Refusal {
  return rule('invalid-value', message, next);
}
