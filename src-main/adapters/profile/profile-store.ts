import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  openSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../../shared/lib/result.ts';
import type { KeysPort } from '../../services/ports/keys.ts';
import type { ProfilePort } from '../../services/ports/profile.ts';

const person = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  email: z.string().nullable(),
  credential: z.string(),
  isCpa: z.boolean(),
  roles: z.array(z.string()),
  publicKey: z.string(),
  /** The private key, wrapped, in base64. */
  wrappedKey: z.string(),
});
const firm = z.object({
  name: z.string(),
  city: z.string(),
  state: z.string(),
  licenceNumber: z.string(),
  retentionYears: z.number(),
  qualityReviewRequired: z.boolean(),
});
const recent = z.object({
  path: z.string(),
  engagementId: z.string(),
  clientName: z.string(),
  type: z.string(),
  dates: z.string(),
  status: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
});
const seen = z.object({ entries: z.number(), head: z.string() });
const profileFile = z.object({
  deviceId: z.string(),
  persons: z.array(person).default([]),
  firm: firm.nullable().default(null),
  firmKey: z.string().nullable().default(null),
  knownFirms: z.array(z.string()).default([]),
  recents: z.array(recent).default([]),
  seenHeads: z.record(z.string(), seen).default({}),
});
type ProfileFile = z.output<typeof profileFile>;

/** Longest list of recent engagements. */
const recentsKept = 30;

/**
 * The profile of this computer's user in one JSON file that is replaced as a whole, so that a crash leaves the old or the
 * new one. Private keys lie in it only wrapped by their owner's passphrase.
 */
export function createProfileStore(folder: string, keys: KeysPort): ProfilePort {
  const path = join(folder, 'profile.json');
  let profile = read(path);

  const save = (change: Partial<ProfileFile>): void => {
    profile = { ...profile, ...change };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    replaceFile(path, `${JSON.stringify(profile, null, 2)}\n`);
  };

  return {
    deviceId() {
      if (!existsSync(path)) save({});
      return profile.deviceId;
    },
    persons: () => profile.persons.map(({ wrappedKey: _wrapped, ...shown }) => shown),
    async addPerson(added, passphrase) {
      const key = await keys.createPersonKey(passphrase);
      const shown = { ...added, roles: [...added.roles], id: randomUUID(), publicKey: key.publicKey };
      const wrappedKey = Buffer.from(key.wrapped).toString('base64');
      save({ persons: [...profile.persons, { ...shown, wrappedKey }] });
      return shown;
    },
    async unlock(personId, passphrase) {
      const found = profile.persons.find((item) => item.id === personId);
      if (found === undefined) return err('damaged');
      const opened = await keys.openPersonKey(Buffer.from(found.wrappedKey, 'base64'), passphrase);
      if (!opened.ok) return opened;
      return ok({ personId, sign: (text: string) => opened.value.sign(Buffer.from(text, 'utf8')) });
    },
    firm: () => profile.firm,
    saveFirm: (next) => {
      save({ firm: { ...next } });
    },
    firmKey: () => (profile.firmKey === null ? null : Buffer.from(profile.firmKey, 'base64')),
    saveFirmKey: (p12, fingerprint) => {
      const knownFirms = [...new Set([...profile.knownFirms, fingerprint])];
      save({ firmKey: Buffer.from(p12).toString('base64'), knownFirms });
    },
    knownFirmFingerprints: () => profile.knownFirms,
    recents: () => profile.recents,
    remember: (item) => {
      save({
        recents: [{ ...item }, ...profile.recents.filter((old) => old.path !== item.path)].slice(
          0,
          recentsKept,
        ),
      });
    },
    forget: (forgotten) => {
      save({ recents: profile.recents.filter((item) => item.path !== forgotten) });
    },
    seenHead: (engagementId) => profile.seenHeads[engagementId] ?? null,
    saveSeenHead: (engagementId, head) => {
      save({ seenHeads: { ...profile.seenHeads, [engagementId]: { ...head } } });
    },
  };
}

function read(path: string): ProfileFile {
  if (!existsSync(path)) return profileFile.parse({ deviceId: randomUUID() });
  return profileFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, text, { mode: 0o600 });
  const file = openSync(temporary, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}
