import { describe, expect, it } from 'vitest';
import {
  createSchemaRules,
  schemaDifferences,
  schemaOf,
} from '../../../../../src-main/adapters/sqlite/schema/allow-list.ts';
import { migrations } from '../../../../helpers/store/test-files.ts';
import { storeDatabase } from './store-database.ts';

describe('the schema of a file', () => {
  it('is ours to the letter after our migrations', () => {
    const rules = createSchemaRules(migrations);
    const database = storeDatabase();
    expect(schemaDifferences(schemaOf(database), rules.expected(migrations.length))).toEqual([]);
    expect(rules.expected(1)).toBe(rules.expected(1));
    database.close();
  });

  it.each([
    ['an added table', 'create table t (a text)', 'added', 't'],
    ['an added index', 'create index i on person (name)', 'added', 'i'],
    ['statistics of another program', 'analyze', 'added', 'sqlite_stat1'],
    ['a dropped table', 'drop table population_block', 'missing', 'population_block'],
    ['a column more', 'alter table person add column note text', 'changed', 'person'],
    ['a renamed column', 'alter table person rename column email to mail', 'changed', 'person'],
  ] as const)('tells %s', (_what, sql, kind, name) => {
    const rules = createSchemaRules(migrations);
    const database = storeDatabase();
    database.exec(sql);
    const found = schemaDifferences(schemaOf(database), rules.expected(migrations.length));
    expect(found.map((difference) => [difference.kind, difference.object.name])).toContainEqual([kind, name]);
    database.close();
  });
});
