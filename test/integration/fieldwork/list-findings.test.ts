import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/lib/plain-date.ts';
import { changed, day, fieldworkState } from '../../helpers/domain-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';

const start = changed(
  fieldworkState({ periodStart: day('2025-01-01'), periodEnd: day('2025-12-31') }),
  'test',
  'test-design',
  { status: 'concluded', conclusion: 'effective' },
);
const header = 'Request,Done at,Site';
const rowOf = (number: number) =>
  `REQ-${String(number)},${addDays(day('2025-01-01'), number * 5)} 09:30,${number % 2 === 0 ? 'Austin' : 'Columbus'}`;
/** Request 31 is missing, and the last one is there twice but for its case. */
const rows = [
  ...Array.from({ length: 70 }, (_, index) => index + 1)
    .filter((n) => n !== 31)
    .map(rowOf),
];
const list = [header, ...rows, rowOf(70).replace('REQ', 'req')];

let open: OpenEngagement;

beforeEach(async () => {
  open = await openEngagement(start);
});
afterEach(() => {
  open.close();
});

function file(name: string, lines: readonly string[]): string {
  const path = join(open.folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function received(): Promise<string> {
  const { populationId } = await open.do('population.define', { controlId: 'control-1', title: 'Requests' });
  await open.do('population.import', {
    ...{ populationId, revision: 1, token: file('requests.csv', list), receivedOn: '2026-01-05' },
    ...{ keyColumns: ['Request'], dateColumn: 'Done at' },
  });
  return populationId;
}

const revisionOf = async (populationId: string): Promise<number> =>
  (await open.do('population.get', { populationId })).revision;

describe('the findings of a list', () => {
  it('name each check with its state, and the columns with their kinds', async () => {
    const populationId = await received();
    const found = await open.do('population.findings', { populationId });
    const states = found.checks.map(({ code, state, words }) => [code, state, words]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['keys', 'clear', 'Request is filled and unique in 70 rows'],
        ['sequence', 'open', '1 number is missing: REQ-31'],
        ['nearDuplicates', 'open', 'REQ-70 and req-70: may be one record written twice'],
        ['timeOfDay', 'open', '70 times carry no offset; read as UTC'],
        ['totals', 'open', "No count of the client's system is on record; the file has 70"],
      ]),
    );
    expect(found.open).toBe(found.checks.filter(({ state }) => state === 'open').length);
    expect(found.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['Request', 'text'],
      ['Done at', 'dateTime'],
      ['Site', 'text'],
    ]);
    expect(found.hours[9]).toBe(70);
  });

  it('are accepted with a reason, or fixed by a filter; a draw says what is left', async () => {
    const populationId = await received();
    const filter = { kind: 'excludeKeys', values: ['req-70'], reason: 'Written twice by the export.' };
    await open.do('population.filter', { populationId, revision: await revisionOf(populationId), filter });
    const input = { populationId, code: 'sequence', words: '1 number is missing: REQ-31' };
    const reason = 'The request was cancelled before it was granted.';
    const revision = await revisionOf(populationId);
    const stale = { ...input, words: '2 numbers are missing: REQ-31 to 32', revision, reason };
    expect((await open.refused('population.acceptFinding', stale)).code).toBe('wrong-state');
    await open.do('population.acceptFinding', { ...input, revision, reason });
    const { checks } = await open.do('population.findings', { populationId });
    expect(checks.find(({ code }) => code === 'nearDuplicates')?.state).toBe('clear');
    expect(checks.find(({ code }) => code === 'sequence')).toMatchObject({
      state: 'accepted',
      acceptance: { reason },
    });
    for (const direction of ['completeness', 'accuracy'])
      await open.do('population.addIpeTest', {
        ...{
          populationId,
          method: 'observeExtraction',
          direction,
          result: 'pass',
          performedOn: '2026-01-06',
        },
        ...{ detail: 'The extraction was seen on screen.', countInSystem: 70, countInFile: 70 },
      });
    await open.do('population.reconcile', { populationId, revision: await revisionOf(populationId) });
    const { openFindings } = await open.do('population.get', { populationId });
    expect(openFindings).toEqual(['69 times carry no offset; read as UTC']);
  });

  it('compare the list with a file from outside the engagement', async () => {
    const populationId = await received();
    const other = [
      'Site,Request,Done at,Note',
      ...rows.slice(1).map((row) => {
        const [request = '', at = '', site = ''] = row.split(',');
        return [request === 'REQ-2' ? 'Dallas' : site, request, at, ''].join(',');
      }),
      'Austin,REQ-71,2025-12-30 09:30,',
      'Austin,REQ-71,2025-12-31 09:30,',
    ];
    const token = file('earlier.csv', other);
    const compared = await open.do('population.compareFile', { populationId, token });
    expect(compared).toMatchObject({
      ...{ name: 'earlier.csv', keyColumns: ['Request'], unkeyed: 1 },
      comparison: {
        ...{ same: 67, onlyHere: { count: 2, keys: ['REQ-1', 'req-70'] }, uncompared: ['Note'] },
        ...{ onlyThere: { count: 1, keys: ['REQ-71'] } },
        changed: { count: 1, rows: [{ key: 'REQ-2', columns: ['Site'] }] },
      },
    });
    const renamed = file('renamed.csv', ['Ticket,Site', 'REQ-1,Columbus']);
    const unknown = await open.do('population.compareFile', { populationId, token: renamed });
    expect(unknown.comparison).toBeNull();
    const keyed = { populationId, token: renamed, keyColumns: ['Ticket'] };
    expect((await open.do('population.compareFile', keyed)).comparison).toMatchObject({ same: 1 });
  });
});
