import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { passphraseFrom, readArguments, textOption } from './arguments.ts';
import { commandLineProgram, type CommandLineProgram } from './command-line-program.ts';
import { outcomeOf, UsageError, type Outcome } from './outcome.ts';

const usage =
  'sample certificate FILE --out DIR [--test WORKPAPER] [--format pdf|json|both] [--passphrase-file F] [--json]';

/** `sample certificate FILE --out DIR`: a certificate of every draw, superseded ones included. */
export async function sampleCertificate(words: readonly string[]): Promise<Outcome> {
  const { positionals, options } = readArguments(words, {
    ...{ usage, positionals: [1, 1] },
    options: ['out', 'test', 'format'],
  });
  const out = textOption(options, 'out');
  const format = textOption(options, 'format') ?? 'both';
  if (out === undefined || !['pdf', 'json', 'both'].includes(format))
    throw new UsageError(`usage: tickmark ${usage}`);
  const passphrase = passphraseFrom(options);
  const program = commandLineProgram(passphrase);
  const opened = outcomeOf(
    await program.call('engagement.open', { place: positionals[0], passphrase }),
    () => '',
  );
  if (opened.exitCode !== 0) return opened;
  const formats = format === 'both' ? ['pdf', 'json'] : [format];
  const outcome = await writeAll(program, { out: resolve(out), formats, test: textOption(options, 'test') });
  await program.call('engagement.close', {});
  return outcome;
}

interface Wanted {
  readonly out: string;
  readonly formats: readonly string[];
  readonly test: string | undefined;
}

async function writeAll(program: CommandLineProgram, { out, formats, test }: Wanted): Promise<Outcome> {
  const draws = await program.call('certificate.list', {});
  if (!draws.ok) return outcomeOf(draws, () => '');
  mkdirSync(out, { recursive: true });
  const written: object[] = [];
  for (const { planId, workpaper, draw, stands, items } of draws.value) {
    if (test !== undefined && test !== workpaper) continue;
    for (const format of formats) {
      const file = join(out, `${workpaper.replace(/[^A-Za-z0-9_-]/g, '-')}-draw-${String(draw)}.${format}`);
      const saved = await program.call('certificate.export', { planId, format, token: file });
      if (!saved.ok) return outcomeOf(saved, () => '');
      written.push({ file, workpaper, draw, stands, items, sha256: saved.value.sha256 });
    }
  }
  return { json: { certificates: written }, text: `${String(written.length)} files in ${out}`, exitCode: 0 };
}
