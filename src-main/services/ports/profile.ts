import type { GuidanceTable } from '../../../shared/domain/sampling/frequency-guidance.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Actor } from './engagement-store.ts';
import type { UnwrapRefusal } from './keys.ts';

/** A person of this computer: who they are and their public key. The private key stays wrapped in the profile. */
export interface ProfilePerson {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly email: string | null;
  readonly credential: string;
  readonly isCpa: boolean;
  /** Roles that the person usually takes. */
  readonly roles: readonly string[];
  readonly publicKey: string;
}

/** What is asked to make a person. */
export type NewPerson = Omit<ProfilePerson, 'id' | 'publicKey'>;

/** The firm as this computer knows it, offered for new engagements. */
export interface ProfileFirm {
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly licenceNumber: string;
  readonly retentionYears: number;
  readonly qualityReviewRequired: boolean;
}

/** A recently opened engagement. */
export interface RecentEngagement {
  readonly path: string;
  readonly engagementId: string;
  readonly clientName: string;
  readonly type: string;
  readonly dates: string;
  readonly status: string;
  readonly kind: string;
  /** How it stood: a line, the day that matters next (`YYYY-MM-DD`), and gates that block. */
  readonly note: string;
  readonly dueOn: string | null;
  readonly blocks: number;
  readonly openedAt: string;
  readonly openedBy: string;
}

/** How a client's list of one kind was read, as the journal writes mappings. */
export interface UsedMapping {
  readonly client: string;
  readonly kind: string;
  readonly texts: readonly string[];
}

/** The head that this computer last saw of an engagement: an older file than this was rolled back. */
export interface SeenHead {
  readonly entries: number;
  readonly head: string;
}

/** Persons, keys and settings of this computer's user (`TICKMARK_HOME`). */
export interface ProfilePort {
  /** The identity of this installation in journals. */
  deviceId(): string;
  persons(): readonly ProfilePerson[];
  addPerson(person: NewPerson, passphrase: string): Promise<ProfilePerson>;
  /** Opens the person's key. */
  unlock(personId: string, passphrase: string): Promise<Result<Actor, UnwrapRefusal>>;
  firm(): ProfileFirm | null;
  saveFirm(firm: ProfileFirm): void;
  /** The firm's own sizes by frequency; `null` where it goes by those of the product. */
  guidance(): GuidanceTable | null;
  saveGuidance(own: GuidanceTable | null): void;
  /** Whether a signing key of the firm is kept. */
  hasFirmKey(): boolean;
  /** The firm's signing key (.p12), out of its wrapping; it still is under its own passphrase. `null` where none is kept. */
  firmKey(passphrase: string): Promise<Result<Uint8Array, UnwrapRefusal> | null>;
  /**
   * Keeps the key wrapped by the passphrase, however weakly its file protects it, and knows the firm by its
   * certificate's fingerprint from now on. Takes a file of at most 65,536 bytes.
   */
  saveFirmKey(p12: Uint8Array, passphrase: string, fingerprint: string): Promise<void>;
  /** SHA-256 fingerprints of certificates that this computer knows as a firm's: its own, now and before. */
  knownFirmFingerprints(): readonly string[];
  /** How lists of a client were read in other engagements, the last used at the end. */
  usedMappings(client: string): readonly UsedMapping[];
  rememberMapping(used: UsedMapping): void;
  recents(): readonly RecentEngagement[];
  remember(recent: RecentEngagement): void;
  forget(path: string): void;
  seenHead(engagementId: string): SeenHead | null;
  saveSeenHead(engagementId: string, head: SeenHead): void;
}
