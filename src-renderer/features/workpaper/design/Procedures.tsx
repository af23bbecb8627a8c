import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextLink } from '../../../ui/button/TextLink.tsx';
import { shownDate } from '../../../ui/form/typed-date.ts';
import { Card, CardRow } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { TargetEvidence } from '../evidence/TargetEvidence.tsx';
import styles from '../WorkpaperPage.module.css';
import { natureWord } from './design-words.ts';
import type { Design, Procedure } from './design-words.ts';
import { ProcedureForm } from './ProcedureForm.tsx';

/** What was done to test the design, each with its result and evidence; inquiry alone is not enough (gate D1). */
export function Procedures({ design }: { readonly design: Design }) {
  const [isAdding, setAdding] = useState(false);
  const { procedures } = design;
  return (
    <Card title="Procedures" aside={countOf(procedures.length, 'procedure')} isFlush>
      {procedures.length === 0 && !isAdding ? (
        <EmptyState sentence="What was asked, seen, read and done again to test the design. Inquiry alone does not support a conclusion." />
      ) : null}
      {procedures.map((procedure) => (
        <CardRow key={procedure.id}>
          <ProcedureItem procedure={procedure} workpaperId={design.workpaperId} />
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
            icon={IconPlus}
            onPress={() => {
              setAdding(true);
            }}
          />
        )}
      </CardRow>
    </Card>
  );
}

interface ProcedureItemProps {
  readonly procedure: Procedure;
  readonly workpaperId: string;
}

function ProcedureItem({ procedure, workpaperId }: ProcedureItemProps) {
  const [isEditing, setEditing] = useState(false);
  if (!isEditing)
    return (
      <ProcedureWords
        procedure={procedure}
        onEdit={() => {
          setEditing(true);
        }}
      />
    );
  return (
    <div className={styles['entry']}>
      <ProcedureForm
        workpaperId={workpaperId}
        suggestions={[]}
        procedure={procedure}
        onDone={() => {
          setEditing(false);
        }}
      />
    </div>
  );
}

interface ProcedureWordsProps {
  readonly procedure: Procedure;
  readonly onEdit: () => void;
}

function ProcedureWords({ procedure, onEdit }: ProcedureWordsProps) {
  const withdraw = useGatedCommand('design.editProcedure', { takesReasons: true });
  const { id, revision, nature, subject, text, result, performedBy, performedOn, evidenceCount } = procedure;
  const who = [subject, performedBy, shownDate(performedOn)].filter((part) => part !== '').join(', ');
  return (
    <div className={styles['entry']}>
      <div className={styles['head']}>
        <span className={styles['foot']}>
          <StatusChip kind={nature === 'inquiry' ? 'none' : 'ready'} label={natureWord(nature)} />
          <span className={styles['quiet']}>{who}</span>
        </span>
        <span className={styles['foot']}>
          <TextLink label="Edit" spokenLabel={`Edit procedure: ${text}`} onPress={onEdit} />
          <TextLink
            label="Take back"
            spokenLabel={`Take back procedure: ${text}`}
            onPress={() => {
              withdraw.run({ id, revision, withdrawn: true });
            }}
          />
        </span>
      </div>
      <p className={styles['text']}>{text}</p>
      {result === '' ? null : <p className={styles['quiet']}>{result}</p>}
      <CommandBanner
        command={withdraw}
        title="The procedure stays"
        failed="The procedure was not taken back"
      />
      <TargetEvidence target={{ kind: 'procedure', id }} place="the procedure" count={evidenceCount} />
    </div>
  );
}
