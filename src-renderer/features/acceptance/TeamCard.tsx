import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { roleWord, useSessionPersons } from '../../app/session-persons.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { ROLES } from './messages.ts';
import styles from './AcceptancePage.module.css';

type Member = Output<'team.list'>[number];

/** Who works on the engagement, in which role, and whether independence is confirmed. */
export function TeamCard({ members }: { readonly members: readonly Member[] }) {
  const leave = useGatedCommand('team.leave');
  const present = members.filter((member) => member.leftOn === null);
  const columns = memberColumns((member) => {
    leave.run({ memberId: member.id });
  });
  return (
    <Card title="Team" icon={IconUsers} aside={`${String(present.length)} in the team`} isFlush>
      <DataTable
        label="Team"
        columns={columns}
        rows={members}
        rowKey={(member) => member.id}
        lines="two"
        hasFrame={false}
      />
      <CommandBanner command={leave} title="The team was not changed" failed="The team was not changed" />
      <div className={styles['part']}>
        <AddMember members={present} />
      </div>
    </Card>
  );
}

function memberColumns(onLeave: (member: Member) => void): readonly DataColumn<Member>[] {
  return [
    {
      id: 'person',
      label: 'Person',
      cell: (member) => (
        <TwoLines
          isName
          first={`${member.initials}, ${member.name}`}
          second={[roleWord(member.role), member.credential].filter((part) => part !== '').join(', ')}
        />
      ),
      title: (member) => member.name,
    },
    {
      id: 'independence',
      label: 'Independence',
      width: 130,
      cell: (member) => <Independence member={member} />,
    },
    {
      id: 'do',
      label: 'Action',
      width: 70,
      align: 'right',
      cell: (member) =>
        member.leftOn === null ? (
          <TextLink
            label="Release"
            spokenLabel={`Release ${member.initials} from the role ${roleWord(member.role)}`}
            onPress={() => {
              onLeave(member);
            }}
          />
        ) : null,
    },
  ];
}

function Independence({ member }: { readonly member: Member }) {
  const { day } = useInstantWords();
  if (member.leftOn !== null) return <StatusWord kind="none" label={`left ${shownDate(member.leftOn)}`} />;
  return member.independenceConfirmedAt === null ? (
    <StatusWord kind="blocks" label="not confirmed" />
  ) : (
    <StatusWord kind="done" label={day(member.independenceConfirmedAt)} />
  );
}

function AddMember({ members }: { readonly members: readonly Member[] }) {
  const { go } = useGo();
  const { persons } = useSessionPersons();
  const add = useGatedCommand('team.add');
  const [personId, setPersonId] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('staff');
  const taken = new Set(members.map((member) => `${member.personId} ${member.role}`));
  const isTaken = taken.has(`${personId} ${role}`);
  return (
    <div className={styles['conclude']}>
      <div className={styles['add']}>
        <div className={styles['wholeRow']}>
          <SelectField
            label="Person of this computer"
            placeholder="Choose a person"
            value={personId}
            options={persons.map(({ id, initials, name }) => ({ value: id, label: `${initials}, ${name}` }))}
            onChange={setPersonId}
          />
        </div>
        <SelectField
          label="Role"
          value={role}
          options={ROLES.map((value) => ({ value, label: roleWord(value) }))}
          onChange={(value) => {
            setRole(ROLES.find((known) => known === value) ?? 'staff');
          }}
        />
        <ActionButton
          label="Add to team"
          isBlocked={personId === '' || isTaken}
          isBusy={add.isBusy}
          onPress={() => {
            if (personId !== '' && !isTaken) add.run({ personId, role });
          }}
        />
      </div>
      <CommandBanner command={add} title="The person was not added" failed="The person was not added" />
      <p className={styles['facts']}>
        A colleague who works at another computer is created here first.{' '}
        <TextLink
          label="Persons and firm"
          onPress={() => {
            go('/persons');
          }}
        />
      </p>
    </div>
  );
}
