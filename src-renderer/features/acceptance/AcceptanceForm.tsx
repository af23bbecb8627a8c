import { IconShieldCheck } from '@tabler/icons-react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { Card } from '../../ui/page/Card.tsx';
import { AcceptanceConclusion } from './AcceptanceConclusion.tsx';
import { AcceptanceQuestion } from './AcceptanceQuestion.tsx';

/** The questions with their answers, and the partner's conclusion. */
export function AcceptanceForm({ form }: { readonly form: Output<'acceptance.get'> }) {
  const answer = useGatedCommand('acceptance.answer');
  const answered = form.questions.filter((question) => question.answer !== null).length;
  return (
    <>
      <Card
        title="Acceptance form"
        icon={IconShieldCheck}
        aside={`${String(answered)} of ${String(form.questions.length)} answered`}
        isFlush
      >
        <CommandBanner
          command={answer}
          title="The answer was not recorded"
          failed="The answer was not recorded"
        />
        {form.questions.map((question) => (
          <AcceptanceQuestion key={question.code} question={question} answer={answer} />
        ))}
      </Card>
      <AcceptanceConclusion form={form} open={form.questions.length - answered} />
    </>
  );
}
