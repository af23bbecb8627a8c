import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { fileLabel, kitPopulations } from '../../../../../shared/domain/reperformance/kit-populations.ts';
import { after, changed } from '../../../../helpers/domain-fixture.ts';
import { definedState, populationFields, reconciledState } from '../../../../helpers/fieldwork-fixture.ts';

describe('kitPopulations', () => {
  const { state } = reconciledState();

  it('names what a population’s hash and counts are computed from', () => {
    const [population] = kitPopulations(state);
    expect(population).toMatchObject({
      ...{ control: 'LA-02', status: 'reconciled', rows: 'populations/LA-02-population-1.jsonl' },
      ...{ keyColumns: ['Employee'], dateColumn: 'Last day', rowsInFile: 40, recordCount: 40, filters: [] },
    });
    expect(population?.populationSha256).toBe(population?.reconciledSha256);
  });

  it('carries the filters without their row ids', () => {
    const filtered = after(state, [
      add('populationFilter', 'f-1', {
        ...({ populationId: 'population-1', code: 'F1', kind: 'columnEquals', column: 'Site' } as const),
        ...{ values: ['Austin'], reason: 'Only Austin runs it.', removedRows: 26, withdrawn: false },
      }),
    ]);
    expect(kitPopulations(filtered)[0]?.filters).toEqual([
      {
        code: 'F1',
        kind: 'columnEquals',
        column: 'Site',
        values: ['Austin'],
        reason: 'Only Austin runs it.',
        removedRows: 26,
      },
    ]);
  });

  it('keeps superseded lists and leaves out those without rows', () => {
    const superseded = changed(state, 'population', 'population-1', { status: 'superseded' });
    const two = after(superseded, [add('population', 'population-2', populationFields())]);
    expect(kitPopulations(two).map(({ id, status }) => [id, status])).toEqual([
      ['population-1', 'superseded'],
    ]);
    expect(kitPopulations(definedState())).toEqual([]);
  });
});

describe('fileLabel', () => {
  it('keeps what every file system takes', () => {
    expect(fileLabel('LA-02')).toBe('LA-02');
    expect(fileLabel('../A b:c')).toBe('---A-b-c');
  });
});
