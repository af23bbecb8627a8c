import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../../../src-main/adapters/clock/system-clock.ts';

describe('the clock of this computer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-06-30T23:30:00.500Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('names one instant, and the day on which it falls in each zone', () => {
    expect(systemClock.now()).toBe('2026-06-30T23:30:00Z');
    expect(
      ['UTC', 'America/Chicago', 'Asia/Tokyo', 'Pacific/Kiritimati'].map((zone) => systemClock.today(zone)),
    ).toEqual(['2026-06-30', '2026-06-30', '2026-07-01', '2026-07-01']);
  });
});
