import {
  accessFactsOf,
  type AccessFacts,
  type ReviewDates,
} from '../../shared/domain/access-review/access-facts.ts';
import type { ListKind } from '../../shared/domain/access-review/access-list.ts';
import type { Account, ReadList } from '../../shared/domain/access-review/access-record.ts';
import type { MatchDecision } from '../../shared/domain/access-review/identity.ts';
import {
  emptyMapping,
  suggestMapping,
  type ListMapping,
} from '../../shared/domain/access-review/list-mapping.ts';
import { readList } from '../../shared/domain/access-review/read-list.ts';
import type { RuleId, RuleOutcome } from '../../shared/domain/access-review/rule.ts';
import { ruleOf } from '../../shared/domain/access-review/rule-catalogue.ts';
import { figuresOf } from '../../shared/domain/access-review/run-rules.ts';
import { utcOffset } from '../../shared/lib/plain-date.ts';
import { day } from './domain-fixture.ts';

/** The zone of the lists of the tests. */
export const utc = { name: 'UTC', offsetOf: utcOffset };

/** The dates of a review on 30 June 2026. */
export const dates: ReviewDates = {
  asOf: day('2026-06-30'),
  reviewedOn: day('2026-06-30'),
  dueOn: day('2026-07-10'),
  periodStart: day('2026-01-01'),
};

/** A list of records given as objects: the fields of the first are the columns. */
export function listOf(
  kind: ListKind,
  rows: readonly Readonly<Record<string, string>>[],
  more: Partial<Omit<ReadList, 'records'>> & { readonly mapping?: Partial<ListMapping> } = {},
): ReadList {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(header.map((field) => [field, field]));
  return readList(
    {
      kind,
      title: more.label ?? kind,
      asOf: more.asOf === undefined ? day('2026-06-30') : more.asOf,
      statedCount: more.statedCount ?? null,
      fileSha256: more.fileSha256 ?? '',
      header,
      mapping: { ...emptyMapping, columns, ...more.mapping },
      rows: rows.map((row, index) => ({
        rowNumber: index + 2,
        cells: header.map((field) => row[field] ?? ''),
      })),
    },
    utc,
  );
}

/** A list of a file's header and rows, mapped as the headers suggest and as `change` says. */
export function listOfTable(
  kind: ListKind,
  title: string,
  table: readonly (readonly string[])[],
  change: Partial<ListMapping> = {},
): ReadList {
  const [header = [], ...rows] = table;
  const suggested = suggestMapping(kind, header);
  const mapping = {
    ...suggested,
    ...change,
    columns: { ...suggested.columns, ...change.columns },
  };
  const cells = rows.map((row, index) => ({ rowNumber: index + 2, cells: row }));
  return readList(
    { kind, title, asOf: day('2026-06-30'), statedCount: null, fileSha256: '', header, mapping, rows: cells },
    utc,
  );
}

/** The facts of lists. */
export function factsOf(
  lists: readonly ReadList[],
  decisions: readonly MatchDecision[] = [],
  changed: Partial<ReviewDates> = {},
): AccessFacts {
  return accessFactsOf(lists, { ...dates, ...changed }, utc, decisions);
}

/** What a rule answers to facts, with its figures as they stand or as given. */
export function outcomeOf(
  id: RuleId,
  facts: AccessFacts,
  figures: Readonly<Record<string, number>> = {},
): RuleOutcome {
  const rule = ruleOf(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule.check(facts, { ...figuresOf(rule, new Map()), ...figures });
}

/** The exceptions as `code: subject`, in their order. */
export function found(outcome: RuleOutcome): readonly string[] {
  return outcome.exceptions.map(({ code, subject }) => `${code}: ${subject.label}`);
}

/** The records of a user list. */
export const accountsOf = ({ records }: ReadList): readonly Account[] => records as readonly Account[]; // the reader of user lists makes accounts and nothing else
