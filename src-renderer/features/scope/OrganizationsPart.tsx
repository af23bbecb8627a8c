import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { METHODS } from './messages.ts';
import { OrganizationForm } from './OrganizationForm.tsx';
import styles from './ScopePage.module.css';
import { codesOf, useControlChoices } from './use-choices.ts';

type Scope = Output<'scope.get'>;
type Organization = Scope['subservices'][number];

/** The subservice organizations, and what each still lacks (gate P2). */
export function OrganizationsPart({ scope }: { readonly scope: Scope }) {
  const [editing, setEditing] = useState<string>();
  const withdraw = useGatedCommand('scope.withdrawSubservice');
  const { subservices } = scope;
  const done = (): void => {
    setEditing(undefined);
  };
  return (
    <Card title="Subservice organizations" aside={String(subservices.length)} isFlush>
      {subservices.length === 0 ? (
        <EmptyState sentence="Organizations whose services are part of the system, such as a hosting provider, are listed here: carved out or included." />
      ) : null}
      {subservices.map((organization) =>
        editing === organization.id ? (
          <div key={organization.id} className={styles['part']}>
            <OrganizationForm organization={organization} onDone={done} />
          </div>
        ) : (
          <OrganizationRow
            key={organization.id}
            organization={organization}
            expected={
              scope.complementary.filter((control) => control.subserviceId === organization.id).length
            }
            onEdit={() => {
              setEditing(organization.id);
            }}
            onWithdraw={() => {
              withdraw.run({ id: organization.id, revision: organization.revision });
            }}
          />
        ),
      )}
      <CommandBanner
        command={withdraw}
        title="The organization was not taken out"
        failed="The organization was not taken out"
      />
      <div className={styles['part']}>
        {editing === 'new' ? (
          <OrganizationForm onDone={done} />
        ) : (
          <ActionButton
            label="Add organization"
            onPress={() => {
              setEditing('new');
            }}
          />
        )}
      </div>
    </Card>
  );
}

interface OrganizationRowProps {
  readonly organization: Organization;
  /** Controls that are expected of it. */
  readonly expected: number;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

function OrganizationRow({ organization, expected, onEdit, onWithdraw }: OrganizationRowProps) {
  const controls = useControlChoices();
  const { name, service, method, criteria, monitoringControlIds } = organization;
  const missing = missingOf(organization, expected);
  const monitoring = codesOf(monitoringControlIds, controls);
  return (
    <div className={styles['row']}>
      <div>
        <div className={styles['rowTitle']}>
          {name}, {METHODS.find((known) => known.value === method)?.label.toLowerCase()}
        </div>
        <div className={styles['rowText']}>{service}</div>
        <div className={styles['rowFacts']}>
          {[
            `${String(expected)} expected ${expected === 1 ? 'control' : 'controls'}`,
            monitoring === '' ? 'no monitoring control' : `monitored by ${monitoring}`,
            ...(criteria.length === 0 ? [] : [criteria.join(', ')]),
          ].join('; ')}
        </div>
        {missing === '' ? null : <StatusWord kind="blocks" label={`P2: ${missing}`} />}
      </div>
      <div className={styles['rowActions']}>
        <TextLink label="Edit" spokenLabel={`Edit ${name}`} onPress={onEdit} />
        <TextLink label="Take out" spokenLabel={`Take out ${name}`} onPress={onWithdraw} />
      </div>
    </div>
  );
}

/** What gate P2 asks for and is not there. */
function missingOf(organization: Organization, expected: number): string {
  if (organization.method === 'inclusive')
    return organization.assertionPlanned ? '' : 'its assertion is not planned';
  const parts = [
    ...(expected === 0 ? ['list the controls expected of it'] : []),
    ...(organization.monitoringControlIds.length === 0 ? ['name the control that monitors it'] : []),
  ];
  return parts.join('; ');
}
