import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { newPassphrase } from '../../shared/contract/person.ts';
import { passphraseFrom, readArguments, textOption } from './arguments.ts';
import { commandLineProgram, type CommandLineProgram } from './command-line-program.ts';
import { failed, outcomeOf, UsageError, type Outcome } from './outcome.ts';

/** `engagement create FILE --spec spec.json`: makes a file from a specification; see docs/command-line.md. */
const createUsage = 'engagement create FILE --spec spec.json [--passphrase-file F] [--json]';

const spec = z.object({
  /** Initials of the person who creates the engagement; made on this computer if unknown. */
  person: z
    .object({
      name: z.string(),
      initials: z.string(),
      credential: z.string().default(''),
      isCpa: z.boolean().default(false),
    })
    .optional(),
  engagement: z.record(z.string(), z.unknown()),
});

/** Makes an engagement file. */
export async function runEngagementCreate(words: readonly string[]): Promise<Outcome> {
  const { positionals, options } = readArguments(words, {
    usage: createUsage,
    positionals: [1, 1],
    options: ['spec'],
  });
  const specFile = textOption(options, 'spec');
  if (specFile === undefined) throw new UsageError(`usage: tickmark ${createUsage}`);
  const passphrase = passphraseFrom(options);
  const wanted = readSpec(specFile);
  const program = commandLineProgram(passphrase);
  const signedIn = await signIn(program, wanted.person, passphrase);
  if (signedIn !== null) return signedIn;
  const place = resolve(positionals[0] ?? '');
  const input = { firm: program.profile.firm() ?? undefined, ...wanted.engagement, place, passphrase };
  const created = await program.call('engagement.create', input);
  const outcome = outcomeOf(created, () => '');
  if (outcome.exitCode !== 0) return outcome;
  return showOpen(program);
}

/** `engagement show FILE`: the engagement: type, client, dates, categories, status, counts. */
export async function runEngagementShow(words: readonly string[]): Promise<Outcome> {
  const usage = 'engagement show FILE [--passphrase-file F] [--json]';
  const { positionals, options } = readArguments(words, { usage, positionals: [1, 1] });
  const passphrase = passphraseFrom(options);
  const program = commandLineProgram(passphrase);
  const opened = await program.call('engagement.open', { place: positionals[0], passphrase });
  const outcome = outcomeOf(opened, () => '');
  return outcome.exitCode === 0 ? showOpen(program) : outcome;
}

/** `engagement verify FILE`: exit 4 where a problem was found. */
export async function runEngagementVerify(words: readonly string[]): Promise<Outcome> {
  const usage = 'engagement verify FILE [--passphrase-file F] [--json]';
  const { positionals, options } = readArguments(words, { usage, positionals: [1, 1] });
  const program = commandLineProgram(null);
  const verified = await program.files.verify(resolve(positionals[0] ?? ''), passphraseFrom(options));
  if (!verified.ok) return failed(verified.error);
  const { intact, entries, head, problems } = verified.value;
  const verdict = { intact, entries, head, problems };
  const text = verdict.intact
    ? `Intact: ${entriesInWords(verdict.entries)}, head ${verdict.head}.`
    : [
        `Not intact: ${String(verdict.problems.length)} ${verdict.problems.length === 1 ? 'problem' : 'problems'}.`,
        ...verdict.problems.map(
          ({ code, message, person }) => `- ${message} (${code}${person === null ? '' : `, ${person}`})`,
        ),
      ].join('\n');
  return { json: verdict, text, exitCode: verdict.intact ? 0 : 4 };
}

async function showOpen(program: CommandLineProgram): Promise<Outcome> {
  const reply = await program.call('engagement.get', {});
  await program.call('engagement.close', {});
  return outcomeOf(reply, (view) =>
    [
      `${view.clientName}, ${view.systemName}`,
      `SOC 2 Type ${view.type}, ${view.asOfDate ?? `${view.periodStart ?? ''} to ${view.periodEnd ?? ''}`}`,
      `Categories: ${view.categories.join(', ')}`,
      `Status: ${view.status}`,
      `Journal: ${entriesInWords(view.journal.entries)}, head ${view.journal.head}`,
    ].join('\n'),
  );
}

type WantedPerson = z.output<typeof spec>['person'];

/** Signs in the person of the specification, or the first of the profile. Gives an outcome only where it fails. */
async function signIn(
  program: CommandLineProgram,
  wanted: WantedPerson,
  passphrase: string,
): Promise<Outcome | null> {
  const persons = program.profile.persons();
  const initials = wanted?.initials ?? persons[0]?.initials;
  if (initials === undefined)
    throw new UsageError('No person is known on this computer: name one in the specification ("person").');
  const isKnown = persons.some((person) => person.initials === initials);
  if (!isKnown && wanted !== undefined) {
    const refusal = await makePerson(program, wanted, passphrase);
    if (refusal !== null) return refusal;
  }
  const reply = await program.call('person.unlock', { personId: initials });
  return reply.ok ? null : outcomeOf(reply, () => '');
}

async function makePerson(
  program: CommandLineProgram,
  wanted: NonNullable<WantedPerson>,
  passphrase: string,
): Promise<Outcome | null> {
  if (!newPassphrase.safeParse(passphrase).success)
    throw new UsageError('The passphrase needs at least 8 characters.');
  const made = await program.call('person.create', { ...wanted, passphrase });
  return made.ok ? null : outcomeOf(made, () => '');
}

function readSpec(file: string): z.output<typeof spec> {
  if (!existsSync(file)) throw new UsageError(`There is no specification at ${file}.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`The specification ${file} is not JSON.`);
  }
  const parsed = spec.safeParse(value);
  if (!parsed.success)
    throw new UsageError(`The specification ${file} does not fit: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const entriesInWords = (count: number): string => `${String(count)} ${count === 1 ? 'entry' : 'entries'}`;
