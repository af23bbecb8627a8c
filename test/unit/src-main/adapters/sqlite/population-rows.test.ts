import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createPopulationRows,
  sweepPopulationRows,
} from '../../../../../src-main/adapters/sqlite/population-rows.ts';
import { populationRowText } from '../../../../../shared/domain/population/population-row-text.ts';
import { blocksOf } from '../../../../../shared/domain/population/row-block.ts';
import type { PopulationRow } from '../../../../../src-main/services/ports/engagement-store.ts';
import { storeDatabase } from './store-database.ts';

let database: Database.Database;
beforeEach(() => {
  database = storeDatabase();
});
afterEach(() => {
  database.close();
});

const row = (rowNumber: number, overrides: Partial<PopulationRow> = {}): PopulationRow => ({
  ...{ rowNumber, key: `K-${String(rowNumber)}`, occurredOn: null, included: true },
  cells: [`K-${String(rowNumber)}`, 'a "quoted", cell'],
  ...overrides,
});

describe('population rows', () => {
  it('come back as they were, in the order of the file', () => {
    const store = createPopulationRows(database);
    const rows = [row(2), row(3, { occurredOn: '2026-01-05' }), row(10, { included: false })];
    store.write('p', blocksOf(rows));
    store.write('other', blocksOf([row(2)]));
    expect([...store.all('p')]).toEqual([
      row(2),
      row(3, { occurredOn: '2026-01-05' }),
      row(10, { included: false }),
    ]);
    expect([...store.included('p')].map(({ rowNumber }) => rowNumber)).toEqual([2, 3]);
    expect(store.page('p', 1, 1).map(({ rowNumber }) => rowNumber)).toEqual([3]);
    const asked = store.byKeys('p', ['K-10', 'K-2', 'none']).map(({ rowNumber }) => rowNumber);
    expect(asked).toEqual([2, 10]);
    expect([store.count('p'), store.count('other'), store.count('none')]).toEqual([3, 1, 0]);
  });

  it('tell the days of the rows that are kept, each once', () => {
    const store = createPopulationRows(database);
    store.write(
      'p',
      blocksOf([
        row(2, { occurredOn: '2026-03-01' }),
        row(3, { occurredOn: '2026-01-05' }),
        row(4, { occurredOn: '2026-03-01' }),
        row(5),
        row(6, { occurredOn: '2026-02-01', included: false }),
      ]),
    );
    expect(store.days('p')).toEqual(['2026-01-05', '2026-03-01']);
    expect(store.days('none')).toEqual([]);
  });

  it('give the lines of their digest as the rule makes them from the rows', () => {
    const store = createPopulationRows(database);
    const rows = Array.from({ length: 9001 }, (_, index) => row(index + 2));
    const odd = { key: 'K "9"\n\u{1F512}\uD800', occurredOn: '2026-01-05', included: false };
    store.write('p', blocksOf([...rows, row(20_000, { ...odd, cells: ['', '\\', '\u0007', '\uDC00'] })]));
    store.write('other', blocksOf([row(2)]));
    const lines = [...store.blocks('p')].map((block) => block.lines);
    expect(Buffer.concat(lines).toString()).toBe([...store.all('p')].map(populationRowText).join(''));
    expect([...store.blocks('none')]).toEqual([]);
  });

  it('give themselves without their cells, block by block', () => {
    const store = createPopulationRows(database);
    const rows = Array.from({ length: 4000 }, (_, index) => row(index + 2));
    store.write(
      'p',
      blocksOf([...rows, row(5000, { included: false }), row(5001, { occurredOn: '2026-01-05' })]),
    );
    const all = [...store.all('p')].map(({ rowNumber, key, occurredOn, included }) => {
      return { rowNumber, key, occurredOn, included };
    });
    expect([...store.blocks('p')].flatMap(({ heads }) => heads)).toEqual(all);
  });

  it('of one batch are written together or not at all', () => {
    const store = createPopulationRows(database);
    const out = [...blocksOf([row(2), row(3)]), ...blocksOf([row(2)])];
    expect(() => store.write('p', out)).toThrow('in the order of the file');
    expect(store.count('p')).toBe(0);
  });

  it('come in batches that follow one another in the file', () => {
    const store = createPopulationRows(database);
    store.write('p', blocksOf([row(2), row(3)]));
    expect(() => store.write('p', blocksOf([row(3), row(4)]))).toThrow('in the order of the file');
    store.write('p', blocksOf([row(4)]));
    store.write('p', blocksOf([]));
    expect(store.count('p')).toBe(3);
  });

  it('are found by place and by key, wherever their blocks end', () => {
    const store = createPopulationRows(database);
    const rows = Array.from({ length: 1_700 }, (_, index) => row(index + 2));
    store.write('p', blocksOf(rows.slice(0, 900)));
    store.write('p', blocksOf(rows.slice(900)));
    expect(store.page('p', 880, 700)).toEqual(rows.slice(880, 1_580));
    expect(store.page('p', 1_690, 100)).toEqual(rows.slice(1_690));
    expect(store.page('p', 1_700, 10)).toEqual([]);
    expect(store.byKeys('p', ['K-1701', 'K-502', 'K-2', 'K-1702'])).toEqual(
      [0, 500, 1_699].map((at) => rows[at]),
    );
    expect([...store.all('p')]).toEqual(rows);
  });

  it('are marked by what a filter says, both ways', () => {
    const store = createPopulationRows(database);
    store.write(
      'p',
      blocksOf([
        row(2, { occurredOn: '2026-01-01' }),
        row(3, { included: false, occurredOn: '2026-02-01' }),
        row(4),
      ]),
    );
    store.setIncluded('p', ({ rowNumber }) => rowNumber >= 3);
    expect([...store.all('p')].map(({ included }) => included)).toEqual([false, true, true]);
    expect(store.days('p')).toEqual(['2026-02-01']);
  });

  it('go in steps, also many of them', () => {
    const store = createPopulationRows(database);
    store.write('p', blocksOf(Array.from({ length: 12_000 }, (_, index) => row(index + 2))));
    store.write('q', blocksOf([row(2)]));
    store.discard('p');
    expect([store.count('p'), store.count('q')]).toEqual([0, 1]);
  });

  it('of imports that were not recorded are swept', () => {
    const store = createPopulationRows(database);
    for (const id of ['a', 'b', 'c']) store.write(id, blocksOf([row(2), row(3)]));
    sweepPopulationRows(database, (id) => id === 'b');
    expect(['a', 'b', 'c'].map((id) => store.count(id))).toEqual([0, 2, 0]);
  });
});
