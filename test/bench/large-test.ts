import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { addDays, type PlainDate } from '../../shared/lib/plain-date.ts';
import { commandLineProgram } from '../../src-main/cli/command-line-program.ts';
import {
  makePracticeEngagement,
  practicePassphrase,
  type PracticeEngagement,
} from '../e2e/practice-engagement.ts';

/** A practice engagement with one operating test of the size of the grid that is measured. */
export interface LargeTest extends PracticeEngagement {
  readonly workpaperId: string;
}

const ITEMS = 500;
const ATTRIBUTES = 12;
const RECORDS = 700;

/** Makes an engagement in fieldwork whose test of LA-02 has 500 items by 12 attributes, each item with its evidence. Takes about a minute. */
export async function makeLargeTest(): Promise<LargeTest> {
  const practice = await makePracticeEngagement();
  const program = commandLineProgram(practicePassphrase, practice.home);
  const act: Act = async (name, input) => {
    const reply = await program.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  await act('engagement.open', { place: practice.file, passphrase: practicePassphrase });
  try {
    return { ...practice, workpaperId: await drawTest(act, practice.folder) };
  } finally {
    await act('engagement.close', {});
  }
}

type Act = <K extends keyof Contract>(name: K, input: object) => Promise<OutputOf<Contract[K]>>;

async function drawTest(act: Act, folder: string): Promise<string> {
  await act('person.unlock', { personId: 'STA' });
  const { periodStart, periodEnd } = await act('engagement.get', {});
  const control = (await act('control.list', {})).find(({ code }) => code === 'LA-02');
  const controlId = control?.id;
  const populationId = await receive(act, folder, { controlId, start: periodStart, end: periodEnd });
  const letters = Array.from({ length: ATTRIBUTES }, (_, index) => String.fromCharCode(65 + index));
  const attributes = letters.map((key) => ({ key, text: `Attribute ${key} of the test` }));
  const { testId } = await act('testing.start', { controlId, attributes });
  const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
  const sample = { basis: 'statistical', rates, chosenSize: ITEMS, method: 'simpleRandom' };
  const { planId } = await act('sampling.plan', { testId, populationId, ...sample, seed: 'grid' });
  await act('person.unlock', { personId: 'SNR' });
  await act('sampling.approve', { planId, revision: 1 });
  await act('person.unlock', { personId: 'STA' });
  const { items } = await act('sampling.draw', { planId });
  const token = join(folder, 'log.txt');
  writeFileSync(token, 'Log of the identity team.\n');
  const { evidenceIds } = await act('evidence.attach', {
    ...{ tokens: [token], receivedOn: periodEnd, sourceSystem: 'Portal' },
  });
  for (const { itemId } of items)
    await act('evidence.link', { evidenceIds, target: { kind: 'sampleItem', id: itemId } });
  return (await act('testing.grid', { testId, limit: 1 })).workpaperId;
}

interface Asked {
  readonly controlId: string | undefined;
  readonly start: string | null;
  readonly end: string | null;
}

async function receive(act: Act, folder: string, { controlId, start, end }: Asked): Promise<string> {
  const first = (start ?? '') as PlainDate; // a Type II has a period
  const rows = Array.from(
    { length: RECORDS },
    (_, index) => `E-${String(10_000 + index)},${addDays(first, index % 360)}`,
  );
  const token = join(folder, 'terminations.csv');
  writeFileSync(token, `Employee,Last day\n${rows.join('\n')}\n`);
  const said = { controlId, title: 'Terminations', sourceSystem: 'Portal', statedCount: RECORDS };
  const { populationId } = await act('population.define', said);
  const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day', receivedOn: end };
  await act('population.import', { populationId, revision: 1, token, ...mapping });
  for (const direction of ['completeness', 'accuracy'])
    await act('population.addIpeTest', {
      ...{ populationId, method: 'sampleToSource', direction, result: 'pass', performedOn: end },
      ...{ detail: 'Five records traced in the portal.', countInSystem: 5, countInFile: 5 },
    });
  const { revision } = await act('population.get', { populationId });
  await act('population.reconcile', { populationId, revision });
  return populationId;
}
