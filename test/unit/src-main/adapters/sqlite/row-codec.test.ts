import { describe, expect, it } from 'vitest';
import { entityNames, fieldsOf } from '../../../../../shared/domain/journal/entities.ts';
import {
  columnsOf,
  encodeRow,
  rowDecoder,
  selectSql,
  upsertSql,
} from '../../../../../src-main/adapters/sqlite/row-codec.ts';
import { plainRow } from '../../../../helpers/store/rows.ts';
import { storeDatabase } from './store-database.ts';

const meta = {
  ...{ createdBy: 'p', createdAt: 't', updatedBy: 'p', updatedAt: 't', createdIn: 'h', revision: 2 },
};

describe('rows of tables', () => {
  it.each(entityNames.map((entity) => [entity] as const))('%s comes back as it was written', (entity) => {
    const database = storeDatabase();
    database.pragma('foreign_keys = OFF');
    const row = { id: 'row-1', ...plainRow(entity, {}), ...meta };
    database.prepare(upsertSql(entity)).run(...encodeRow(entity, row));
    const read = () =>
      database.prepare<[], (string | number | null)[]>(selectSql(entity)).raw().all().map(rowDecoder(entity));
    expect(read()).toEqual([row]);
    const changed = { ...row, revision: 3 };
    database.prepare(upsertSql(entity)).run(...encodeRow(entity, changed));
    expect(read()).toEqual([changed]);
    database.close();
  });

  it('keeps lists, flags and nothing apart from texts that look alike', () => {
    const fields = {
      name: 'null',
      service: '[]',
      method: 'carveOut',
      criteria: ['CC6.1', 'a"b', ''],
      withdrawn: true,
    } as const;
    const row = { id: 'row-1', ...plainRow('subserviceOrganization', fields), ...meta };
    const stored = encodeRow('subserviceOrganization', row);
    expect(stored[columnsOf('subserviceOrganization').indexOf('criteria')]).toBe('["CC6.1","a\\"b",""]');
    expect(stored[columnsOf('subserviceOrganization').indexOf('withdrawn')]).toBe(1);
    expect(rowDecoder('subserviceOrganization')(stored)).toEqual(row);
  });

  it('has one column for the id, each field and each mark of a row', () => {
    for (const entity of entityNames)
      expect(columnsOf(entity)).toHaveLength(Object.keys(fieldsOf(entity)).length + 7);
  });
});
