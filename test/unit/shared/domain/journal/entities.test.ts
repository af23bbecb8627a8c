import { expect, it } from 'vitest';
import {
  entities,
  entityNames,
  fieldsOf,
  isEntityName,
} from '../../../../../shared/domain/journal/entities.ts';

it('knows its own names and no others', () => {
  expect(entityNames.every(isEntityName)).toBe(true);
  expect(isEntityName('toString')).toBe(false);
  expect(isEntityName('workpapers')).toBe(false);
  expect(new Set(entityNames).size).toBe(Object.keys(entities).length);
});

it('refers only to entities that exist', () => {
  const targets = entityNames.flatMap((entity) =>
    Object.values(fieldsOf(entity)).flatMap((field) => (field.kind === 'ref' ? [field.to] : [])),
  );
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !isEntityName(target))).toEqual([]);
});

it('gives no field a name that every row has of itself', () => {
  const own = ['id', 'createdBy', 'createdAt', 'updatedBy', 'updatedAt', 'createdIn', 'revision'];
  const taken = entityNames.flatMap((entity) => own.filter((name) => name in fieldsOf(entity)));
  expect(taken).toEqual([]);
});
