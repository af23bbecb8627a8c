import { resolve } from 'node:path';
import { readArguments, textOption } from './arguments.ts';
import { commandLineProgram } from './command-line-program.ts';
import { signedProgram } from './library-commands.ts';
import { outcomeOf, UsageError, type Outcome } from './outcome.ts';

/** `library export --out FILE`: JSON with all versions, or a sheet with the standing ones, by the ending of the name. */
export async function libraryExport(words: readonly string[]): Promise<Outcome> {
  const usage = 'library export --out FILE.json|FILE.xlsx [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: ['out'] });
  const out = textOption(options, 'out') ?? '';
  const format = /\.(json|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  if (format === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  const saved = await commandLineProgram(null).call('library.export', { token: resolve(out), format });
  return outcomeOf(
    saved,
    ({ entries, sha256 }) => `${resolve(out)}: ${String(entries)} entries\nSHA-256 ${sha256}`,
  );
}

/** `library import FILE`: takes its entries; `--check yes` only says what would come of it, exit 4 where rows have faults. */
export async function libraryImport(words: readonly string[]): Promise<Outcome> {
  const usage = 'library import FILE --why TEXT [--leave-out-faulty yes] | library import FILE --check yes';
  const { positionals, options } = readArguments(words, {
    usage,
    positionals: [1, 1],
    options: ['why', 'check', 'leave-out-faulty', 'person'],
  });
  const token = resolve(positionals[0] ?? '');
  if (textOption(options, 'check') === 'yes') return check(token);
  const why = textOption(options, 'why');
  if (why === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  const signed = await signedProgram(options);
  if ('exitCode' in signed) return signed;
  const leaveOutFaulty = textOption(options, 'leave-out-faulty') === 'yes';
  const done = await signed.call('library.import', { token, why, leaveOutFaulty });
  return outcomeOf(
    done,
    ({ added, changed, retired, leftOut }) =>
      `${String(added)} added, ${String(changed)} changed, ${String(retired)} retired, ${String(leftOut)} rows left out`,
  );
}

async function check(token: string): Promise<Outcome> {
  const reply = await commandLineProgram(null).call('library.importPreview', { token });
  const outcome = outcomeOf(reply, ({ entries, faults }) =>
    [
      ...entries.map(({ row, code, title, effect }) => `${String(row)}\t${code}\t${title}\t${effect}`),
      ...faults.map(({ row, column, message }) => `row ${String(row)}, ${column}: ${message}`),
    ].join('\n'),
  );
  return reply.ok && reply.value.faults.length > 0 ? { ...outcome, exitCode: 4 } : outcome;
}
