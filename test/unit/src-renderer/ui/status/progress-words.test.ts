import { describe, expect, it } from 'vitest';
import {
  durationWords,
  progressWords,
  secondsLeft,
} from '../../../../../src-renderer/ui/status/progress-words.ts';

describe('progressWords', () => {
  it('says unit and time left', () => {
    expect(progressWords({ done: 61_000, total: 184_000, unit: 'rows', elapsedSeconds: 10 })).toBe(
      '61,000 of 184,000 rows, about 20 s left',
    );
  });

  it('says the time so far when the length is not known', () => {
    expect(progressWords({ done: 12, total: undefined, unit: 'files', elapsedSeconds: 3 })).toBe(
      '12 files, 3 s so far',
    );
  });

  it('does not guess at the beginning nor at the end', () => {
    expect([secondsLeft(0, 10, 5), secondsLeft(5, 10, 0.5), secondsLeft(10, 10, 5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(progressWords({ done: 10, total: 10, unit: 'pages', elapsedSeconds: 9 })).toBe('10 of 10 pages');
  });

  it('is coarse', () => {
    expect([0.2, 7.4, 43, 200, 9000].map(durationWords)).toEqual(['1 s', '7 s', '45 s', '3 min', '3 h']);
  });
});
