/** Asking the client for evidence, and following the request until the answer is accepted (b.2). */
import type { PlainDate } from '../../lib/plain-date.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { all, find } from '../journal/state.ts';
import { refusalToWork } from '../engagement/team.ts';
import { existing, moveFinding, staleFinding, textFinding } from '../testing/fieldwork-rules.ts';

/** A state of a request. */
export type RequestStatus = FieldsOf<'evidenceRequest'>['status'];

/** `draft → sent → received → accepted`; `received → rejected → sent`; `draft`, `sent` → `withdrawn`. */
export const requestMoves: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  draft: ['sent', 'withdrawn'],
  sent: ['received', 'withdrawn'],
  received: ['accepted', 'rejected'],
  accepted: [],
  rejected: ['sent'],
  withdrawn: [],
};

/** What is asked for. */
export interface RequestText {
  readonly description: string;
  readonly dueDate: PlainDate | null;
  readonly controlIds: readonly string[];
  readonly coversFrom: PlainDate | null;
  readonly coversTo: PlainDate | null;
  readonly remarks: string;
}

/** Whether a request in this state waits for what it asks for. */
export function mayReceive(status: RequestStatus): boolean {
  return requestMoves[status].includes('received');
}

/** Writes a request as a draft. Its code is the next free one. */
export function createRequest(
  context: DecisionContext,
  input: RequestText,
): Decided<{ requestId: string; code: string }> {
  const weighed = weigh(context, [refusalToWork(context), ...requestFindings(context, input)]);
  if (!weighed.ok) return weighed;
  const requestId = context.newId();
  const code = nextRequestCode(all(context.state, 'evidenceRequest').map((request) => request.code));
  const op = add('evidenceRequest', requestId, { ...input, code, status: 'draft' });
  return decidedWith([op], { requestId, code });
}

/** Corrects a request that is not yet accepted or withdrawn. */
export function editRequest(
  context: DecisionContext,
  input: RequestText & { readonly requestId: string; readonly revision?: number | undefined },
): Decided {
  const found = existing(context.state, 'evidenceRequest', input.requestId);
  if (!found.ok) return found;
  const isOpen = requestMoves[found.value.status].length > 0;
  const { description, dueDate, controlIds, coversFrom, coversTo, remarks } = input;
  const weighed = weigh(context, [
    refusalToWork(context),
    staleFinding(context, 'evidenceRequest', found.value, input.revision),
    ...requestFindings(context, input),
    isOpen ? null : rule('wrong-state', `The request is ${found.value.status}.`, 'Write a new request.'),
  ]);
  if (!weighed.ok) return weighed;
  const values = { description, dueDate, controlIds, coversFrom, coversTo, remarks };
  return decided(set(context.state, 'evidenceRequest', input.requestId, values));
}

/** Takes a request to its next state. Sending back an answer, or withdrawing, needs a remark that says why. */
export function moveRequest(
  context: DecisionContext,
  input: {
    readonly requestId: string;
    readonly revision?: number | undefined;
    readonly to: RequestStatus;
    readonly remarks: string | null;
  },
): Decided {
  const found = existing(context.state, 'evidenceRequest', input.requestId);
  if (!found.ok) return found;
  const needsReason = input.to === 'rejected' || input.to === 'withdrawn';
  const weighed = weigh(context, [
    refusalToWork(context),
    staleFinding(context, 'evidenceRequest', found.value, input.revision),
    moveFinding(requestMoves, found.value.status, input.to, 'The request'),
    needsReason ? textFinding(input.remarks ?? '', 'The reason', 10) : null,
  ]);
  if (!weighed.ok) return weighed;
  const remarks = input.remarks === null ? {} : { remarks: input.remarks };
  return decided(set(context.state, 'evidenceRequest', input.requestId, { status: input.to, ...remarks }));
}

/** The next code after those in use: `R-001`, `R-002` … */
export function nextRequestCode(codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(/^R-(\d+)$/.exec(code)?.[1] ?? 0));
  return `R-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

function requestFindings(context: DecisionContext, input: RequestText): readonly (Refusal | null)[] {
  const { coversFrom, coversTo } = input;
  const unknown = input.controlIds.filter((id) => find(context.state, 'control', id) === undefined);
  return [
    textFinding(input.description, 'The description', 5),
    unknown.length === 0
      ? null
      : rule('not-found', 'A control of the request is not on record.', 'Choose the controls again.'),
    coversFrom !== null && coversTo !== null && coversTo < coversFrom
      ? rule('invalid-value', 'The span asked for ends before it begins.', 'Give both days in order.')
      : null,
  ];
}
