import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { CONCLUSIONS } from './messages.ts';
import type { Conclusion } from './messages.ts';
import styles from './AcceptancePage.module.css';

interface AcceptanceConclusionProps {
  readonly form: Output<'acceptance.get'>;
  /** Questions without an answer. */
  readonly open: number;
}

/** The partner's conclusion on the form (gate A1). */
export function AcceptanceConclusion({ form, open }: AcceptanceConclusionProps) {
  const [conclusion, setConclusion] = useState(conclusionOf(form.conclusion));
  const [safeguards, setSafeguards] = useState(form.safeguards);
  const conclude = useGatedCommand('acceptance.conclude');
  return (
    <Card title="Conclusion" aside={<ConcludedChip form={form} />}>
      <div className={styles['conclude']}>
        <RadioCards
          label="The engagement is"
          choices={CONCLUSIONS}
          value={conclusion}
          onChange={(value) => {
            setConclusion(conclusionOf(value));
          }}
        />
        {conclusion === 'acceptWithSafeguards' ? (
          <TextAreaField label="Safeguards" value={safeguards} onChange={setSafeguards} />
        ) : null}
        <CommandBanner
          command={conclude}
          title="The form cannot be concluded yet"
          failed="The conclusion was not recorded"
        />
        <div className={styles['actions']}>
          <ActionButton
            label={form.conclusion === null ? 'Sign acceptance' : 'Sign acceptance again'}
            kind={form.conclusion === null && open === 0 ? 'filled' : 'default'}
            isBusy={conclude.isBusy}
            onPress={() => {
              if (conclusion !== undefined) conclude.run({ conclusion, safeguards });
            }}
          />
          <span>
            {open === 0
              ? 'The engagement partner signs.'
              : `${countOf(open, 'question')} ${open === 1 ? 'is' : 'are'} not answered.`}
          </span>
        </div>
      </div>
    </Card>
  );
}

function ConcludedChip({ form }: { readonly form: Output<'acceptance.get'> }) {
  const { conclusion, concludedBy, concludedAt } = form;
  const { day } = useInstantWords();
  if (conclusion === null) return <StatusChip kind="not-yet" label="Not concluded" />;
  const words = CONCLUSIONS.find((known) => known.value === conclusion)?.label ?? conclusion;
  const when = `${concludedBy ?? ''}, ${day(concludedAt ?? '')}`;
  return <StatusChip kind={conclusion === 'decline' ? 'flagged' : 'done'} label={`${words}, ${when}`} />;
}

function conclusionOf(value: string | null): Conclusion | undefined {
  return CONCLUSIONS.find((known) => known.value === value)?.value;
}
