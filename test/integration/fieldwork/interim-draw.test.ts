import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/lib/plain-date.ts';
import { day, untestedState } from '../../helpers/domain-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';
import { falsify, hasPython, unpacked, verdictOf } from '../reperformance/kit-folder.ts';

/** The period runs to the end of 2025; the interim list to the end of September. */
const start = untestedState();
const interimEnd = '2025-09-30';
const restStart = '2025-10-01';

/** A list with a record every second day. */
function listOf(from: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `E-${from.slice(0, 7)}-${String(index)},${addDays(day(from), index * 2)}`,
  );
  return `Employee,Last day\n${rows.join('\n')}\n`;
}

let open: OpenEngagement;

beforeEach(async () => {
  open = await openEngagement(start);
});
afterEach(() => {
  open.close();
});

async function reconciled(
  days: { readonly coversFrom?: string; readonly coversTo?: string },
  content: string,
): Promise<string> {
  const { populationId } = await open.do('population.define', {
    ...{ controlId: 'control-1', title: 'Terminations', sourceSystem: 'HR system', ...days },
  });
  const token = join(open.folder, 'list.csv');
  writeFileSync(token, content);
  const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day', receivedOn: '2026-01-05' };
  await open.do('population.import', { populationId, revision: 1, token, ...mapping });
  for (const direction of ['completeness', 'accuracy'])
    await open.do('population.addIpeTest', {
      ...{ populationId, method: 'sampleToSource', direction, result: 'pass', performedOn: '2026-01-06' },
      ...{ detail: 'Five records traced in the HR system.', countInSystem: 5, countInFile: 5 },
    });
  const { revision } = await open.do('population.get', { populationId });
  await open.do('population.reconcile', { populationId, revision });
  return populationId;
}

async function drawn(testId: string, populationId: string, seed: string): Promise<string> {
  const { size } = await open.do('sampling.suggest', { populationId, basis: 'frequencyGuidance' });
  const plan = { testId, populationId, basis: 'frequencyGuidance', chosenSize: size, method: 'simpleRandom' };
  const { planId } = await open.do('sampling.plan', { ...plan, seed });
  open.as('senior');
  await open.do('sampling.approve', { planId, revision: 1 });
  open.as('staff');
  await open.do('sampling.draw', { planId });
  return planId;
}

async function outlook(testId: string): Promise<readonly string[]> {
  const ways = await open.do('testing.outlook', { testId });
  const effective = ways.find(({ conclusion }) => conclusion === 'effective');
  return (effective?.findings ?? []).map(({ code }) => code).filter((code) => code.startsWith('T9'));
}

describe('an interim draw, topped up for the months that remained', () => {
  it('reaches the end of the period with the items that guidance leaves, each part under its own seed', async () => {
    const interim = await reconciled({ coversTo: interimEnd }, listOf('2025-01-01', 130));
    const attributes = [{ key: 'A', text: 'Disabled on every system' }];
    const { testId } = await open.do('testing.start', { controlId: 'control-1', attributes });
    await drawn(testId, interim, '2026-interim');
    expect(await outlook(testId)).toEqual(['T9', 'T9B']);
    const rest = await reconciled({ coversFrom: restStart }, listOf('2025-10-01', 46));
    expect(
      await open.do('sampling.suggest', { populationId: rest, basis: 'frequencyGuidance' }),
    ).toMatchObject({
      size: 5,
      meaning:
        'Guidance by frequency over the 176 records of the period leaves 5 for these 46, after the 13 drawn before.',
    });
    await drawn(testId, rest, '2026-top-up');
    const { plans } = await open.do('sampling.list', { testId });
    expect(plans.map(({ seed, computedSize, items }) => [seed, computedSize, items.length])).toEqual([
      ['2026-interim', 13, 13],
      ['2026-top-up', 5, 5],
    ]);
    expect(await outlook(testId)).toEqual(['T9B']);
    const { revision } = await open.do('testing.grid', { testId });
    const rollForward = 'The process owner was asked on 5 January; the change log shows no change.';
    await open.do('testing.writeRollForward', { testId, revision, rollForward });
    expect(await outlook(testId)).toEqual([]);
    expect((await open.program.session.store().verify()).problems).toEqual([]);
    await provesItself();
  });

  it('holds a list against its own days, not against those of the whole period', async () => {
    const population = await reconciled({ coversTo: interimEnd }, listOf('2025-01-01', 130));
    const health = await open.do('population.health', { populationId: population });
    expect([health.gaps, health.months.at(-1)?.end]).toEqual([[], interimEnd]);
    const late = { controlId: 'control-1', title: 'Late', coversFrom: '2025-12-01', coversTo: '2026-01-31' };
    expect((await open.refused('population.define', late)).message).toBe(
      'A list covers days of the period, 1 Jan 2025 to 31 Dec 2025, its first no later than its last.',
    );
  });
});

/** Both checkers of the kit find the sizes of both parts, and say where a figure was altered. */
async function provesItself(): Promise<void> {
  const token = join(open.folder, 'kit.zip');
  await open.do('kit.export', { token });
  const kit = await unpacked(token);
  const languages = hasPython ? (['js', 'py'] as const) : (['js'] as const);
  for (const language of languages) expect(verdictOf(language, kit).problems).toEqual([]);
  const [test = ''] = readdirSync(join(kit, 'tests'));
  falsify(kit, `tests/${test}`, (text) =>
    text.replace(/("interim": ?\{[^}]*"records": ?)130/, (_, name: string) => `${name}30`),
  );
  for (const language of languages)
    expect(verdictOf(language, kit).problems.map(({ code }) => code)).toContain('plan-size');
  rmSync(kit, { recursive: true });
}
