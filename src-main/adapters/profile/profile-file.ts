import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkGuidance, FREQUENCIES } from '../../../shared/domain/sampling/frequency-guidance.ts';
import { StoreError } from '../../services/ports/engagement-store.ts';
import { locked, replaceFile } from './locked-file.ts';

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
  kind: z.string().default('examination'),
  note: z.string().default(''),
  dueOn: z.string().nullable().default(null),
  blocks: z.number().default(0),
  openedAt: z.string(),
  openedBy: z.string(),
});
const guidanceRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('items'), items: z.int() }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('share'),
    allUpTo: z.int(),
    percent: z.int(),
    minimum: z.int(),
    maximum: z.int(),
    beyond: z.int(),
    beyondItems: z.int(),
  }),
]);
/** The firm's own sizes by frequency. New engagements copy them, so they are read as strictly as they are taken. */
const guidance = z
  .record(z.enum(FREQUENCIES), z.strictObject({ low: guidanceRule, high: guidanceRule }))
  .refine((table) => checkGuidance(table).length === 0);
const usedMapping = z.object({ client: z.string(), kind: z.string(), texts: z.array(z.string()) });
const seen = z.object({ entries: z.number(), head: z.string() });
const profileContent = z.object({
  deviceId: z.string(),
  /** The folder that the device id was made for; a copy elsewhere is another device. */
  place: z.string().nullable().default(null),
  persons: z.array(person).default([]),
  firm: firm.nullable().default(null),
  guidance: guidance.nullable().default(null),
  /** The firm's key file, wrapped, in base64. */
  firmKey: z.string().nullable().default(null),
  knownFirms: z.array(z.string()).default([]),
  /** How lists of clients were read, for their next engagement. */
  usedMappings: z.array(usedMapping).default([]),
  recents: z.array(recent).default([]),
  seenHeads: z.record(z.string(), seen).default({}),
});

/** What the profile holds. */
export type ProfileContent = z.output<typeof profileContent>;

/** The profile's file. Another program of ours may write it too, so it is read anew for every question and change. */
export interface ProfileFile {
  read(): ProfileContent;
  /** Replaces the content by what `change` makes of the present one. */
  update(change: (content: ProfileContent) => Partial<ProfileContent>): ProfileContent;
}

/**
 * Binds the file `profile.json` of a folder. It is replaced as a whole, so that a crash leaves the old or the new one;
 * a lock beside it keeps two programs from writing over each other's change, because a lost change may be a lost key.
 */
export function createProfileFile(folder: string): ProfileFile {
  const path = join(folder, 'profile.json');
  const fresh = randomUUID();
  const read = (): ProfileContent =>
    existsSync(path) ? parse(readFileSync(path, 'utf8')) : profileContent.parse({ deviceId: fresh });
  return {
    read,
    update(change) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return locked(join(folder, 'profile.lock'), () => {
        const before = inPlace(read(), placeOf(folder));
        const after = { ...before, ...change(before) };
        replaceFile(path, `${JSON.stringify(after, null, 2)}\n`);
        return after;
      });
    },
  };
}

/** The content for the folder where it lies: one that was copied from elsewhere gets a device id of its own. */
function inPlace(content: ProfileContent, place: string): ProfileContent {
  if (content.place === place) return content;
  return { ...content, place, deviceId: content.place === null ? content.deviceId : randomUUID() };
}

/** Names a folder of this computer: neither a copy of it nor the same path on another computer has the same name. */
function placeOf(folder: string): string {
  return `${hostname()}:${String(statSync(folder, { bigint: true }).ino)}`;
}

function parse(text: string): ProfileContent {
  try {
    return profileContent.parse(JSON.parse(text));
  } catch {
    throw new StoreError({
      kind: 'damaged',
      message: 'The profile of this computer (profile.json) cannot be read. It was not changed.',
      next: 'Restore it from a copy: it holds the signing keys of the persons of this computer.',
    });
  }
}
