import type { z } from 'zod';
import type { Contract } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import { commandLineProgram, type CommandLineProgram } from '../../../src-main/cli/command-line-program.ts';
import { passphrase } from './test-files.ts';

/** The value of a reply that has to be one. */
export function valueOfReply(reply: Reply): unknown {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

/** A person that tests make on a computer. */
export const testPerson = (name: string, initials: string): object => ({
  ...{ name, initials, credential: 'CPA', isCpa: true, passphrase },
});

/** What `engagement.create` takes for a Type II engagement at a place. */
export const testEngagement = (place: string): z.input<Contract['engagement.create']['input']> => ({
  place,
  passphrase,
  type: 'II',
  periodStart: '2025-07-01',
  periodEnd: '2026-06-30',
  categories: ['Security'],
  clientLegalName: 'Northwind Hosting, Inc.',
  systemName: 'Managed Hosting Platform',
  firm: {
    ...{ name: 'Calder Wren LLP', city: 'Columbus', state: 'Ohio', licenceNumber: 'F-1' },
    ...{ retentionYears: 5, qualityReviewRequired: false },
  },
});

/** The program as the command line has it, with a profile of its own. */
export function testProgram(home: string): CommandLineProgram & {
  /** Calls a procedure that has to succeed. */
  readonly done: (name: string, input: object) => Promise<unknown>;
} {
  const program = commandLineProgram(passphrase, home);
  return { ...program, done: async (name, input) => valueOfReply(await program.callByName(name, input)) };
}

/**
 * A short journey through the router: two persons, an engagement, its acceptance, controls of the library and of the
 * client, and some changes. Leaves the engagement open.
 */
export async function shortJourney(program: ReturnType<typeof testProgram>, place: string): Promise<void> {
  const { done } = program;
  await done('person.create', testPerson('Dana Pell', 'DP'));
  await done('person.create', testPerson('Ada Kent', 'AK'));
  await done('person.unlock', { personId: 'DP' });
  await done('engagement.create', testEngagement(place));
  const known = program.profile.persons().find(({ initials }) => initials === 'AK');
  await done('team.add', { personId: known?.id ?? '', role: 'staff' });
  await done('team.confirmIndependence', { statement: 'I am independent of the client.' });
  await done('acceptance.answer', { question: 'integrity', answer: 'yes', note: '' });
  await done('acceptance.answer', { question: 'integrity', answer: 'yes', note: 'References were asked.' });
  await done('person.unlock', { personId: 'AK' });
  await done('team.confirmIndependence', { statement: 'I am independent of the client.' });
  await done('scope.addCommitment', {
    kind: 'commitment',
    text: 'Available 99.9 %.',
    categories: ['Security'],
  });
}
