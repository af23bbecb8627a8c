import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { evidenceOf } from '../../../../../shared/domain/evidence/evidence-link.ts';
import {
  filterStateFinding,
  receivePopulation,
  recordFilter,
  rejectPopulation,
} from '../../../../../shared/domain/population/receive-population.ts';
import type { FilterInput } from '../../../../../shared/domain/population/population-filter.ts';
import { filtersOf } from '../../../../../shared/domain/population/population-state.ts';
import { contextOf, refusalOf, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import { shapeOfDays } from '../../../../helpers/list-shapes.ts';
import {
  definedState,
  gapReasons,
  readList,
  receivedState,
  reconciledState,
  spreadRows,
} from '../../../../helpers/fieldwork-fixture.ts';

const populationId = 'population-1';
const outside = ['E-900', '2025-06-30', 'Austin'];
const periodOnly: FilterInput = {
  kind: 'withinPeriod',
  column: 'Last day',
  values: ['2025-07-01', '2026-06-30'],
  reason: 'The list was made from 30 June on.',
};

describe('taking a list as the population', () => {
  it('records the file as evidence, how it was read, its counts and its hashes', () => {
    const state = definedState();
    const { list } = readList(spreadRows(40));
    const after = taken(state, receivePopulation(contextOf(state), { populationId, revision: 1, list }));
    expect(find(after, 'population', populationId)).toMatchObject({
      ...{
        status: 'received',
        rowsInFile: 40,
        recordCount: 40,
        fileSha256: sha256('list.csv'),
        delimiter: ',',
      },
      ...{ keyColumns: ['Employee'], dateColumn: 'Last day', columns: ['Employee', 'Last day', 'Site'] },
      ...{ firstDate: '2025-07-01', lastDate: '2026-06-30', rowsSha256: list.rowsSha256 },
    });
    expect(find(after, 'population', populationId)?.populationSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(evidenceOf(after, { kind: 'population', id: populationId })).toMatchObject([
      { originalName: 'list.csv' },
    ]);
  });

  it('refuses blank or repeated keys (gate N2)', () => {
    const state = definedState();
    const { list } = readList([...spreadRows(40), ['E-001', '2025-08-01', 'Austin']]);
    expect(refusalOf(receivePopulation(contextOf(state), { populationId, list }))).toEqual({
      code: 'N2',
      message: '2 rows have a blank or repeated key.',
    });
  });

  it('refuses records outside the period (gate N3B) until a filter is recorded', () => {
    const state = definedState();
    const rows = [...spreadRows(40), outside];
    expect(
      refusalOf(receivePopulation(contextOf(state), { populationId, list: readList(rows).list })),
    ).toEqual({
      code: 'N3B',
      message: '1 row is outside the period.',
    });
    const { list } = readList(rows, [periodOnly]);
    const after = taken(state, receivePopulation(contextOf(state), { populationId, list }));
    expect(find(after, 'population', populationId)).toMatchObject({ rowsInFile: 41, recordCount: 40 });
    expect(filtersOf(after, populationId)).toMatchObject([
      { code: 'F1', removedRows: 1, kind: 'withinPeriod' },
    ]);
  });

  it('asks to explain a part of the period without records, and keeps the explanation (gate N3)', () => {
    const state = definedState();
    const { list } = readList(spreadRows(5));
    expect(refusalOf(receivePopulation(contextOf(state), { populationId, list }))).toEqual({
      code: 'N3',
      message: 'No records between 1 Aug 2025 and 31 Aug 2025. Explain the gap.',
    });
    const after = taken(
      state,
      receivePopulation(contextOf(state, { reasons: gapReasons }), { populationId, list }),
    );
    expect(all(after, 'gateReason').map(({ gate, target }) => [gate, target])).toEqual([
      ['N3', 'population/population-1'],
      ['N3', 'population/population-1'],
      ['N3', 'population/population-1'],
      ['N3', 'population/population-1'],
    ]);
  });

  it('takes an empty list without asking for gaps: its reason comes with the reconciliation', () => {
    const state = definedState();
    const after = taken(
      state,
      receivePopulation(contextOf(state), { populationId, list: readList([]).list }),
    );
    expect(find(after, 'population', populationId)).toMatchObject({
      status: 'received',
      recordCount: 0,
      firstDate: null,
    });
  });

  it('does not take a second list before the first is sent back', () => {
    const { state } = receivedState();
    const { list } = readList(spreadRows(30));
    expect(refusalOf(receivePopulation(contextOf(state), { populationId, list })).code).toBe('wrong-state');
  });

  it('gives the same file read another way another hash', () => {
    const state = definedState();
    const shas = [[], [{ ...periodOnly, values: ['2025-07-01', '2026-06-29'] }]].map((filters) => {
      const { list } = readList(spreadRows(40), filters);
      const after = taken(
        state,
        receivePopulation(contextOf(state, { reasons: gapReasons }), { populationId, list }),
      );
      return find(after, 'population', populationId)?.populationSha256;
    });
    expect(new Set(shas).size).toBe(2);
  });
});

describe('sending a list back', () => {
  it('drops the rows, keeps the file, and lets another list come', () => {
    const { state } = receivedState();
    const back = taken(
      state,
      rejectPopulation(contextOf(state), { populationId, reason: 'It lacks contractors.' }),
    );
    expect(find(back, 'population', populationId)).toMatchObject({
      ...{ status: 'rejected', statusReason: 'It lacks contractors.', recordCount: 0, rowsSha256: null },
    });
    expect(evidenceOf(back, { kind: 'population', id: populationId })).toHaveLength(1);
    const again = receivePopulation(contextOf(back), { populationId, list: readList(spreadRows(50)).list });
    expect(find(taken(back, again), 'population', populationId)).toMatchObject({
      status: 'received',
      recordCount: 50,
    });
  });

  it('needs a reason, and is over once the population is reconciled', () => {
    const { state } = receivedState();
    expect(refusalOf(rejectPopulation(contextOf(state), { populationId, reason: 'no' })).code).toBe(
      'invalid-value',
    );
    const fixed = reconciledState().state;
    const late = rejectPopulation(contextOf(fixed), { populationId, reason: 'It lacks contractors.' });
    expect(refusalOf(late).code).toBe('wrong-state');
  });

  it('withdraws its filters, and goes on counting their codes', () => {
    const state = definedState();
    const first = readList([...spreadRows(40), outside], [periodOnly]).list;
    const received = taken(state, receivePopulation(contextOf(state), { populationId, list: first }));
    const back = taken(
      received,
      rejectPopulation(contextOf(received), { populationId, reason: 'It lacks contractors.' }),
    );
    const second = readList([...spreadRows(50), outside], [periodOnly]).list;
    const after = taken(back, receivePopulation(contextOf(back), { populationId, list: second }));
    expect(filtersOf(after, populationId).map(({ code }) => code)).toEqual(['F2']);
  });
});

describe('recording a filter over a received list', () => {
  const filter: FilterInput = {
    kind: 'columnNotEquals',
    column: 'Site',
    values: ['Austin'],
    reason: 'Austin is another organization.',
  };
  const shape = shapeOfDays(spreadRows(40).map(([, date = '']) => date));
  const outcome = { removed: 14, records: 26, shape, rowsSha256: 'digest' };

  it('changes counts and hashes, and keeps the reason', () => {
    const { state } = receivedState();
    const before = find(state, 'population', populationId)?.populationSha256;
    const after = taken(state, recordFilter(contextOf(state), { populationId, filter, outcome }));
    expect(find(after, 'population', populationId)).toMatchObject({ recordCount: 26, rowsSha256: 'digest' });
    expect(find(after, 'population', populationId)?.populationSha256).not.toBe(before);
    expect(filtersOf(after, populationId)).toMatchObject([
      { code: 'F1', removedRows: 14, reason: filter.reason },
    ]);
  });

  it('refuses a filter that leaves nothing out', () => {
    const { state } = receivedState();
    const idle = recordFilter(contextOf(state), {
      populationId,
      filter,
      outcome: { ...outcome, removed: 0 },
    });
    expect(refusalOf(idle).message).toBe('No record is left out by “Site is not Austin”.');
  });

  it('asks again for gaps that the filter opens (gate N3)', () => {
    const { state } = receivedState();
    const opened = recordFilter(contextOf(state), {
      populationId,
      filter,
      outcome: { ...outcome, shape: shapeOfDays(['2025-07-01']) },
    });
    expect(refusalOf(opened).code).toBe('N3');
  });

  it('is over once the population is reconciled', () => {
    const { state } = reconciledState();
    const row = find(state, 'population', populationId);
    if (row === undefined) throw new Error('missing');
    expect(filterStateFinding(contextOf(state), row, undefined)?.code).toBe('wrong-state');
  });
});
