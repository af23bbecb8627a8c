import type { FieldValue, Field } from './field.ts';
import { accessReviewEntities } from './catalogue/access-review.ts';
import { fieldworkEntities } from './catalogue/fieldwork.ts';
import { planningEntities } from './catalogue/planning.ts';
import { reportingEntities } from './catalogue/reporting.ts';

/** Every entity that the journal records, with its fields: the one description that rows, tables and merge share. */
export const entities = {
  ...planningEntities,
  ...fieldworkEntities,
  ...accessReviewEntities,
  ...reportingEntities,
} as const;

/** The catalogue's type. */
export type Entities = typeof entities;
/** The name of a recorded entity. */
export type EntityName = keyof Entities;
/** The fields of an entity as they are set by an operation. */
export type FieldsOf<E extends EntityName> = {
  readonly [K in keyof Entities[E]]: FieldValue<Entities[E][K]>;
};

/** What every row knows of itself; set by the reducer from the entries, never by an operation. */
export interface RowMeta {
  readonly id: string;
  /** Persons and claimed instants of the first and the last entry that touched the row. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
  /** Hash of the entry that added the row: the version of every field that was not set since. */
  readonly createdIn: string;
  /** Number of operations on the row; a command names the one it was shown. */
  readonly revision: number;
}

/** A row of an entity. */
export type Row<E extends EntityName> = RowMeta & FieldsOf<E>;

/** All entity names, in the order of the catalogue (which is an order in which references resolve). */
export const entityNames: readonly EntityName[] = Object.keys(entities) as EntityName[]; // keys of a literal object

/** The fields of an entity, for code that walks over them. */
export const fieldsOf = (entity: EntityName): Readonly<Record<string, Field>> => entities[entity];

/** Whether a text names an entity of this version. */
export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name);
