/** Events after the end of the period or the as-of date, and the inquiry about them (a.2, step 14; gate L6). */
import type { PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { engagementOf, refusalToWork } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add } from '../journal/ops.ts';
import { addRow, editRow, type RowRef } from '../journal/row-decisions.ts';
import { all, type EngagementState } from '../journal/state.ts';

/** Records an event that occurred after what the report speaks of. */
export function addSubsequentEvent(
  context: DecisionContext,
  event: Omit<FieldsOf<'subsequentEvent'>, 'withdrawn'>,
): Decided<{ id: string }> {
  const refusal = refusalToWork(context) ?? refusalOfEvent(context, event);
  return addRow(context, 'subsequentEvent', { ...event, withdrawn: false }, refusal);
}

function refusalOfEvent(
  { state, today }: DecisionContext,
  event: { readonly occurredOn: PlainDate; readonly description: string },
): Refusal | null {
  const end = lastDayOf(state);
  if (event.description.trim() === '')
    return rule('invalid-value', 'The event is not described.', 'Say what happened.', {
      field: 'description',
    });
  if (event.occurredOn > today)
    return rule('invalid-value', 'The event lies in the future.', 'Give the day on which it occurred.');
  if (end === null || event.occurredOn > end) return null;
  return rule(
    'invalid-value',
    `The event lies before the end, ${end}.`,
    'Tell it in the description (DC4 or DC9).',
  );
}

/** Takes an event back. */
export function withdrawSubsequentEvent(context: DecisionContext, ref: RowRef): Decided {
  return editRow(context, 'subsequentEvent', ref, { withdrawn: true }, refusalToWork(context));
}

/** Records how far the inquiry about subsequent events reaches, what was asked and answered. */
export function recordInquiry(
  context: DecisionContext,
  inquiry: { readonly coversTo: PlainDate; readonly text: string },
): Decided<{ id: string }> {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (inquiry.coversTo > context.today)
    return err(
      rule(
        'invalid-value',
        'The inquiry cannot reach into the future.',
        'Give the day up to which was asked.',
      ),
    );
  if (inquiry.text.trim().length < 10)
    return err(
      rule('invalid-value', 'The inquiry says nothing.', 'Write who was asked and what they answered.'),
    );
  const id = context.newId();
  return decidedWith([add('subsequentInquiry', id, { ...inquiry, performedBy: context.actorId })], { id });
}

/** The day up to which the inquiry reaches, or `null` where there was none. */
export function inquiredUpTo(state: EngagementState): PlainDate | null {
  return all(state, 'subsequentInquiry').reduce<PlainDate | null>(
    (latest, row) => (latest === null || row.coversTo > latest ? row.coversTo : latest),
    null,
  );
}

/** The last day of which a report speaks: the end of the period or the as-of date. */
export function lastDayOf(state: EngagementState): PlainDate | null {
  const engagement = engagementOf(state);
  return engagement?.asOfDate ?? engagement?.periodEnd ?? null;
}

/** The events that stand. */
export const subsequentEvents = (state: EngagementState): readonly Row<'subsequentEvent'>[] =>
  all(state, 'subsequentEvent').filter((event) => !event.withdrawn);
