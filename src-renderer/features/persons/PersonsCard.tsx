import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../app/client.ts';
import { PersonForm } from '../../app/PersonForm.tsx';
import { useSessionPersons } from '../../app/session-persons.ts';
import type { Person } from '../../app/session-persons.ts';
import { useUnlockPerson } from '../../app/session-unlock.tsx';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './PersonsPage.module.css';

/** Who works at this computer, and whose key is unlocked. */
export function PersonsCard() {
  const { persons, actor } = useSessionPersons();
  const [isCreating, setCreating] = useState(persons.length === 0);
  const unlock = useUnlockPerson();
  const lock = useCommand('person.lock');
  const columns = personColumns(actor?.id, unlock, () => {
    lock.mutate({});
  });
  return (
    <Card title="Persons of this computer" icon={IconUsers} aside={countOf(persons.length, 'person')} isFlush>
      <DataTable
        label="Persons of this computer"
        columns={columns}
        rows={persons}
        rowKey={(person) => person.id}
        hasFrame={false}
      />
      {isCreating ? (
        <div className={styles['creating']}>
          <PersonForm
            submitLabel="Create person"
            onCreated={() => {
              setCreating(false);
            }}
            onCancel={() => {
              setCreating(false);
            }}
          />
        </div>
      ) : (
        <div className={styles['more']}>
          <ActionButton
            label="Create another person"
            onPress={() => {
              setCreating(true);
            }}
          />
        </div>
      )}
    </Card>
  );
}

function personColumns(
  actorId: string | undefined,
  unlock: (personId: string) => void,
  lock: () => void,
): readonly DataColumn<Person>[] {
  return [
    { id: 'initials', label: 'Initials', width: 80, cell: (person) => person.initials },
    { id: 'name', label: 'Name', cell: (person) => person.name, title: (person) => person.name },
    { id: 'credential', label: 'Credential', width: 150, cell: (person) => person.credential },
    {
      id: 'key',
      label: 'Signing key',
      width: 210,
      cell: (person) => <HashWords hex={person.publicKey} label={`Signing key of ${person.initials}`} />,
    },
    {
      id: 'state',
      label: 'State',
      width: 120,
      cell: (person) =>
        person.id === actorId ? (
          <StatusChip kind="ready" label="Unlocked" />
        ) : (
          <StatusChip kind="none" label="Locked" />
        ),
    },
    {
      id: 'do',
      label: 'Action',
      width: 100,
      align: 'right',
      cell: (person) =>
        person.id === actorId ? (
          <TextLink label="Lock key" spokenLabel={`Lock key of ${person.initials}`} onPress={lock} />
        ) : (
          <TextLink
            label="Unlock"
            spokenLabel={`Unlock the key of ${person.initials}`}
            onPress={() => {
              unlock(person.id);
            }}
          />
        ),
    },
  ];
}
