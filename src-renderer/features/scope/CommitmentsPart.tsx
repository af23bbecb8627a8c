import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Input, Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import styles from './ScopePage.module.css';

type Scope = Output<'scope.get'>;
type Fields = Input<'scope.addCommitment'>;

const KINDS = [
  { value: 'commitment', label: 'Commitment' },
  { value: 'requirement', label: 'Requirement' },
] as const;

/** Service commitments and system requirements, against which the criteria are judged. */
export function CommitmentsPart({ scope }: { readonly scope: Scope }) {
  const [isAdding, setAdding] = useState(false);
  const withdraw = useGatedCommand('scope.withdrawCommitment');
  return (
    <Card
      title="Principal service commitments and system requirements"
      aside={String(scope.commitments.length)}
      isFlush
    >
      {scope.commitments.length === 0 ? (
        <EmptyState sentence="What the client promises its customers, and what the system must do to keep it, is listed here." />
      ) : null}
      {scope.commitments.map((commitment) => (
        <div key={commitment.id} className={styles['row']}>
          <div>
            <div className={styles['rowText']}>{commitment.text}</div>
            <div className={styles['rowFacts']}>
              {[
                commitment.kind === 'commitment' ? 'Commitment' : 'Requirement',
                ...commitment.categories,
              ].join(', ')}
            </div>
          </div>
          <TextLink
            label="Take out"
            spokenLabel={`Take out: ${commitment.text}`}
            onPress={() => {
              withdraw.run({ id: commitment.id, revision: commitment.revision });
            }}
          />
        </div>
      ))}
      <CommandBanner
        command={withdraw}
        title="The commitment was not taken out"
        failed="The commitment was not taken out"
      />
      <div className={styles['part']}>
        {isAdding ? (
          <AddCommitment
            categories={scope.categories}
            onDone={() => {
              setAdding(false);
            }}
          />
        ) : (
          <ActionButton
            label="Add commitment or requirement"
            onPress={() => {
              setAdding(true);
            }}
          />
        )}
      </div>
    </Card>
  );
}

interface AddCommitmentProps {
  readonly categories: readonly string[];
  readonly onDone: () => void;
}

function AddCommitment({ categories, onDone }: AddCommitmentProps) {
  const add = useGatedCommand('scope.addCommitment');
  const [kind, setKind] = useState<Fields['kind']>('commitment');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isComplete = text.trim() !== '';
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        const input = { kind, text, categories: [...chosen] } as Fields; // chosen from the engagement's own categories
        add.run(input, onDone);
      }}
    >
      <div className={styles['narrow']}>
        <SegmentedChoice
          label="Kind"
          choices={KINDS}
          value={kind}
          onChange={(value) => {
            setKind(value === 'requirement' ? 'requirement' : 'commitment');
          }}
        />
      </div>
      <TextAreaField label="Text" value={text} minRows={2} onChange={setText} />
      <MultiSelectField
        label="Categories"
        values={chosen}
        options={categories.map((name) => ({ value: name, label: name }))}
        onChange={setChosen}
      />
      <CommandBanner command={add} title="The text was not added" failed="The text was not added" />
      <div className={styles['actions']}>
        <ActionButton
          label={kind === 'commitment' ? 'Add commitment' : 'Add requirement'}
          type="submit"
          isBlocked={!isComplete}
          isBusy={add.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
