import type Database from 'better-sqlite3';
import type { VerificationProblem } from '../../../shared/domain/journal/verify-chain.ts';
import type { SpecimenEvidence, SpecimenTeam } from '../../helpers/store/specimen-engagement.ts';
import type { Knowledge } from '../../helpers/store/test-files.ts';

/** What an edit may use: the keys of the persons are here only for the edits that a person makes. */
export interface TamperContext {
  readonly team: SpecimenTeam;
  readonly evidence: SpecimenEvidence;
  /** Hash of the last entry before the edit. */
  readonly head: string;
}

/** One edit of a file by someone who holds its passphrase, and what a verification has to say of it. */
export interface Tampering {
  readonly name: string;
  readonly edit: (database: Database.Database, context: TamperContext) => void;
  /** A problem that has to be among those found. */
  readonly found: Partial<Pick<VerificationProblem, 'code' | 'object' | 'entry' | 'person'>>;
  /** What this computer knows beside the file, where that is what gives the edit away. */
  readonly knowing?: (context: TamperContext) => Knowledge;
}
