import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { EngagementState } from '../../shared/domain/journal/state.ts';

/** The program under test in a process that will be killed, with the template engagement open. */
export interface KillBench {
  readonly folder: string;
  /** Calls a procedure that has to succeed. */
  do<K extends keyof Contract>(name: K, input: z.input<Contract[K]['input']>): Promise<OutputOf<Contract[K]>>;
  /** Acts as another member of the team from now on. */
  as(role: 'staff' | 'senior'): void;
  readonly state: () => EngagementState;
  /** Writes a file of the client's and gives its path. */
  file(name: string, content: string | Uint8Array): string;
}

/** What has to be found after the kill, because it was acknowledged. */
export interface Claim {
  /** The journal's head after a call; said for every call by itself. */
  readonly head?: string | null;
  /** A file outside the engagement, whole, with this hash. */
  readonly file?: { readonly path: string; readonly sha256: string };
  /** An engagement that was made. */
  readonly engagement?: string;
  /** An engagement that was brought to a newer schema. */
  readonly migrated?: string;
  /** A person whose key opens. */
  readonly person?: string;
}

/** One way of writing. */
export interface KillPath {
  readonly name: string;
  /** The kill falls at random between the start of the steps and this time, in milliseconds. */
  readonly longestMs: number;
  /** What has to stand before the first step; not under fire. */
  readonly prepare?: (bench: KillBench) => Promise<void>;
  /** Does the nth piece of work. When it returns, the work is acknowledged; each call within it already was. */
  readonly step: (bench: KillBench, n: number) => Promise<Claim>;
}
