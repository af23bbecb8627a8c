import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { figureWords, type Review, type Rule } from './access-words.ts';
import styles from './AccessReview.module.css';

type Figure = Rule['figures'][number];

const yesNo = [
  { value: '1', label: 'Yes' },
  { value: '0', label: 'No' },
] as const;

/** The figures of a rule, which the engagement may change; the next run goes by them. */
export function FiguresCard({ review, rule }: { readonly review: Review; readonly rule: Rule }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const change = useGatedCommand('accessReview.setFigures', { takesReasons: true });
  if (rule.figures.length === 0) return null;
  const valueOf = ({ name, value }: Figure): string => typed[name] ?? String(value);
  const isWhole = rule.figures.every((own) => /^\d+$/.test(valueOf(own).trim()));
  const isChanged = rule.figures.some((own) => Number(valueOf(own)) !== own.value);
  const submit = (): void => {
    if (!isWhole || !isChanged) return;
    const figures = Object.fromEntries(rule.figures.map((own) => [own.name, Number(valueOf(own))]));
    const { reviewId, revision } = review;
    change.run({ reviewId, revision, ruleId: rule.ruleId, figures }, () => {
      setTyped({});
    });
  };
  return (
    <Card title="Figures">
      <div className={styles['stack']}>
        {rule.figures.map((own) => {
          const set = (text: string): void => {
            setTyped((before) => ({ ...before, [own.name]: text }));
          };
          if (own.unit === 'yesNo')
            return (
              <SegmentedChoice
                key={own.name}
                label={own.label}
                choices={yesNo}
                value={valueOf(own)}
                onChange={set}
              />
            );
          const hint = `Standard: ${figureWords({ value: own.standard, unit: own.unit })}`;
          const field = { label: own.label, value: valueOf(own), hint, unit: own.unit, onChange: set };
          return <TextField key={own.name} {...field} isNumber />;
        })}
        <CommandBanner command={change} title="The figures stay" failed="The figures were not changed" />
        <div>
          <ActionButton
            label="Change figures"
            isBlocked={!isWhole || !isChanged}
            isBusy={change.isBusy}
            onPress={submit}
          />
        </div>
      </div>
    </Card>
  );
}
