import type { Output } from '../../app/client.ts';
import { countOf } from '../../ui/text/format-number.ts';

/** An entry of the journal. */
export type Entry = Output<'journal.list'>['entries'][number];
/** A row that was added, or a field that was set. */
export type Change = Entry['changes'][number];

/** "criteria.conclude" as "Criteria: conclude": a procedure in words. */
export function kindWords(kind: string): string {
  const [feature = kind, verb] = kind.split('.');
  return verb === undefined ? capital(spaced(feature)) : `${capital(spaced(feature))}: ${spaced(verb)}`;
}

/** "3 rows added, 12 values set": how much an entry wrote. */
export function extentWords({ changes }: Entry): string {
  const added = changes.filter((change) => change.field === null).length;
  const set = changes.length - added;
  const parts = [
    ...(added === 0 ? [] : [`${countOf(added, 'row')} added`]),
    ...(set === 0 ? [] : [`${countOf(set, 'value')} set`]),
  ];
  return parts.length === 0 ? 'no row written' : parts.join(', ');
}

/** How many rows the list names before it only counts. */
const MOST_NAMED = 3;

/** What an entry wrote on: "workpaper CC6-03, sign off CC6-03, reviewer", and how many rows more. */
export function subjectWords({ changes }: Entry): string {
  const rows = [
    ...new Map(
      changes.map(({ entity, id, reference }) => [
        `${entity}/${id}`,
        reference === '' ? spaced(entity) : `${spaced(entity)} ${reference}`,
      ]),
    ).values(),
  ];
  const more = rows.length - MOST_NAMED;
  const named = [...new Set(rows.slice(0, MOST_NAMED))].join('; ');
  return more > 0 ? `${named}; ${countOf(more, 'row')} more` : named;
}

/** "signOff" as "sign off". */
export function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
