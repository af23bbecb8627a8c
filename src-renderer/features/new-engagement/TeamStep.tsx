import { Select } from '@mantine/core';
import { roleWord, useSessionPersons } from '../../app/session-persons.ts';
import type { Person } from '../../app/session-persons.ts';
import type { EngagementDraft } from './engagement-draft.ts';
import type { StepProps } from './step-props.ts';
import styles from './Step.module.css';

type Role = EngagementDraft['role'];

const ROLES: readonly Role[] = ['staff', 'senior', 'manager', 'partner', 'eqr'];
const OUT = 'out';

/** The persons of this computer with the role that each takes. */
export function TeamStep({ draft, change }: StepProps) {
  const { persons, present } = useSessionPersons();
  const others = persons.filter((person) => person.id !== present?.id);
  const named = new Set([draft.role, ...Object.values(draft.others)]);
  const open = [
    ...(named.has('partner') ? [] : ['an engagement partner']),
    ...(named.has('manager') ? [] : ['a manager']),
    ...(named.has('staff') || named.has('senior') ? [] : ['a preparer (staff or senior)']),
  ];
  return (
    <>
      <table className={styles['team']}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Credential</th>
            <th scope="col">Role in this engagement</th>
          </tr>
        </thead>
        <tbody>
          {present === undefined ? null : (
            <PersonRow
              person={present}
              note=", you"
              value={draft.role}
              roles={ROLES}
              onChange={(role) => {
                change({ role: role === OUT ? 'partner' : role });
              }}
            />
          )}
          {others.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              note=""
              value={draft.others[person.id] ?? OUT}
              roles={[OUT, ...ROLES]}
              onChange={(role) => {
                change({ others: withRole(draft.others, person.id, role) });
              }}
            />
          ))}
        </tbody>
      </table>
      <p className={styles['text']}>
        {open.length === 0
          ? 'Everyone whom planning needs is named.'
          : `Before planning starts, ${open.join(' and ')} will be needed. Persons are created under Persons and firm and join later.`}
      </p>
    </>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly note: string;
  readonly value: Role | typeof OUT;
  readonly roles: readonly (Role | typeof OUT)[];
  readonly onChange: (role: Role | typeof OUT) => void;
}

function PersonRow({ person, note, value, roles, onChange }: PersonRowProps) {
  return (
    <tr>
      <th scope="row">
        {person.initials}, {person.name}
        {note}
      </th>
      <td>{person.credential}</td>
      <td>
        <Select
          aria-label={`Role of ${person.name}`}
          value={value}
          data={roles.map((role) => ({
            value: role,
            label: role === OUT ? 'Not in the team' : roleWord(role),
          }))}
          onChange={(chosen) => {
            const role = roles.find((known) => known === chosen);
            if (role !== undefined) onChange(role);
          }}
        />
      </td>
    </tr>
  );
}

function withRole(
  others: EngagementDraft['others'],
  personId: string,
  role: Role | typeof OUT,
): EngagementDraft['others'] {
  const rest = Object.entries(others).filter(([id]) => id !== personId);
  return Object.fromEntries(role === OUT ? rest : [...rest, [personId, role]]);
}
