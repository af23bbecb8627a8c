import type { personContract } from '../../shared/contract/person.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { UnwrapRefusal } from './ports/keys.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { Session } from './session.ts';

/** Gives the passphrase of a person where the request brings none (command line); `null` where there is none. */
export type PassphraseSource = (initials: string) => string | null;

/** Persons of this computer, signing in and out, and the firm. */
export function createPersonService(
  profile: ProfilePort,
  session: Session,
  passphraseOf: PassphraseSource,
): Handlers<typeof personContract> {
  return {
    'person.list': () =>
      ok({
        persons: profile.persons().map((person) => ({ ...person, roles: [...person.roles] })),
        actorId: session.actor()?.personId ?? null,
      }),
    'person.create': async ({ passphrase, ...person }) => {
      const isTaken = profile.persons().some((known) => known.initials === person.initials);
      if (isTaken)
        return err(
          rule('already-exists', `The initials ${person.initials} are taken.`, 'Choose other initials.', {
            initials: person.initials,
          }),
        );
      const added = await profile.addPerson(person, passphrase);
      return ok({ personId: added.id });
    },
    'person.unlock': async ({ personId, passphrase }) => {
      const person = profile.persons().find((known) => known.id === personId || known.initials === personId);
      if (person === undefined)
        return err(
          rule('not-found', 'This person is not known on this computer.', 'Create the person first.'),
        );
      const secret = passphrase ?? passphraseOf(person.initials) ?? '';
      const opened = await profile.unlock(person.id, secret);
      if (!opened.ok) return err(refusalOfUnlock(opened.error, person.initials));
      session.setActor(opened.value);
      return ok(null);
    },
    'person.lock': () => {
      session.setActor(null);
      return ok(null);
    },
    'firm.get': () => ok(profile.firm()),
    'firm.save': (firm) => {
      profile.saveFirm(firm);
      return ok(null);
    },
  };
}

/** Why a person's key did not open. */
export function refusalOfUnlock(reason: UnwrapRefusal, initials: string): Refusal {
  if (reason === 'wrong-passphrase')
    return rule(
      'wrong-passphrase',
      `This passphrase does not open the key of ${initials}.`,
      'Type it again.',
      {
        person: initials,
      },
    );
  return rule(
    'unreadable-file',
    `The signing key of ${initials} on this computer is damaged or weakly protected.`,
    'Restore the profile from a copy, or create the person anew.',
    { person: initials },
  );
}
