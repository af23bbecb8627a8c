import { z } from 'zod';
import { command, done, id, nothing, query, shortText } from './procedure.ts';

/** A person of this computer. */
const personView = z.strictObject({
  id,
  name: z.string(),
  initials: z.string(),
  email: z.string().nullable(),
  credential: z.string(),
  isCpa: z.boolean(),
  roles: z.array(z.string()),
  publicKey: z.string(),
});

/** The firm as this computer knows it. */
export const firmView = z.strictObject({
  name: shortText.min(1),
  city: shortText,
  state: shortText,
  licenceNumber: shortText,
  retentionYears: z.int().min(5).max(100),
  qualityReviewRequired: z.boolean(),
});

/** Shortest passphrase that is taken: long enough that guessing it costs more than the file is worth. */
export const newPassphrase = z.string().min(8).max(1000);

/** What reads differently for another person: roles, what waits for them, which notes they may clear, what they typed and did not record. */
const ofThePerson = ['person', 'engagement', 'review', 'note', 'report', 'draft'] as const;

/** Persons and keys of this computer, and the firm. */
export const personContract = {
  /** The persons of this computer, and who is signed in. */
  'person.list': query({
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ persons: z.array(personView), actorId: z.string().nullable() }),
  }),
  /** Makes a person with a signing key under their own passphrase. */
  'person.create': command({
    needs: 'nothing',
    input: z.strictObject({
      name: shortText.min(1),
      initials: z.string().trim().min(1).max(6),
      email: shortText.nullable().default(null),
      credential: shortText.default(''),
      isCpa: z.boolean().default(false),
      roles: z.array(z.string().max(40)).max(8).default([]),
      passphrase: newPassphrase,
    }),
    output: z.strictObject({ personId: id }),
    touches: ['person'],
  }),
  /**
   * Signs a person in: what is done from now on is done and signed by them. Without a passphrase the command line's own
   * is tried. Refused with `wrong-passphrase`.
   */
  'person.unlock': command({
    needs: 'nothing',
    input: z.strictObject({ personId: id, passphrase: z.string().max(1000).optional() }),
    output: done,
    touches: ofThePerson,
  }),
  /** Signs the person out; the key leaves the memory. */
  'person.lock': command({
    needs: 'nothing',
    input: nothing,
    output: done,
    touches: ofThePerson,
  }),
  'firm.get': query({ needs: 'nothing', input: nothing, output: firmView.nullable() }),
  'firm.save': command({ needs: 'nothing', input: firmView, output: done, touches: ['firm'] }),
} as const;
