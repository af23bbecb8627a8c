import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Input, Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { gateMessage } from '../../app/gate-messages.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SelectField, TextAreaField } from '../../ui/form/FormField.tsx';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { Card } from '../../ui/page/Card.tsx';
import type { TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

type Conclusion = Input<'testing.conclude'>['conclusion'];
type Outlook = Output<'testing.outlook'>;

const words: Readonly<Record<Conclusion, string>> = {
  effective: 'Effective',
  effectiveWithDeviations: 'Effective, with deviations',
  notEffective: 'Not effective',
  notTested: 'Not tested, design deficient',
  didNotOperate: 'Did not operate in the period',
};

/** What the conclusion may be is said before it is chosen, with everything that stands against it. */
export function ConcludeCard({ grid }: { readonly grid: TestGrid }) {
  const outlook = useQuery('testing.outlook', { testId: grid.testId });
  return (
    <Card title="Conclusion on operation">
      <Answered query={outlook} what="what may be concluded" rows={4}>
        {(data) => <ConcludeForm grid={grid} outlook={data} />}
      </Answered>
    </Card>
  );
}

function ConcludeForm({ grid, outlook }: { readonly grid: TestGrid; readonly outlook: Outlook }) {
  const open = outlook.find((way) => way.findings.every((found) => found.kind === 'warning'));
  const [conclusion, setConclusion] = useState<Conclusion>(open?.conclusion ?? 'effective');
  const [text, setText] = useState('');
  const command = useGatedCommand('testing.conclude', { takesReasons: true });
  const findings = outlook.find((way) => way.conclusion === conclusion)?.findings ?? [];
  const isBlocked = findings.some((found) => found.kind === 'block');
  return (
    <div className={styles['stack']}>
      {command.gates.length === 0 ? (
        <GateBanner gates={findings.map((found) => gateMessage(found))} title="Cannot conclude yet" />
      ) : null}
      <CommandBanner command={command} title="Cannot conclude yet" failed="The conclusion was not recorded" />
      <SelectField
        label="Conclusion"
        value={conclusion}
        options={outlook.map((way) => ({ value: way.conclusion, label: words[way.conclusion] }))}
        onChange={(value) => {
          const chosen = outlook.find((way) => way.conclusion === value);
          if (chosen !== undefined) setConclusion(chosen.conclusion);
        }}
      />
      <TextAreaField label="Reason" value={text} onChange={setText} />
      <div className={styles['foot']}>
        <ActionButton
          label="Conclude test"
          kind={isBlocked ? 'default' : 'filled'}
          isBlocked={isBlocked}
          isBusy={command.isBusy}
          onPress={() => {
            command.run({ testId: grid.testId, revision: grid.revision, conclusion, text });
          }}
        />
      </div>
    </div>
  );
}
