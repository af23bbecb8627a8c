import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { UsageError } from './outcome.ts';

/** Options of a command by name; `true` for those without a value. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A command line, taken apart. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: Options;
  readonly isJson: boolean;
}

/** Options that every command takes. */
const common = { json: { type: 'boolean' }, 'passphrase-file': { type: 'string' } } as const;

/**
 * Takes the words after a command apart. Unknown options, missing values and a wrong number of words are `UsageError`s
 * that name the fault and the usage.
 */
export function readArguments(
  words: readonly string[],
  expected: {
    readonly usage: string;
    readonly positionals: readonly [number, number];
    readonly options?: readonly string[];
  },
): Arguments {
  const named = Object.fromEntries(
    (expected.options ?? []).map((name) => [name, { type: 'string' as const }]),
  );
  const parsed = attempt(
    () => parseArgs({ args: [...words], options: { ...common, ...named }, allowPositionals: true }),
    expected.usage,
  );
  const [fewest, most] = expected.positionals;
  if (parsed.positionals.length < fewest || parsed.positionals.length > most)
    throw new UsageError(`usage: tickmark ${expected.usage}`);
  const options: Options = { ...parsed.values };
  return { positionals: parsed.positionals, options, isJson: options['json'] === true };
}

/** A text option, or `undefined`. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The passphrase: the first line of `--passphrase-file`, else `TICKMARK_PASSPHRASE`. Secrets never stand on the command
 * line itself, where other users of the computer could read them.
 */
export function passphraseFrom(options: Options, env: NodeJS.ProcessEnv = process.env): string {
  const file = textOption(options, 'passphrase-file');
  const text =
    file === undefined
      ? env['TICKMARK_PASSPHRASE']
      : attempt(() => readFileSync(file, 'utf8'), '--passphrase-file F');
  const passphrase = text?.split(/\r?\n/, 1)[0] ?? '';
  if (passphrase === '')
    throw new UsageError(
      'Give the passphrase: --passphrase-file FILE, or the environment variable TICKMARK_PASSPHRASE.',
    );
  return passphrase;
}

function attempt<T>(work: () => T, usage: string): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nusage: tickmark ${usage}`);
  }
}
