import { readFileSync } from 'node:fs';
import type { Contract } from '../../shared/contract/index.ts';
import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import { passphraseFrom, readArguments, textOption, type Options } from './arguments.ts';
import { commandLineProgram, type CommandLineProgram } from './command-line-program.ts';
import { outcomeOf, UsageError, type Outcome } from './outcome.ts';

type Listed = OutputOf<Contract['library.list']>[number];
type Changing = 'library.add' | 'library.takeOver' | 'library.edit' | 'library.retire' | 'library.reinstate';

const signs = '[--person INITIALS] [--passphrase-file F] [--json]';

/** `library list`: the firm's entries, then the shipped ones that the firm did not take over. */
export async function libraryList(words: readonly string[]): Promise<Outcome> {
  const { options } = readArguments(words, {
    usage: 'library list [--retired yes] [--json]',
    positionals: [0, 0],
    options: ['retired'],
  });
  const reply = await commandLineProgram(null).call('library.list', {});
  if (!reply.ok) return outcomeOf(reply, () => '');
  const withRetired = textOption(options, 'retired') === 'yes';
  const shown = reply.value.filter((entry) => entry.replacedBy === null && (withRetired || !entry.isRetired));
  return { json: shown, text: shown.map(lineOf).join('\n'), exitCode: 0 };
}

function lineOf({ code, title, origin, version, isRetired }: Listed): string {
  const state = origin === 'shipped' ? 'shipped' : `firm, version ${String(version)}`;
  return `${code}\t${title}\t${state}${isRetired ? ', retired' : ''}`;
}

/** `library show CODE`: an entry whole, with all its versions. */
export async function libraryShow(words: readonly string[]): Promise<Outcome> {
  const { positionals } = readArguments(words, { usage: 'library show CODE [--json]', positionals: [1, 1] });
  const program = commandLineProgram(null);
  const found = await entryOf(program, positionals[0] ?? '');
  const reply = await program.call('library.get', { id: found?.id ?? positionals[0] });
  return outcomeOf(reply, ({ text, versions }) =>
    [
      `${text.code} ${text.title}`,
      text.text,
      `Criteria: ${text.criteria.join(', ')}`,
      ...text.attributes.map(({ key, test }) => `  ${key}  ${test}`),
      ...versions.map(
        ({ version, by, at, why, isRetired }) =>
          `Version ${String(version)}${isRetired ? ', retired' : ''}: ${at}, ${by}: ${why}`,
      ),
    ].join('\n'),
  );
}

/** `library add --from CODE` takes a shipped control over; `library add --spec FILE` adds an entry of the firm's own. */
export async function libraryAdd(words: readonly string[]): Promise<Outcome> {
  const usage = `library add (--from CODE | --spec FILE) --why TEXT ${signs}`;
  const { options } = readArguments(words, {
    usage,
    positionals: [0, 0],
    options: ['from', 'spec', 'why', 'person'],
  });
  const [from, why] = [textOption(options, 'from'), wantedWhy(options, usage)];
  if ((from === undefined) === (textOption(options, 'spec') === undefined))
    throw new UsageError(`usage: tickmark ${usage}`);
  if (from !== undefined) return change(options, 'library.takeOver', { shippedId: from, why });
  return change(options, 'library.add', { text: { ...blank, ...specOf(options, usage) }, why });
}

const blank: InputOf<Contract['library.add']>['text'] = {
  ...{ code: '', family: '', title: '', text: '', population: '' },
  ...{ nature: 'manual', type: 'preventive', frequency: 'perOccurrence' },
  ...{ criteria: [], evidenceToRequest: [], procedures: [], attributes: [], typicalDeviations: [] },
  parameters: {},
};

/** `library edit CODE --spec FILE`: changes the fields that the file names. */
export async function libraryEdit(words: readonly string[]): Promise<Outcome> {
  const usage = `library edit CODE --spec FILE --why TEXT ${signs}`;
  const read = readArguments(words, { usage, positionals: [1, 1], options: ['spec', 'why', 'person'] });
  const values = { text: specOf(read.options, usage), why: wantedWhy(read.options, usage) };
  return changeEntry(read, 'library.edit', values);
}

/** `library retire CODE`: the entry is not offered any more. */
export async function libraryRetire(words: readonly string[]): Promise<Outcome> {
  return standingChange(words, 'retire');
}

/** `library reinstate CODE`: the entry is offered again. */
export async function libraryReinstate(words: readonly string[]): Promise<Outcome> {
  return standingChange(words, 'reinstate');
}

async function standingChange(words: readonly string[], verb: 'retire' | 'reinstate'): Promise<Outcome> {
  const usage = `library ${verb} CODE --why TEXT ${signs}`;
  const read = readArguments(words, { usage, positionals: [1, 1], options: ['why', 'person'] });
  return changeEntry(read, `library.${verb}`, { why: wantedWhy(read.options, usage) });
}

async function changeEntry(
  { positionals, options }: { readonly positionals: readonly string[]; readonly options: Options },
  name: Changing,
  values: object,
): Promise<Outcome> {
  const entry = await entryOf(commandLineProgram(null), positionals[0] ?? '');
  return change(options, name, { ...values, id: entry?.id ?? positionals[0], version: entry?.version ?? 1 });
}

async function change(options: Options, name: Changing, input: object): Promise<Outcome> {
  const signed = await signedProgram(options);
  if ('exitCode' in signed) return signed;
  const reply = await signed.call(name, input);
  return outcomeOf(reply, ({ version }) => `Version ${String(version)} stands.`);
}

/** The program with a person signed in, the first of the profile where none is named; or why their key did not open. */
export async function signedProgram(options: Options): Promise<CommandLineProgram | Outcome> {
  const program = commandLineProgram(passphraseFrom(options));
  const personId = textOption(options, 'person') ?? program.profile.persons()[0]?.initials ?? '-';
  const unlocked = await program.call('person.unlock', { personId });
  return unlocked.ok ? program : outcomeOf(unlocked, () => '');
}

/** An entry by its number: one that is offered before a retired one, the firm's before the shipped. */
async function entryOf(program: CommandLineProgram, code: string): Promise<Listed | undefined> {
  const reply = await program.call('library.list', {});
  const found = reply.ok
    ? reply.value.filter((entry) => entry.id === code || entry.code.toLowerCase() === code.toLowerCase())
    : [];
  return found.find(({ isRetired, replacedBy }) => !isRetired && replacedBy === null) ?? found[0];
}

function wantedWhy(options: Options, usage: string): string {
  const why = textOption(options, 'why');
  if (why === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  return why;
}

function specOf(options: Options, usage: string): object {
  const file = textOption(options, 'spec');
  if (file === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  try {
    const spec: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof spec === 'object' && spec !== null && !Array.isArray(spec)) return spec;
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new UsageError(`${file}: it is no JSON object`);
}
