import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { gateMessage } from '../../../app/gate-messages.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../../ui/form/FormField.tsx';
import { GateBanner } from '../../../ui/gate/GateBanner.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { countOf, formatPercent } from '../../../ui/text/format-number.ts';
import styles from './Sample.module.css';
import type { Plan, Sampling } from './sample-words.ts';

type Expansion = NonNullable<Sampling['expansion']>;

interface ExpansionCardProps {
  readonly expansion: Expansion;
  readonly plan: Plan;
  /** A deviation stands in the test: what more items would give is then shown. */
  readonly hasDeviation: boolean;
}

/** The rule for stopping, stored before it is needed; after a deviation, what more items would give (gate S7). */
export function ExpansionCard({ expansion, plan, hasDeviation }: ExpansionCardProps) {
  if (hasDeviation) return <Stages expansion={expansion} plan={plan} />;
  return (
    <Card title="Before the items are tested" aside="needed only if a deviation is found">
      <div className={styles['stack']}>
        <StopRule plan={plan} />
        {stagesOf(expansion).map(({ stage, words }) => (
          <p key={words} className={styles['hint']}>
            After one deviation more than planned: {countOf(stage.additional, 'item')} more, {stage.total} in
            all, risk {formatPercent(stage.risk * 100)}, {words}
          </p>
        ))}
      </div>
    </Card>
  );
}

/** The two ways to go on, each with the exact risk of both stages together. */
function stagesOf({ toTableSize, withinRisk }: Expansion) {
  const stages = [
    { stage: toTableSize, words: 'to the size of the next number of deviations' },
    { stage: withinRisk, words: 'keeps the planned risk' },
  ];
  return stages.flatMap(({ stage, words }) => (stage === null ? [] : [{ stage, words }]));
}

function Stages({ expansion, plan }: Omit<ExpansionCardProps, 'hasDeviation'>) {
  const expand = useGatedCommand('sampling.expand', { takesReasons: true });
  return (
    <Card title="After a deviation" aside="exact risk of the two-stage plan">
      <div className={styles['stack']}>
        <GateBanner
          gates={expansion.findings.map((found) => gateMessage(found))}
          title="The sample cannot be expanded yet"
        />
        <StopRule plan={plan} />
        <CommandBanner
          command={expand}
          title="The sample is not expanded"
          failed="The sample was not expanded"
        />
        {stagesOf(expansion).map(({ stage, words }) => (
          <div key={words} className={styles['buttons']}>
            <ActionButton
              label={`Add ${countOf(stage.additional, 'item')}`}
              isBusy={expand.isBusy}
              onPress={() => {
                expand.run({ planId: plan.id, revision: plan.revision, additional: stage.additional });
              }}
            />
            <span>
              {stage.total} in all, risk {formatPercent(stage.risk * 100)}, {words}
            </span>
          </div>
        ))}
      </div>
    </Card>
  );
}

function StopRule({ plan }: { readonly plan: Plan }) {
  const command = useGatedCommand('sampling.setStopRule', { takesReasons: true });
  const [rule, setRule] = useState(plan.stopRule ?? '');
  return (
    <form
      className={styles['stack']}
      aria-label="Rule for stopping"
      onSubmit={(event) => {
        event.preventDefault();
        command.run({ planId: plan.id, revision: plan.revision, stopRule: rule });
      }}
    >
      <CommandBanner command={command} title="The rule is not stored" failed="The rule was not stored" />
      <TextAreaField
        label="Rule for stopping"
        value={rule}
        onChange={setRule}
        hint="When no more items are added, stored before the first of them is looked at"
      />
      <div className={styles['buttons']}>
        <ActionButton label="Record rule" type="submit" isBusy={command.isBusy} onPress={() => undefined} />
      </div>
    </form>
  );
}
