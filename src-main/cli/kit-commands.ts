import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { programRoot } from '../app/program-root.ts';
import { passphraseFrom, readArguments, textOption } from './arguments.ts';
import { commandLineProgram } from './command-line-program.ts';
import { outcomeOf, UsageError, type Outcome } from './outcome.ts';

const exportUsage = 'kit export FILE --out kit.zip [--with-evidence yes] [--passphrase-file F] [--json]';

/** `kit export FILE --out kit.zip`: saves the re-performance kit of an engagement. */
export async function kitExport(words: readonly string[]): Promise<Outcome> {
  const { positionals, options } = readArguments(words, {
    usage: exportUsage,
    positionals: [1, 1],
    options: ['out', 'with-evidence'],
  });
  const out = textOption(options, 'out');
  const wanted = textOption(options, 'with-evidence') ?? 'no';
  if (out === undefined || (wanted !== 'yes' && wanted !== 'no'))
    throw new UsageError(`usage: tickmark ${exportUsage}`);
  const passphrase = passphraseFrom(options);
  const program = commandLineProgram(passphrase);
  const opened = outcomeOf(
    await program.call('engagement.open', { place: positionals[0], passphrase }),
    () => '',
  );
  if (opened.exitCode !== 0) return opened;
  const saved = await program.call('kit.export', { token: resolve(out), withEvidence: wanted === 'yes' });
  await program.call('engagement.close', {});
  return outcomeOf(saved, (kit) =>
    [
      `${resolve(out)}: ${String(kit.files)} files, ${String(kit.size)} bytes`,
      `${String(kit.populations)} populations, ${String(kit.samples)} samples, ${String(kit.evidence)} files of evidence by hash`,
      `SHA-256 ${kit.sha256}`,
      'Anyone can check it: unpack it, then node check.js or python3 check.py.',
    ].join('\n'),
  );
}

const verdict = z.object({ agrees: z.boolean() }).loose();

/**
 * `kit check KIT`: runs the program's own checker over a kit (never the one inside the kit); exit 4 where something does
 * not agree.
 */
export async function kitCheck(words: readonly string[]): Promise<Outcome> {
  const { positionals, isJson } = readArguments(words, {
    usage: 'kit check KIT [--json]',
    positionals: [1, 1],
  });
  const place = resolve(positionals[0] ?? '');
  if (!existsSync(place)) return noKit(`There is no kit at ${place}.`);
  const checker = new URL('resources/reperformance/check.js', programRoot(import.meta.url));
  const { code, stdout, stderr } = await runChecker(checker, [place, ...(isJson ? ['--json'] : [])]);
  if (code !== 0 && code !== 4) return noKit(stderr.trim());
  const json = isJson ? verdict.parse(JSON.parse(stdout)) : undefined;
  return { json, text: stdout.trim(), exitCode: code };
}

function noKit(message: string): Outcome {
  return { json: { error: 'no-kit', message }, text: message, exitCode: 3 };
}

/** The checker is a script for anyone; here it runs in a thread of its own, with its words and its output. */
async function runChecker(
  checker: URL,
  argv: string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const worker = new Worker(checker, { argv, stdout: true, stderr: true });
  const [stdout, stderr] = [textOf(worker.stdout), textOf(worker.stderr)];
  const code = await new Promise<number>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', done);
  });
  return { code, stdout: await stdout, stderr: await stderr };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}
