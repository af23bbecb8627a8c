import type { CanonicalValue } from '../../lib/canonical-json.ts';
import type { EntityName } from '../journal/entities.ts';
import { gateCatalogue, type GateCode } from './gate-catalogue.ts';

/** The row that a refusal is about, so that a screen can go there and focus it. */
export interface TargetRef {
  readonly entity: EntityName;
  readonly id: string;
}

/** Refusals that are not gates of the reference work: the request does not fit what is on record. */
export type RuleCode =
  | 'not-found'
  | 'stale-revision'
  | 'wrong-state'
  | 'not-in-team'
  | 'role-required'
  | 'invalid-value'
  | 'already-exists'
  | 'no-person'
  | 'wrong-passphrase'
  | 'no-engagement'
  | 'engagement-open'
  | 'unreadable-file'
  | 'only-saved'
  | 'cancelled'
  | 'report-not-rendered'
  | 'evidence-altered'
  | 'conflict-open';

/** The code of a refusal: a gate of the reference work (b.3) or a rule of the program. */
export type RefusalCode = GateCode | RuleCode;

/** The rules say no: which rule, the facts, and the next step. A value, never an exception. */
export interface Refusal {
  readonly code: RefusalCode;
  /** `warning`: a typed reason lets the action go on, and is kept. */
  readonly kind: 'block' | 'warning';
  /** The rule and the facts in words, values filled in. */
  readonly message: string;
  /** What to do next. */
  readonly next: string;
  readonly facts: Readonly<Record<string, CanonicalValue>>;
  readonly target: TargetRef | null;
  /** Further gates that block the same action. */
  readonly also: readonly Refusal[];
}

/** The facts of a refusal. */
export type Facts = Readonly<Record<string, CanonicalValue>>;

/** A refusal by a gate of the reference work, its message filled in with the facts. */
export function gate(code: GateCode, facts: Facts = {}, target: TargetRef | null = null): Refusal {
  const { kind, message, next } = gateCatalogue[code];
  return { code, kind, message: fill(message, facts), next: fill(next, facts), facts, target, also: [] };
}

/** A refusal by a rule of the program, said in full. */
export function rule(
  code: RuleCode,
  message: string,
  next: string,
  facts: Facts = {},
  target: TargetRef | null = null,
): Refusal {
  return { code, kind: 'block', message, next, facts, target, also: [] };
}

/** Several refusals as one: the first leads and carries the others; none gives `null`. Blocks come before warnings. */
export function together(refusals: readonly Refusal[]): Refusal | null {
  const ordered = [
    ...refusals.filter((refusal) => refusal.kind === 'block'),
    ...refusals.filter((refusal) => refusal.kind === 'warning'),
  ];
  const [first, ...rest] = ordered;
  return first === undefined ? null : { ...first, also: rest };
}

/**
 * Fills `{name}` from the facts. `{n|deviation has|deviations have}` takes the singular where the fact `n` is one, so
 * that numbers agree.
 */
export function fill(template: string, facts: Facts): string {
  return template.replace(
    /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = facts[name];
      if (value === undefined) return whole;
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return printed(value);
    },
  );
}

function printed(value: CanonicalValue): string {
  if (Array.isArray(value)) return value.map(printed).join(', ');
  if (typeof value === 'number') return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return typeof value === 'object' ? '' : String(value);
}
