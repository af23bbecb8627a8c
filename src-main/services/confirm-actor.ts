import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { refusalOfUnlock, type PassphraseSource } from './person-service.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { Session } from './session.ts';

/**
 * Asks the person who acts for their passphrase once more, before a step that cannot be taken back: whoever sits down
 * at a computer that was left unlocked does not issue a report or lock a file. Without a passphrase the command line's
 * own is tried. With nobody signed in there is nobody to ask, and the step itself is refused.
 */
export type ConfirmActor = (passphrase: string | undefined) => Promise<Result<null, Refusal>>;

/** Binds it to the profile that keeps the persons' keys. */
export function createConfirmActor(
  session: Session,
  profile: ProfilePort,
  passphraseOf: PassphraseSource,
): ConfirmActor {
  return async (passphrase) => {
    const personId = session.actor()?.personId;
    if (personId === undefined) return ok(null);
    const initials = profile.persons().find(({ id }) => id === personId)?.initials ?? '';
    const opened = await profile.unlock(personId, passphrase ?? passphraseOf(initials) ?? '');
    return opened.ok ? ok(null) : err(refusalOfUnlock(opened.error, initials));
  };
}
