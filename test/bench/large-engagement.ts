import { join } from 'node:path';
import type { Op } from '../../shared/domain/journal/entry.ts';
import type { EngagementStore } from '../../src-main/services/ports/engagement-store.ts';
import { addPlain } from '../helpers/store/rows.ts';
import { specimenStart, type SpecimenTeam } from '../helpers/store/specimen-engagement.ts';
import { passphrase, testFiles, testTeam, valueOf } from '../helpers/store/test-files.ts';

/** Results in the engagement that is measured: fifty controls, twenty-five items and twenty attributes each. */
export const resultCount = 25_000;
const tests = 50;
const itemsPerTest = 25;
const attributesPerTest = 20;

/** An engagement of design size in a file, open. */
export interface LargeEngagement {
  readonly path: string;
  readonly team: SpecimenTeam;
  readonly store: EngagementStore;
}

/** Makes it: one entry per test, as the grid records many cells at once, and one change in each hundred results. */
export async function makeLargeEngagement(folder: string): Promise<LargeEngagement> {
  const path = join(folder, 'large.tickmark');
  const team = testTeam();
  const made = await testFiles().create(path, passphrase, 'engagement-1', (store) => {
    store.append(team.staff, 'engagement.create', specimenStart(team), '2026-07-10T09:00:00Z');
  });
  const store = valueOf(made);
  const act = (ops: readonly Op[]) => {
    store.append(team.staff, 'testing.record', ops, '2026-07-10T09:01:00Z');
  };
  act([addPlain('population', 'population-1', { controlId: 'control-1', title: 'Leavers' })]);
  for (let test = 0; test < tests; test += 1) act(testOps(test, team.staff.personId));
  for (let test = 0; test < tests; test += 1) {
    const id = `result-${String(test)}-0-0`;
    const parents = [store.state().rows.attributeResult.get(id)?.createdIn ?? ''];
    act([{ op: 'set', entity: 'attributeResult', id, field: 'note', value: 'Seen again.', parents }]);
  }
  return { path, team, store };
}

function testOps(test: number, personId: string): readonly Op[] {
  const name = String(test);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  return [
    addPlain('test', `test-${name}-x`, {
      controlId: 'control-1',
      workpaperId: 'paper-1',
      phase: 'operating',
    }),
    addPlain('samplePlan', `plan-${name}`, { populationId: 'population-1', testId: `test-${name}-x` }),
    ...numbers(attributesPerTest).map((attribute) =>
      addPlain('attribute', `attribute-${name}-${String(attribute)}`, { testId: `test-${name}-x` }),
    ),
    ...numbers(itemsPerTest).flatMap((item) => [
      addPlain('sampleItem', `item-${name}-${String(item)}`, { planId: `plan-${name}`, ordinal: item + 1 }),
      ...numbers(attributesPerTest).map((attribute) =>
        addPlain('attributeResult', `result-${name}-${String(item)}-${String(attribute)}`, {
          itemId: `item-${name}-${String(item)}`,
          attributeId: `attribute-${name}-${String(attribute)}`,
          result: 'pass',
          note: 'Ticket inspected; the account was disabled within the day.',
          testedBy: personId,
        }),
      ),
    ]),
  ];
}
