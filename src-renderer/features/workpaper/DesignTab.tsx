import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { gateMessage } from '../../app/gate-messages.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { Card, CardRow } from '../../ui/page/Card.tsx';
import { PageColumns } from '../../ui/page/PageHeader.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { EvidenceCard } from './evidence/EvidenceCard.tsx';
import { ProcedureForm } from './ProcedureForm.tsx';
import styles from './WorkpaperPage.module.css';

type Design = Output<'design.get'>;

/** The walkthrough of a control and the conclusion on its design (gates D1, D2). */
export function DesignTab({ controlId }: { readonly controlId: string }) {
  const design = useQuery('design.get', { controlId });
  return (
    <Answered query={design} what="the design test" rows={8}>
      {(data) => (
        <PageColumns
          aside={
            <EvidenceCard
              target={{ kind: 'test', id: data.testId }}
              title="Walkthrough evidence"
              place="the walkthrough"
            />
          }
        >
          <div className={styles['stack']}>
            <Procedures design={data} />
            <Instance key={data.testId} design={data} />
            <Conclusion design={data} />
          </div>
        </PageColumns>
      )}
    </Answered>
  );
}

function Procedures({ design }: { readonly design: Design }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Card title="Procedures" aside={countOf(design.procedures.length, 'procedure')} isFlush>
      {design.procedures.map((procedure) => (
        <CardRow key={procedure.id}>
          <div className={styles['stack']}>
            <strong>{`${procedure.nature}, ${procedure.performedOn}, ${procedure.performedBy}`}</strong>
            <p className={styles['text']}>{procedure.text}</p>
            {procedure.result === '' ? null : <p className={styles['quiet']}>{procedure.result}</p>}
          </div>
        </CardRow>
      ))}
      <CardRow>
        {isAdding ? (
          <ProcedureForm
            workpaperId={design.workpaperId}
            suggestions={design.suggestedSteps}
            onDone={() => {
              setAdding(false);
            }}
          />
        ) : (
          <ActionButton
            label="Add procedure"
            onPress={() => {
              setAdding(true);
            }}
          />
        )}
      </CardRow>
    </Card>
  );
}

function Instance({ design }: { readonly design: Design }) {
  const [instance, setInstance] = useState(design.instance);
  const command = useGatedCommand('design.describe', { takesReasons: true });
  return (
    <Card title="Instance walked through">
      <div className={styles['stack']}>
        <CommandBanner
          command={command}
          title="The instance is not saved"
          failed="The instance was not saved"
        />
        <TextField
          label="Instance"
          value={instance}
          onChange={setInstance}
          hint="The one occurrence that was followed from start to end, by its key"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Save instance"
            isBusy={command.isBusy}
            isBlocked={instance === design.instance}
            onPress={() => {
              if (instance !== design.instance) command.run({ testId: design.testId, instance });
            }}
          />
        </div>
      </div>
    </Card>
  );
}

function Conclusion({ design }: { readonly design: Design }) {
  const [text, setText] = useState(design.conclusionText);
  const command = useGatedCommand('design.conclude', { takesReasons: true });
  const conclude = (conclusion: 'effective' | 'notEffective'): void => {
    command.run({ testId: design.testId, revision: design.testRevision, conclusion, text });
  };
  return (
    <Card title="Conclusion on design" aside={standingOf(design)}>
      <div className={styles['stack']}>
        {command.gates.length === 0 && design.conclusion === null ? (
          <GateBanner
            gates={design.findings.map((found) => gateMessage(found))}
            title="The design cannot be concluded yet"
          />
        ) : null}
        <CommandBanner
          command={command}
          title="The design cannot be concluded yet"
          failed="The conclusion was not recorded"
        />
        <TextAreaField
          label="Reason"
          value={text}
          onChange={setText}
          hint="Why the design is effective, or not"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Conclude effective"
            kind={design.findings.length === 0 && design.conclusion === null ? 'filled' : 'default'}
            isBusy={command.isBusy}
            onPress={() => {
              conclude('effective');
            }}
          />
          <ActionButton
            label="Conclude not effective"
            isBusy={command.isBusy}
            onPress={() => {
              conclude('notEffective');
            }}
          />
        </div>
      </div>
    </Card>
  );
}

function standingOf({ conclusion, status }: Design) {
  if (conclusion === null)
    return <StatusChip kind="under-way" label={status === 'notStarted' ? 'Not started' : 'In progress'} />;
  return conclusion === 'effective' ? (
    <StatusChip kind="done" label="Effective" />
  ) : (
    <StatusChip kind="blocks" label="Not effective" />
  );
}
