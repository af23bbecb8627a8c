import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { gateMessage } from '../../app/gate-messages.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { SelectField, TextAreaField } from '../../ui/form/FormField.tsx';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { decisionOf, isModified, partLabel, PARTS, partsOf } from './opinion-draft.ts';
import type { ChosenParts, PartnerAnswers, Wizard } from './opinion-draft.ts';
import styles from './OpinionPage.module.css';

interface DecisionCardProps {
  readonly wizard: Wizard;
  readonly answers: PartnerAnswers;
}

/** What the answers suggest for each part, and the decision of the engagement partner (gate L8). */
export function DecisionCard({ wizard, answers }: DecisionCardProps) {
  const { opinion } = wizard;
  const [parts, setParts] = useState<ChosenParts>(() => decidedParts(wizard));
  const [basis, setBasis] = useState(opinion?.basis ?? '');
  const decide = useGatedCommand('opinion.decide');
  const toast = useToast();
  const decision = decisionOf(wizard, answers, parts, basis);
  return (
    <Card title="Decision" aside={`suggested: ${partLabel(wizard.suggestion.overall).toLowerCase()}`}>
      <div className={styles['decision']}>
        <GateBanner
          gates={wizard.contradictions.map((found) => gateMessage(found))}
          title="The opinion on record contradicts the file"
        />
        {partsOf(wizard).map(({ id, letter, label }) => (
          <SelectField
            key={id}
            label={`${letter} ${label}`}
            hint={`Suggested: ${partLabel(wizard.suggestion[id] ?? 'unmodified').toLowerCase()}`}
            value={decision[id] ?? 'unmodified'}
            options={PARTS}
            onChange={(value) => {
              decide.clear();
              setParts({ ...parts, [id]: PARTS.find((known) => known.value === value)?.value });
            }}
          />
        ))}
        {isModified(decision) ? (
          <TextAreaField
            label="Basis for the modified opinion"
            hint="Stands in the report before the opinion."
            value={basis}
            onChange={setBasis}
            minRows={4}
          />
        ) : null}
        <CommandBanner
          command={decide}
          title="The opinion cannot be decided yet"
          failed="The opinion was not decided"
        />
        <div className={styles['actions']}>
          <ActionButton
            label={opinion === null ? 'Decide opinion' : 'Decide opinion again'}
            kind={opinion === null && wizard.openCriteria === 0 ? 'filled' : 'default'}
            isBusy={decide.isBusy}
            onPress={() => {
              decide.run(decision, () => {
                toast({ text: 'Opinion decided' });
              });
            }}
          />
          <span className={styles['quiet']}>The engagement partner decides.</span>
        </div>
      </div>
    </Card>
  );
}

function decidedParts({ opinion }: Wizard): ChosenParts {
  if (opinion === null) return {};
  const { description, design, operation } = opinion;
  return operation === null ? { description, design } : { description, design, operation };
}
