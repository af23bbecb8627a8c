import { randomUUID } from 'node:crypto';
import { err, ok } from '../../../shared/lib/result.ts';
import type { KeysPort } from '../../services/ports/keys.ts';
import type { ProfilePerson, ProfilePort, UsedMapping } from '../../services/ports/profile.ts';
import { createProfileFile, type ProfileContent, type ProfileFile } from './profile-file.ts';

/** Most mappings that are kept: those of some hundred clients. */
const mappingsKept = 1000;

/** Longest list of recent engagements. */
const recentsKept = 30;

/**
 * The profile of this computer's user in one JSON file. Private keys, the firm's
 * among them, lie in it only wrapped by a passphrase.
 */
export function createProfileStore(folder: string, keys: KeysPort): ProfilePort {
  const file = createProfileFile(folder);
  return {
    deviceId: () => file.update(() => ({})).deviceId,
    persons: () => file.read().persons.map(shownPerson),
    async addPerson(added, passphrase) {
      const key = await keys.createPersonKey(passphrase);
      const shown = { ...added, roles: [...added.roles], id: randomUUID(), publicKey: key.publicKey };
      const wrappedKey = Buffer.from(key.wrapped).toString('base64');
      file.update(({ persons }) => ({ persons: [...persons, { ...shown, wrappedKey }] }));
      return shown;
    },
    async unlock(personId, passphrase) {
      const found = file.read().persons.find((item) => item.id === personId);
      if (found === undefined) return err('damaged');
      const opened = await keys.openPersonKey(Buffer.from(found.wrappedKey, 'base64'), passphrase);
      if (!opened.ok) return opened;
      if (opened.value.publicKey !== found.publicKey) return err('damaged');
      return ok({ personId, sign: (text: string) => opened.value.sign(Buffer.from(text, 'utf8')) });
    },
    ...settingsIn(file),
    hasFirmKey: () => file.read().firmKey !== null,
    firmKey: async (passphrase) => {
      const { firmKey } = file.read();
      return firmKey === null ? null : await keys.unwrapSecret(Buffer.from(firmKey, 'base64'), passphrase);
    },
    saveFirmKey: async (p12, passphrase, fingerprint) => {
      const wrapped = await keys.wrapSecret(p12, passphrase);
      file.update(({ knownFirms }) => ({
        firmKey: Buffer.from(wrapped).toString('base64'),
        knownFirms: [...new Set([...knownFirms, fingerprint])],
      }));
    },
    knownFirmFingerprints: () => file.read().knownFirms,
    recents: () => file.read().recents,
    remember: (item) => {
      file.update(({ recents }) => {
        const others = recents.filter((old) => old.path !== item.path);
        return { recents: [{ ...item }, ...others].slice(0, recentsKept) };
      });
    },
    forget: (forgotten) => {
      file.update(({ recents }) => ({ recents: recents.filter((item) => item.path !== forgotten) }));
    },
    seenHead: (engagementId) => {
      const heads = file.read().seenHeads;
      return Object.hasOwn(heads, engagementId) ? (heads[engagementId] ?? null) : null;
    },
    saveSeenHead: (engagementId, head) => {
      file.update(({ seenHeads }) => ({ seenHeads: { ...seenHeads, [engagementId]: { ...head } } }));
    },
  };
}

function shownPerson(person: ProfileContent['persons'][number]): ProfilePerson {
  const { id, name, initials, email, credential, isCpa, roles, publicKey } = person;
  return { id, name, initials, email, credential, isCpa, roles, publicKey };
}

type Settings = 'firm' | 'saveFirm' | 'guidance' | 'saveGuidance' | 'usedMappings' | 'rememberMapping';

/** What new engagements start from. */
function settingsIn(file: ProfileFile): Pick<ProfilePort, Settings> {
  return {
    firm: () => file.read().firm,
    saveFirm: (next) => {
      file.update(() => ({ firm: { ...next } }));
    },
    guidance: () => file.read().guidance,
    saveGuidance: (own) => {
      file.update(() => ({ guidance: own }));
    },
    usedMappings: (client) => file.read().usedMappings.filter((used) => used.client === client),
    rememberMapping: (used) => {
      file.update(({ usedMappings }) => ({
        usedMappings: [...usedMappings.filter(isOther(used)), { ...used, texts: [...used.texts] }].slice(
          -mappingsKept,
        ),
      }));
    },
  };
}

/** Whether a kept mapping says something else than one that is kept now. */
function isOther(used: UsedMapping): (kept: UsedMapping) => boolean {
  const nameOf = ({ client, kind, texts }: UsedMapping) => JSON.stringify([client, kind, texts]);
  return (kept) => nameOf(kept) !== nameOf(used);
}
