import type { Reply } from '../../shared/contract/reply.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { StoreFailure } from '../services/ports/engagement-store.ts';

/** 0 done, 1 refused by a rule, 2 wrong usage, 3 environment, 4 a verification found something. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** What a command prints: one JSON value for scripts, text for people, and its exit code. */
export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Wrong usage, found while reading the command line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A refusal in the form that scripts rely on: `{"refused":"code", ...facts}`. */
export function refusalJson(refusal: Refusal): object {
  const { code, kind, message, next, facts, target, also } = refusal;
  return {
    ...facts,
    refused: code,
    kind,
    message,
    next,
    ...(target === null ? {} : { target }),
    ...(also.length === 0 ? {} : { also: also.map(refusalJson) }),
  };
}

/** A refusal by a rule. */
function refused(refusal: Refusal): Outcome {
  const lines = [refusal, ...refusal.also].map(({ code, message, next }) => `${code}: ${message}\n  ${next}`);
  return { json: refusalJson(refusal), text: lines.join('\n'), exitCode: 1 };
}

/** A failure of the environment. */
export function failed(failure: {
  readonly kind: string;
  readonly message: string;
  readonly next: string;
}): Outcome {
  const { kind, message, next } = failure;
  return { json: { error: `store-${kind}`, message, next }, text: `${message}\n  ${next}`, exitCode: 3 };
}

/** The outcome of a call through the router. */
export function outcomeOf<T = unknown>(reply: Reply<T>, describe: (value: T) => string): Outcome {
  if (reply.ok) return { json: reply.value, text: describe(reply.value), exitCode: 0 };
  switch (reply.kind) {
    case 'refused':
      return refused(reply.refusal);
    case 'store':
      return failed({ kind: reply.code, message: reply.message, next: reply.next } satisfies Omit<
        StoreFailure,
        'kind'
      > & { kind: string });
    case 'invalid-request':
      return { json: { error: 'invalid-request', message: reply.message }, text: reply.message, exitCode: 2 };
    case 'internal':
      return {
        json: { error: 'internal', incident: reply.incident, message: reply.message },
        text: `${reply.message} Incident ${reply.incident}.`,
        exitCode: 3,
      };
  }
}
