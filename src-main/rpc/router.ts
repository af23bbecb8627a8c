import { z } from 'zod';
import type { Procedure, Procedures } from '../../shared/contract/procedure.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Result } from '../../shared/lib/result.ts';

/** How a call is carried on: its cancel signal and its progress. */
export interface Call {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { done: number; total: number | null; unit: string }) => void;
}

/** A handler as the router sees it. */
export type AnyHandler = (
  input: never,
  call: Call,
) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>;

/** What the router needs of the program around it. */
export interface RouterTools {
  readonly isEngagementOpen: () => boolean;
  /** The failure of the environment behind an error, or `null` for a defect. */
  readonly failureOf: (
    error: unknown,
  ) => { readonly kind: string; readonly message: string; readonly next: string } | null;
  /** Records a defect and gives its incident number. Client data never goes in. */
  readonly recordIncident: (procedure: string, error: unknown) => string;
  /** Told after each command that succeeded. */
  readonly onTouched: (features: readonly string[]) => void;
}

/** The one way into the program: looks up, validates in, calls, validates out, and puts errors into envelopes. */
export interface Router {
  call(name: string, input: unknown, call: Call): Promise<Reply>;
}

/** Joins contract and handlers. Commands run one after another; questions may overtake each other. */
export function createRouter(
  procedures: Procedures,
  handlers: Readonly<Record<string, AnyHandler>>,
  tools: RouterTools,
): Router {
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    async call(name, input, call) {
      const procedure = Object.hasOwn(procedures, name) ? procedures[name] : undefined;
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      if (procedure === undefined || handler === undefined) return invalid(`There is no procedure ${name}.`);
      const parsed = procedure.input.safeParse(input);
      if (!parsed.success) return invalid(`${name}: ${z.prettifyError(parsed.error)}`);
      const work = () => answer(name, procedure, handler, parsed.data, call, tools);
      return procedure.kind === 'command' ? inOrder(work) : work();
    },
  };
}

async function answer(
  name: string,
  procedure: Procedure,
  handler: AnyHandler,
  input: unknown,
  call: Call,
  tools: RouterTools,
): Promise<Reply> {
  if (procedure.needs === 'engagement' && !tools.isEngagementOpen())
    return refused(rule('no-engagement', 'No engagement is open.', 'Open an engagement first.'));
  try {
    const result = await handler(input as never, call); // validated by the schema that the handler's type is derived from
    if (!result.ok) return refused(result.error);
    const value: unknown = procedure.output.parse(result.value);
    if (procedure.kind === 'command') tools.onTouched(procedure.touches);
    return { ok: true, value };
  } catch (error) {
    return failed(name, error, tools);
  }
}

function failed(name: string, error: unknown, tools: RouterTools): Reply {
  const failure = tools.failureOf(error);
  if (failure !== null)
    return { ok: false, kind: 'store', code: failure.kind, message: failure.message, next: failure.next };
  const incident = tools.recordIncident(name, error);
  const message = `Tickmark met a defect in itself and stopped this action. Everything recorded before is safe.`;
  return { ok: false, kind: 'internal', incident, message };
}

const refused = (refusal: Refusal): Reply => ({ ok: false, kind: 'refused', refusal });
const invalid = (message: string): Reply => ({ ok: false, kind: 'invalid-request', message });
