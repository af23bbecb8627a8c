import { fieldsOf, type EntityName, type FieldsOf } from '../../../shared/domain/journal/entities.ts';
import type { AddOp } from '../../../shared/domain/journal/entry.ts';
import type { AnyFieldValue, Field } from '../../../shared/domain/journal/field.ts';
import { add } from '../../../shared/domain/journal/ops.ts';

/** A whole row of an entity, filled with the plainest value of each field; references have to be given. */
export function plainRow<E extends EntityName>(entity: E, values: Partial<FieldsOf<E>>): FieldsOf<E> {
  const plain = Object.entries(fieldsOf(entity)).map(([name, field]) => [name, plainValue(field)]);
  return { ...Object.fromEntries(plain), ...values } as FieldsOf<E>; // one value per field of the catalogue
}

/** The operation that adds such a row. */
export function addPlain<E extends EntityName>(entity: E, id: string, values: Partial<FieldsOf<E>>): AddOp {
  return add(entity, id, plainRow(entity, values));
}

const plainValues = {
  date: '2026-07-10',
  instant: '2026-07-10T09:00:00Z',
  integer: 1,
  flag: false,
  list: [],
  text: '',
  ref: '',
} as const;

function plainValue(field: Field): AnyFieldValue {
  if (field.optional) return null;
  return field.kind === 'choice' ? (field.values[0] ?? '') : plainValues[field.kind];
}
