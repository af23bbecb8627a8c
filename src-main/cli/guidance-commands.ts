import { readFileSync } from 'node:fs';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { FREQUENCIES } from '../../shared/domain/sampling/frequency-guidance.ts';
import {
  FREQUENCY_WORDS,
  guidanceWords,
  readGuidanceWords,
} from '../../shared/domain/sampling/guidance-words.ts';
import { passphraseFrom, readArguments, textOption, type Options } from './arguments.ts';
import { commandLineProgram, type CommandLineProgram } from './command-line-program.ts';
import { signedProgram } from './library-commands.ts';
import { outcomeOf, UsageError, type Outcome } from './outcome.ts';

type Table = OutputOf<Contract['guidance.get']>['table'];

/** `guidance show [ENGAGEMENT]`: the firm's sizes by frequency, or those that an engagement goes by. */
export async function guidanceShow(words: readonly string[]): Promise<Outcome> {
  const { positionals, options } = readArguments(words, {
    usage: 'guidance show [ENGAGEMENT] [--passphrase-file F] [--json]',
    positionals: [0, 1],
  });
  const [place] = positionals;
  if (place !== undefined) return showOfEngagement(place, options);
  const reply = await commandLineProgram(null).call('guidance.firm', {});
  if (!reply.ok) return outcomeOf(reply, () => '');
  const { own, product } = reply.value;
  return shown(own ?? product, own !== null);
}

async function showOfEngagement(place: string, options: Options): Promise<Outcome> {
  const passphrase = passphraseFrom(options);
  return inEngagement(commandLineProgram(passphrase), { place, passphrase }, async (program) => {
    const reply = await program.call('guidance.get', {});
    return reply.ok ? shown(reply.value.table, reply.value.isOwn) : outcomeOf(reply, () => '');
  });
}

function shown(table: Table, isOwn: boolean): Outcome {
  const rows = FREQUENCIES.map((frequency) => {
    const { low, high } = table[frequency];
    return { frequency, low: guidanceWords(low), high: guidanceWords(high) };
  });
  const lines = rows.map(({ frequency, low, high }) => `${FREQUENCY_WORDS[frequency]}\t${low}\t${high}`);
  const title = isOwn ? 'The firm’s own sizes' : 'The sizes of the product';
  return {
    json: {
      isOwn,
      rows: Object.fromEntries(rows.map(({ frequency, low, high }) => [frequency, { low, high }])),
    },
    text: [`${title}: frequency, low risk, high risk`, ...lines].join('\n'),
    exitCode: 0,
  };
}

/**
 * `guidance set TABLE.json|product`: the firm's own sizes for new engagements; with `--engagement` those of that file.
 * The table names the rows that differ from the product's: `{"weekly":{"low":"8","high":"all"}}`.
 */
export async function guidanceSet(words: readonly string[]): Promise<Outcome> {
  const usage =
    'guidance set TABLE.json|product [--engagement FILE --why TEXT] [--person INITIALS] [--passphrase-file F] [--json]';
  const { positionals, options } = readArguments(words, {
    usage,
    positionals: [1, 1],
    options: ['engagement', 'why', 'person'],
  });
  const [source = ''] = positionals;
  const program = commandLineProgram(null);
  const firms = await program.call('guidance.firm', {});
  if (!firms.ok) return outcomeOf(firms, () => '');
  const own = source === 'product' ? null : tableOf(source, firms.value.product);
  const place = textOption(options, 'engagement');
  if (place === undefined) {
    const reply = await program.call('guidance.saveFirm', { own });
    return outcomeOf(reply, () => 'New engagements start with these sizes.');
  }
  const signed = await signedProgram(options);
  if ('exitCode' in signed) return signed;
  const reason = textOption(options, 'why') ?? '';
  return inEngagement(signed, { place, passphrase: passphraseFrom(options) }, async () => {
    const reply = await signed.call('guidance.use', { own, reason });
    return outcomeOf(reply, () => 'The engagement goes by these sizes from now on.');
  });
}

async function inEngagement(
  program: CommandLineProgram,
  opening: { readonly place: string; readonly passphrase: string },
  work: (program: CommandLineProgram) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await program.call('engagement.open', opening);
  if (!opened.ok) return outcomeOf(opened, () => '');
  try {
    return await work(program);
  } finally {
    await program.call('engagement.close', {});
  }
}

function tableOf(file: string, product: Table): Table {
  const given = objectOf(file, jsonOf(file));
  const rows = Object.entries(given).map(([name, row]) => {
    const frequency = FREQUENCIES.find((known) => known === name);
    if (frequency === undefined)
      throw new UsageError(`${file}: there is no frequency “${name}”; there are ${FREQUENCIES.join(', ')}`);
    const { low, high } = objectOf(`${file}, ${name}`, row);
    return [frequency, { low: ruleOf(file, name, low), high: ruleOf(file, name, high) }] as const;
  });
  return { ...product, ...Object.fromEntries(rows) };
}

function ruleOf(file: string, name: string, typed: unknown) {
  const text = typeof typed === 'number' ? String(typed) : typed;
  const rule = typeof text === 'string' ? readGuidanceWords(text) : undefined;
  if (rule === undefined)
    throw new UsageError(
      `${file}, ${name}: ${typed === undefined ? 'nothing' : JSON.stringify(typed)} is no size; write 25, all, or 10 %, 5 to 25, all up to 4, 45 above 250`,
    );
  return rule;
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function objectOf(place: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  throw new UsageError(`${place}: it is no JSON object`);
}
