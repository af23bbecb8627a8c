import { isUserList } from '../../../shared/domain/access-review/access-list.ts';
import type { ListMapping } from '../../../shared/domain/access-review/list-mapping.ts';
import type { List } from './access-words.ts';

/** What is known of a list besides its rows, as typed. */
export interface AccessListDraft {
  readonly title: string;
  readonly asOf: string | undefined;
  /** How many records the system itself showed; empty where nobody looked. */
  readonly stated: string;
  readonly sourceSystem: string;
  readonly query: string;
  readonly extractedBy: string;
}

/** A new list is named like its file; a user list is of the day of the review. */
export function newListDraft(fileName: string, kind: List['kind'], asOf: string): AccessListDraft {
  return {
    title: fileName.replace(/\.[^.]+$/, ''),
    asOf: isUserList(kind) ? asOf : undefined,
    ...{ stated: '', sourceSystem: '', query: '', extractedBy: '' },
  };
}

/** A list of the review, to be changed. */
export function draftOf({
  title,
  asOf,
  statedCount,
  sourceSystem,
  query,
  extractedBy,
}: List): AccessListDraft {
  const stated = statedCount === null ? '' : String(statedCount);
  return { title, asOf: asOf ?? undefined, stated, sourceSystem, query, extractedBy };
}

/** Whether a list can be recorded: it has a title, and a count where one is given is a number. */
export const isComplete = ({ title, stated }: AccessListDraft): boolean =>
  title.trim() !== '' && /^\d*$/.test(stated.trim());

/** The fields as a request takes them. */
export function fieldsOf({ title, asOf, stated, sourceSystem, query, extractedBy }: AccessListDraft) {
  const statedCount = stated.trim() === '' ? null : Number(stated);
  return { title, asOf: asOf ?? null, statedCount, sourceSystem, query, extractedBy };
}

/** A mapping as a request takes it. */
export function inputOf({ columns, fixed, privilegedRoles, dateOrder, rowsAre }: ListMapping) {
  return {
    ...{ columns: { ...columns }, fixed: { ...fixed }, privilegedRoles: [...privilegedRoles] },
    ...{ dateOrder, rowsAre },
  };
}
