import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../../shared/domain/population/mapping-suggestion.ts';
import { utc } from '../../../../helpers/fieldwork-fixture.ts';

const header = ['title', 'change', 'merged_at', 'via_pull_request', 'title', 'day'];
const rows = [
  ['Add a member', '6044', '2026-01-04T13:22:36+05:30', 'yes', 'x', '03/04/2026'],
  ['Drop a member', '6055', '2026-01-13T02:43:01+05:30', 'yes', 'x', '04/04/2026'],
  ['Move a team', '6060', '2026-01-14T02:43:01Z', 'no', 'x', '05/04/2026'],
  ['Move another team', '6061', '2026-01-15T02:43:01Z', 'yes', 'x', '06/04/2026'],
];

describe('columns offered for a mapping', () => {
  it('offers unique filled columns as key, those with a telling header first', () => {
    expect(suggestMapping(header, rows, utc).keyColumns).toEqual(['change']);
  });

  it('offers dates, those whose order is not stated too', () => {
    const repeated = rows.map((cells) => [...cells.slice(0, 5), '03/04/2026']);
    expect(suggestMapping(header, repeated, utc).dateColumns).toEqual(['merged_at', 'day']);
  });

  it('offers columns of few values as strata', () => {
    expect(suggestMapping(header, rows, utc).stratumColumns).toEqual(['via_pull_request']);
  });

  it('offers nothing for a list without rows that could be wrong', () => {
    expect(suggestMapping(['a'], [], utc)).toEqual({
      keyColumns: ['a'],
      dateColumns: [],
      stratumColumns: [],
    });
  });
});
