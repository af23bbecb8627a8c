import { err } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { all } from '../journal/state.ts';
import { engagementOf, holdsRole, membershipsOf } from './team.ts';

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

/**
 * Records the answer to a question; a later answer takes the place of the earlier one, which stays in the journal. A form
 * that was concluded on other answers is open again; once the engagement is accepted the form rests.
 */
export function answerAcceptance(
  context: DecisionContext,
  question: AcceptanceQuestion,
  answer: FieldsOf<'acceptanceAnswer'>['answer'],
  note: string,
): Decided {
  if (membershipsOf(context.state, context.actorId).length === 0)
    return err(rule('not-in-team', 'Only members of the team fill in the form.', 'Join the team first.'));
  const late = refusalOfLate(context);
  if (late !== null) return err(late);
  const known = all(context.state, 'acceptanceAnswer').find((row) => row.question === question);
  const ops =
    known === undefined
      ? [add('acceptanceAnswer', context.newId(), { question, answer, note })]
      : set(context.state, 'acceptanceAnswer', known.id, { answer, note });
  return decided(ops.length === 0 ? [] : [...ops, ...reopenedForm(context)]);
}

/** A conclusion rests on the answers that it was drawn from. */
const reopenedForm = ({ state }: DecisionContext): readonly Op[] =>
  all(state, 'acceptanceForm').flatMap((form) =>
    set(state, 'acceptanceForm', form.id, { conclusion: null, concludedBy: null, concludedAt: null }),
  );

function refusalOfLate({ state }: DecisionContext): Refusal | null {
  const status = engagementOf(state)?.status ?? 'draft';
  if (status === 'draft') return null;
  return rule(
    'wrong-state',
    'The engagement is accepted; the form rests.',
    'Cancel the engagement with a reason if it should not go on.',
    { status },
  );
}

/**
 * Concludes the acceptance form: by an engagement partner only (gate A1), with every question answered, and with
 * safeguards named where the conclusion rests on them or an answer is “no”.
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
  const refusal = refusalOfLate(context) ?? refusalOfAnswers(context, conclusion);
  if (refusal !== null) return err(refusal);
  if (conclusion === 'acceptWithSafeguards' && safeguards.trim().length < 10)
    return err(
      rule('invalid-value', 'The safeguards are not named.', 'Write down the safeguards.', {
        field: 'safeguards',
      }),
    );
  const values = { conclusion, safeguards, concludedBy: context.actorId, concludedAt: context.at };
  return decided(set(context.state, 'acceptanceForm', form.id, values));
}

/** Every question is answered; a “no” is not accepted without safeguards. */
function refusalOfAnswers({ state }: DecisionContext, conclusion: string): Refusal | null {
  const answers = all(state, 'acceptanceAnswer');
  const answered = new Set(answers.map((row) => row.question));
  const open = acceptanceQuestions.filter((question) => !answered.has(question.code)).length;
  if (open > 0)
    return rule(
      'invalid-value',
      `${String(open)} ${open === 1 ? 'question is' : 'questions are'} not answered.`,
      'Answer every question of the form.',
      { n: open },
    );
  const no = answers.filter((row) => row.answer === 'no').length;
  if (conclusion !== 'accept' || no === 0) return null;
  return rule(
    'invalid-value',
    `${String(no)} ${no === 1 ? 'question is' : 'questions are'} answered with no.`,
    'Accept with safeguards, or decline.',
    { n: no },
  );
}
