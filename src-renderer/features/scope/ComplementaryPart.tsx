import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { ComplementaryForm } from './ComplementaryForm.tsx';
import styles from './ScopePage.module.css';

type Scope = Output<'scope.get'>;
type Kind = Scope['complementary'][number]['kind'];

const KINDS: readonly { readonly kind: Kind; readonly title: string; readonly empty: string }[] = [
  {
    kind: 'user',
    title: 'Expected of user entities (CUEC)',
    empty: 'Controls that the client’s customers have to operate themselves are listed here.',
  },
  {
    kind: 'subservice',
    title: 'Expected of subservice organizations (CSOC)',
    empty: 'Controls that a carved-out organization is expected to operate are listed here.',
  },
];

/** Controls that others have to operate for the criteria to be met. */
export function ComplementaryPart({ scope }: { readonly scope: Scope }) {
  return (
    <div className={styles['panel']}>
      {KINDS.map((kind) => (
        <KindCard key={kind.kind} {...kind} scope={scope} />
      ))}
    </div>
  );
}

interface KindCardProps {
  readonly kind: Kind;
  readonly title: string;
  readonly empty: string;
  readonly scope: Scope;
}

function KindCard({ kind, title, empty, scope }: KindCardProps) {
  const [editing, setEditing] = useState<string>();
  const done = (): void => {
    setEditing(undefined);
  };
  const withdraw = useGatedCommand('scope.withdrawComplementary');
  const rows = scope.complementary.filter((control) => control.kind === kind);
  return (
    <Card title={title} aside={String(rows.length)} isFlush>
      {rows.length === 0 ? <EmptyState sentence={empty} /> : null}
      {rows.map((control) =>
        editing === control.id ? (
          <div key={control.id} className={styles['part']}>
            <ComplementaryForm kind={kind} scope={scope} control={control} onDone={done} />
          </div>
        ) : (
          <ComplementaryRow
            key={control.id}
            control={control}
            scope={scope}
            onEdit={() => {
              setEditing(control.id);
            }}
            onWithdraw={() => {
              withdraw.run({ id: control.id, revision: control.revision });
            }}
          />
        ),
      )}
      <CommandBanner
        command={withdraw}
        title="The control was not taken out"
        failed="The control was not taken out"
      />
      <div className={styles['part']}>
        {editing === 'new' ? (
          <ComplementaryForm kind={kind} scope={scope} onDone={done} />
        ) : (
          <ActionButton
            label={kind === 'user' ? 'Add user entity control' : 'Add subservice control'}
            onPress={() => {
              setEditing('new');
            }}
          />
        )}
      </div>
    </Card>
  );
}

interface ComplementaryRowProps {
  readonly control: Scope['complementary'][number];
  readonly scope: Scope;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

function ComplementaryRow({ control, scope, onEdit, onWithdraw }: ComplementaryRowProps) {
  return (
    <div className={styles['row']}>
      <div>
        <div className={styles['rowTitle']}>{control.number}</div>
        <div className={styles['rowText']}>{control.text}</div>
        <div className={styles['rowFacts']}>{factsOf(control, scope)}</div>
      </div>
      <div className={styles['rowActions']}>
        <TextLink label="Edit" spokenLabel={`Edit ${control.number}`} onPress={onEdit} />
        <TextLink label="Take out" spokenLabel={`Take out ${control.number}`} onPress={onWithdraw} />
      </div>
    </div>
  );
}

function factsOf(control: Scope['complementary'][number], scope: Scope): string {
  const organization = scope.subservices.find((known) => known.id === control.subserviceId);
  return [organization?.name ?? '', control.criteria.join(', ')].filter((part) => part !== '').join('; ');
}
