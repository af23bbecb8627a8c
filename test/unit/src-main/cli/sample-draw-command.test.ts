import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runSampleDraw } from '../../../../src-main/cli/sample-draw-command.ts';
import type { PopulationColumns, ReadPopulation } from '../../../../src-main/cli/sample-draw-command.ts';
import type { PopulationRecord } from '../../../../shared/domain/sampling/draw.ts';
import { err, ok } from '../../../../shared/lib/result.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A reader that hands the records over two by two. */
function reader(
  records: readonly PopulationRecord[],
  asked: PopulationColumns[] = [],
): ReadPopulation<never> {
  return (columns, onBatch) => {
    asked.push(columns);
    for (let index = 0; index < records.length; index += 2) onBatch(records.slice(index, index + 2));
    return Promise.resolve(ok({ sha256: 'f'.repeat(64) }));
  };
}

const keyed = (...keys: readonly string[]): readonly PopulationRecord[] => keys.map((key) => ({ key }));
const vector = keyed('A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3');
const options = { key: 'id', seed: '314159', size: '4' };

describe('sample draw', () => {
  it('prints what cli.md prints', async () => {
    const outcome = await runSampleDraw(options, reader(vector), sha256);
    expect(JSON.stringify(outcome.json)).toBe(
      `{"algorithm":"consistent-sampler/1","populationSha256":"${'f'.repeat(64)}","count":6,"items":[` +
        '{"ordinal":1,"key":"B-2"},{"ordinal":2,"key":"B-3"},{"ordinal":3,"key":"A-3"},{"ordinal":4,"key":"A-2"}]}',
    );
    expect(outcome.exitCode).toBe(0);
    expect(outcome.text.split('\n')).toEqual([
      '4 of 6 records, by consistent-sampler/1',
      `Population file, SHA-256: ${'f'.repeat(64)}`,
      '     1  B-2',
      '     2  B-3',
      '     3  A-3',
      '     4  A-2',
    ]);
  });

  it('asks the reader for the columns it needs', async () => {
    const asked: PopulationColumns[] = [];
    const strata = vector.map((record) => ({ ...record, stratum: record.key.slice(0, 1) }));
    await runSampleDraw({ ...options, method: 'random' }, reader(vector, asked), sha256);
    await runSampleDraw({ ...options, method: 'stratified', stratum: 'site' }, reader(strata, asked), sha256);
    expect(asked).toEqual([{ key: 'id' }, { key: 'id', stratum: 'site' }]);
  });

  it('draws at an interval and says what it leaves out', async () => {
    const records = keyed(...Array.from({ length: 23 }, (_, index) => `K${String(index).padStart(2, '0')}`));
    const outcome = await runSampleDraw({ ...options, method: 'systematic' }, reader(records), sha256);
    expect(outcome.json).toMatchObject({
      algorithm: 'systematic-sampler/1',
      systematic: { interval: 5, start: 4, unreachable: 3 },
      items: ['K03', 'K08', 'K13', 'K18'].map((key, index) => ({ ordinal: index + 1, key })),
    });
    expect(outcome.text).toContain('The last 3 records of the list could not be reached by this interval.');
    expect(outcome.text).toContain('This interval may run in step with the days of the week.');
  });

  it('draws from each stratum', async () => {
    const strata = vector.map((record) => ({ ...record, stratum: record.key.slice(0, 1) }));
    const outcome = await runSampleDraw(
      { ...options, method: 'stratified', stratum: 'site' },
      reader(strata),
      sha256,
    );
    expect(outcome.json).toMatchObject({
      algorithm: 'stratified-sampler/1',
      strata: [
        { stratum: 'A', records: 3, items: 2 },
        { stratum: 'B', records: 3, items: 2 },
      ],
      items: [
        { ordinal: 1, key: 'A-3', stratum: 'A' },
        { ordinal: 2, key: 'A-2', stratum: 'A' },
        { ordinal: 3, key: 'B-2', stratum: 'B' },
        { ordinal: 4, key: 'B-3', stratum: 'B' },
      ],
    });
    expect(outcome.text).toContain('A: 2 of 3');
  });

  it.each([
    [vector, { ...options, size: '7' }, { refused: 'sample-larger-than-population', size: 7, population: 6 }],
    [keyed('a', 'b', 'a'), { ...options, size: '1' }, { refused: 'duplicate-key', key: 'a', position: 3 }],
    [keyed('a', ''), { ...options, size: '1' }, { refused: 'key-is-blank', position: 2 }],
    [vector, { ...options, size: '0' }, { refused: 'size-out-of-range', size: 0 }],
    [vector, { ...options, seed: '' }, { refused: 'seed-is-blank' }],
    [
      vector,
      { ...options, method: 'stratified', stratum: 's' },
      { refused: 'stratum-is-blank', position: 1 },
    ],
  ])('refuses by a rule with exit 1: %#', async (records, typed, json) => {
    expect(await runSampleDraw(typed, reader(records), sha256)).toMatchObject({ json, exitCode: 1 });
  });

  it.each([
    [{ ...options, key: undefined }, 'key'],
    [{ ...options, seed: undefined }, 'seed'],
    [{ ...options, size: 'ten' }, 'size'],
    [{ ...options, method: 'haphazard' }, 'method'],
    [{ ...options, method: 'stratified' }, 'stratum'],
    [{ ...options, stratum: 'site' }, 'stratum'],
  ])('finds wrong usage with exit 2 before it reads anything: %#', async (typed, option) => {
    const asked: PopulationColumns[] = [];
    expect(await runSampleDraw(typed, reader(vector, asked), sha256)).toMatchObject({
      json: { option },
      exitCode: 2,
    });
    expect(asked).toEqual([]);
  });

  it('passes on why a file cannot be read', async () => {
    const failure = { json: { refused: 'not-a-table' }, text: 'No table.', exitCode: 3 } as const;
    const outcome = await runSampleDraw(options, () => Promise.resolve(err(failure)), sha256);
    expect(outcome).toEqual(failure);
  });
});
