import { err } from '../../lib/result.ts';
import { gate, rule } from '../gates/refusal.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { all } from '../journal/state.ts';
import { holdsRole, membershipsOf } from './team.ts';

/** Questions of the acceptance form (a.2, step 1): integrity, competence, preconditions, independence, use of the report. */
export const acceptanceQuestions = [
  {
    code: 'integrity',
    text: 'Nothing known about the client’s owners or management speaks against the engagement.',
  },
  {
    code: 'competence',
    text: 'The firm has the people, skills and time for this system and these categories.',
  },
  {
    code: 'responsibility',
    text: 'Management takes responsibility for the description, the controls and its assertion.',
  },
  { code: 'criteria', text: 'The criteria are suitable and available to the users of the report.' },
  { code: 'access', text: 'Management gives unrestricted access to records and people.' },
  {
    code: 'independence',
    text: 'Threats to independence were considered; the firm neither designs nor operates the controls.',
  },
  { code: 'use', text: 'The intended users understand the use of the report and its limits.' },
] as const;

/** Code of an acceptance question. */
export type AcceptanceQuestion = (typeof acceptanceQuestions)[number]['code'];

/** Records the answer to a question; a later answer takes the place of the earlier one, which stays in the journal. */
export function answerAcceptance(
  context: DecisionContext,
  question: AcceptanceQuestion,
  answer: FieldsOf<'acceptanceAnswer'>['answer'],
  note: string,
): Decided {
  if (membershipsOf(context.state, context.actorId).length === 0)
    return err(rule('not-in-team', 'Only members of the team fill in the form.', 'Join the team first.'));
  const known = all(context.state, 'acceptanceAnswer').find((row) => row.question === question);
  if (known !== undefined) return decided(set(context.state, 'acceptanceAnswer', known.id, { answer, note }));
  return decided([add('acceptanceAnswer', context.newId(), { question, answer, note })]);
}

/**
 * Concludes the acceptance form: by an engagement partner only (gate A1), with every question answered, and with
 * safeguards named where the conclusion rests on them.
 */
export function concludeAcceptance(
  context: DecisionContext,
  conclusion: 'accept' | 'acceptWithSafeguards' | 'decline',
  safeguards: string,
): Decided {
  const [form] = all(context.state, 'acceptanceForm');
  if (form === undefined) return err(rule('not-found', 'There is no acceptance form.', 'Open another file.'));
  if (!holdsRole(context.state, context.actorId, 'partner'))
    return err(gate('A1', {}, { entity: 'acceptanceForm', id: form.id }));
  const answered = new Set(all(context.state, 'acceptanceAnswer').map((row) => row.question));
  const open = acceptanceQuestions.filter((question) => !answered.has(question.code)).length;
  if (open > 0)
    return err(
      rule(
        'invalid-value',
        `${String(open)} ${open === 1 ? 'question is' : 'questions are'} not answered.`,
        'Answer every question of the form.',
        { n: open },
      ),
    );
  if (conclusion === 'acceptWithSafeguards' && safeguards.trim().length < 10)
    return err(
      rule('invalid-value', 'The safeguards are not named.', 'Write down the safeguards.', {
        field: 'safeguards',
      }),
    );
  const values = { conclusion, safeguards, concludedBy: context.actorId, concludedAt: context.at };
  return decided(set(context.state, 'acceptanceForm', form.id, values));
}
