import { describe, expect, it } from 'vitest';
import {
  addSubsequentEvent,
  inquiredUpTo,
  lastDayOf,
  recordInquiry,
  subsequentEvents,
  withdrawSubsequentEvent,
} from '../../../../../shared/domain/report/subsequent-events.ts';
import { day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, testedState } from '../../../../helpers/concluding-fixture.ts';

const event = {
  occurredOn: day('2026-07-03'),
  description: 'The data center moved.',
  effect: 'disclose',
} as const;

describe('subsequent events', () => {
  it('lie after the end and not in the future', () => {
    const state = testedState();
    expect(lastDayOf(state)).toBe('2026-06-30');
    const added = taken(state, addSubsequentEvent(as(state, 'staff', { newId: () => 'event-1' }), event));
    expect(subsequentEvents(added).map((row) => row.effect)).toEqual(['disclose']);
    const ref = { id: 'event-1', revision: null };
    expect(subsequentEvents(taken(added, withdrawSubsequentEvent(as(added, 'staff'), ref)))).toEqual([]);
    const refuse = (
      values: Partial<Omit<typeof event, 'occurredOn' | 'description'>> & {
        occurredOn?: ReturnType<typeof day>;
        description?: string;
      },
    ) => refusalOf(addSubsequentEvent(as(state, 'staff'), { ...event, ...values })).code;
    expect(refuse({ occurredOn: day('2026-06-30') })).toBe('invalid-value');
    expect(refuse({ occurredOn: day('2026-07-11') })).toBe('invalid-value');
    expect(refuse({ description: '' })).toBe('invalid-value');
  });

  it('are asked about up to a day', () => {
    const state = testedState();
    const ask = (coversTo: string, text = 'Asked the chief executive.') =>
      recordInquiry(as(state, 'manager'), { coversTo: day(coversTo), text });
    expect(inquiredUpTo(state)).toBeNull();
    expect(inquiredUpTo(taken(state, ask('2026-07-09'), 'p-manager'))).toBe('2026-07-09');
    expect(refusalOf(ask('2026-07-11')).code).toBe('invalid-value');
    expect(refusalOf(ask('2026-07-09', 'ok')).code).toBe('invalid-value');
  });
});
