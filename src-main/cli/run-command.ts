import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Reply } from '../../shared/contract/reply.ts';
import { passphraseFrom, readArguments } from './arguments.ts';
import { commandLineProgram } from './command-line-program.ts';
import { outcomeOf, refusalJson, type ExitCode, type Outcome } from './outcome.ts';

/**
 * `run FILE [SCRIPT.jsonl]`: opens the engagement and answers each line `{"name":"feature.verb","input":{…}}` with one
 * line. Whatever the window can do, a script can do. Goes on after a refusal; the exit code is that of the worst reply.
 */
export async function runScript(words: readonly string[], print: (line: string) => void): Promise<Outcome> {
  const usage = 'run FILE [SCRIPT.jsonl] [--passphrase-file F]';
  const { positionals, options } = readArguments(words, { usage, positionals: [1, 2] });
  const [place = '', script] = positionals;
  const passphrase = passphraseFrom(options);
  const program = commandLineProgram(passphrase);
  const opened = await program.call('engagement.open', { place, passphrase });
  if (!opened.ok) return outcomeOf(opened, () => '');
  let worst: ExitCode = 0;
  try {
    for await (const line of linesOf(script)) {
      if (line.trim() === '') continue;
      const reply = await answer(line, (name, input) => program.callByName(name, input));
      print(JSON.stringify(replyJson(reply)));
      worst = worse(worst, outcomeOf(reply, () => '').exitCode);
    }
  } finally {
    if (program.session.isOpen()) await program.call('engagement.close', {});
  }
  return { json: undefined, text: '', exitCode: worst };
}

/** A reply as scripts read it: `{"ok":true,"value":…}`, or `{"ok":false,"refused":"code",…}` and the like. */
export function replyJson(reply: Reply): object {
  if (reply.ok) return reply;
  if (reply.kind === 'refused') return { ok: false, ...refusalJson(reply.refusal) };
  const json = outcomeOf(reply, () => '').json;
  return { ok: false, ...(json as object) }; // the outcome of a failed reply is an object
}

async function answer(line: string, call: (name: string, input: unknown) => Promise<Reply>): Promise<Reply> {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null && 'name' in parsed && typeof parsed.name === 'string')
      return await call(parsed.name, 'input' in parsed ? parsed.input : {});
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { ok: false, kind: 'invalid-request', message: 'Each line is {"name":"feature.verb","input":{…}}.' };
}

function linesOf(script: string | undefined): AsyncIterable<string> {
  const input = script === undefined ? process.stdin : createReadStream(script, 'utf8');
  return createInterface({ input, crlfDelay: Infinity });
}

const order: readonly ExitCode[] = [0, 1, 2, 4, 3];
const worse = (a: ExitCode, b: ExitCode): ExitCode => (order.indexOf(b) > order.indexOf(a) ? b : a);
