/** What a `sample` command leaves behind for its caller to print. */
import { describeRefusal } from './sample-refusals.ts';
import type { SampleRefusal } from './sample-refusals.ts';
import type { WrongUsage } from './sample-options.ts';

/** One JSON value for `--json`, the text for people, and the exit code: 0 done, 1 refused by a rule, 2 wrong usage. */
export type SampleOutcome = { readonly json: object; readonly text: string; readonly exitCode: 0 | 1 | 2 };

/** A result. */
export function done(json: object, lines: readonly string[]): SampleOutcome {
  return { json, text: lines.join('\n'), exitCode: 0 };
}

/** A refusal by a rule, with its code and facts. */
export function refused(refusal: SampleRefusal): SampleOutcome {
  const { code, ...facts } = refusal;
  const message = describeRefusal(refusal);
  return { json: { refused: code, ...facts, message }, text: message, exitCode: 1 };
}

/** An option that is missing or cannot be read. */
export function wrongUsage(usage: WrongUsage): SampleOutcome {
  return { json: { error: 'usage', ...usage }, text: usage.message, exitCode: 2 };
}
