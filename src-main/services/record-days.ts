import { find } from '../../shared/domain/journal/state.ts';
import type { RecordDays } from '../../shared/domain/testing/sample-coverage.ts';
import { parsePlainDate, type PlainDate } from '../../shared/lib/plain-date.ts';
import type { Session } from './session.ts';

/** The days on which lists have records, read from their stored rows once for each state of the rows. */
export function createRecordDays(session: Session): RecordDays {
  const known = new Map<string, readonly PlainDate[]>();
  return (populationId) => {
    const rows = find(session.state(), 'population', populationId)?.rowsSha256 ?? null;
    if (rows === null) return [];
    const before = known.get(rows);
    if (before !== undefined) return before;
    const days = session.store().populationRows.days(populationId).flatMap(dateOf);
    known.set(rows, days);
    return days;
  };
}

function dateOf(text: string): readonly PlainDate[] {
  const parsed = parsePlainDate(text);
  return parsed.ok ? [parsed.value] : [];
}
