import type { Refusal } from '../domain/gates/refusal.ts';

/** The rules said no: rule, facts and next step. */
export interface RefusedReply {
  readonly ok: false;
  readonly kind: 'refused';
  readonly refusal: Refusal;
}
/** The request does not fit the contract: a defect of the caller. */
export interface InvalidReply {
  readonly ok: false;
  readonly kind: 'invalid-request';
  readonly message: string;
}
/** The environment failed: file locked, damaged, disk full … */
export interface StoreReply {
  readonly ok: false;
  readonly kind: 'store';
  readonly code: string;
  readonly message: string;
  readonly next: string;
}
/** The program is wrong; the incident is in the log under this number. */
export interface InternalReply {
  readonly ok: false;
  readonly kind: 'internal';
  readonly incident: string;
  readonly message: string;
}
/** What every call is answered with. */
export type Reply<T = unknown> =
  { readonly ok: true; readonly value: T } | RefusedReply | InvalidReply | StoreReply | InternalReply;
