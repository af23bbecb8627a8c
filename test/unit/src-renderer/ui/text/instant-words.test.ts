import { describe, expect, it } from 'vitest';
import { instantWordsIn } from '../../../../../src-renderer/ui/text/instant-words.ts';

describe('an instant in words', () => {
  it.each([
    ['UTC', '9 Jul 2026', '9 Jul 2026, 22:30 UTC'],
    ['Europe/Berlin', '10 Jul 2026', '10 Jul 2026, 00:30 Europe/Berlin'],
    ['America/Chicago', '9 Jul 2026', '9 Jul 2026, 17:30 America/Chicago'],
  ])('falls on the day of %s', (zone, day, minute) => {
    const words = instantWordsIn(zone);
    expect(words.day('2026-07-09T22:30:00Z')).toBe(day);
    expect(words.minute('2026-07-09T22:30:00Z')).toBe(minute);
    expect(`${words.time('2026-07-09T22:30:00Z')} ${zone}`).toBe(minute);
    expect(words.second('2026-07-09T22:30:05Z')).toBe(`${words.time('2026-07-09T22:30:00Z')}:05`);
    expect(words.second('2026-07-09T22:30:05Z')).toBe(`${day}, ${words.clock('2026-07-09T22:30:05Z')}`);
  });

  it('names September like every other month, and gives back what is no instant', () => {
    expect(instantWordsIn('UTC').day('2026-09-01T00:00:00Z')).toBe('1 Sep 2026');
    expect(instantWordsIn('UTC').day('')).toBe('');
  });
});
