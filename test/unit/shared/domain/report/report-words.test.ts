import { describe, expect, it } from 'vitest';
import {
  NBSP,
  capitalized,
  categoriesInSentence,
  count,
  countWord,
  counted,
  dateInFull,
  dateInShort,
  dateOrOpen,
  listed,
  opinionName,
  partsOf,
  spanClause,
  spanEnd,
  spanInFull,
} from '../../../../../shared/domain/report/report-words.ts';
import { day } from '../../../../helpers/specimen-report.ts';

const date = day('2026-09-03');

describe('dates', () => {
  it('are written in full by the custom of the region, month and day never parted', () => {
    expect(dateInFull(date, 'us')).toBe(`September${NBSP}3, 2026`);
    expect(dateInFull(date, 'gb')).toBe(`3${NBSP}September 2026`);
    expect(dateInShort(date, 'us', true)).toBe(`Sep${NBSP}3, 2026`);
    expect(dateInShort(date, 'gb', false)).toBe(`3${NBSP}Sep`);
    expect(dateOrOpen(null, 'us')).toBe('open');
    expect(partsOf(date)).toEqual({ year: 2026, month: 9, day: 3 });
  });

  it('speak of a date for Type I and of a period for Type II', () => {
    const period = { type: 'II', from: day('2026-01-01'), to: date } as const;
    expect(spanClause({ type: 'I', asOf: date }, 'us')).toBe(`as of September${NBSP}3, 2026`);
    expect(spanClause(period, 'gb')).toBe(
      `throughout the period 1${NBSP}January 2026 to 3${NBSP}September 2026`,
    );
    expect(spanInFull({ type: 'I', asOf: date }, 'gb')).toBe(`3${NBSP}September 2026`);
    expect([spanEnd(period), spanEnd({ type: 'I', asOf: date })]).toEqual([date, date]);
  });
});

describe('counts and lists', () => {
  it('separate thousands', () => {
    expect([0, 999, 1000, 1284, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,284', '1,234,567']);
  });

  it('tell one from several', () => {
    expect(counted(1, 'deviation', 'deviations')).toBe(`1${NBSP}deviation`);
    expect(counted(0, 'deviation', 'deviations')).toBe(`0${NBSP}deviations`);
    expect([countWord(0), countWord(12), countWord(13)]).toEqual(['No', 'Twelve', '13']);
  });

  it('join with commas and a last word', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
      '',
      'a',
      'a and b',
      'a, b or c',
    ]);
    expect(categoriesInSentence(['Security', 'Processing integrity'])).toBe(
      'security and processing integrity',
    );
    expect(capitalized('open')).toBe('Open');
  });

  it('name every opinion', () => {
    expect((['unmodified', 'qualified', 'adverse', 'disclaimer'] as const).map(opinionName)).toEqual([
      'unmodified opinion',
      'qualified opinion',
      'adverse opinion',
      'disclaimer of opinion',
    ]);
  });
});
