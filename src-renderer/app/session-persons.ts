import { useQuery } from './client.ts';
import type { Output } from './client.ts';

/** A person of this computer. */
export type Person = Output<'person.list'>['persons'][number];

/** The persons of this computer, the one who is signed in, and the one who was here last. */
export interface SessionPersons {
  readonly isKnown: boolean;
  readonly persons: readonly Person[];
  /** Signed in: what is done is done and signed by them. */
  readonly actor: Person | undefined;
  /** Signed in, or here the last time; shown before the key is unlocked. */
  readonly present: Person | undefined;
}

const LAST = 'tickmark-last-person';

/** Who works at this window. */
export function useSessionPersons(): SessionPersons {
  const { data } = useQuery('person.list', {});
  const persons = data?.persons ?? [];
  const actor = persons.find((person) => person.id === data?.actorId);
  const last = localStorage.getItem(LAST);
  return {
    isKnown: data !== undefined,
    persons,
    actor,
    present: actor ?? persons.find((person) => person.id === last) ?? persons[0],
  };
}

/** Notes who works here, so that the next start offers the same person. */
export function rememberPerson(personId: string): void {
  localStorage.setItem(LAST, personId);
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  staff: 'Staff',
  senior: 'Senior',
  manager: 'Manager',
  partner: 'Partner',
  eqr: 'Quality reviewer',
};

/** A role of the team in a word; a person without a role is not in the team. */
export function roleWord(role: string | null): string {
  return role === null ? 'Not in the team' : (ROLE_WORDS[role] ?? role);
}
