import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GUIDANCE, FREQUENCIES } from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import {
  FREQUENCY_WORDS,
  guidanceWords,
  readGuidanceWords,
} from '../../../../../shared/domain/sampling/guidance-words.ts';

describe('sizes by frequency in words', () => {
  it('writes the rows of the product as a person reads them', () => {
    const { weekly, quarterly, perOccurrence } = DEFAULT_GUIDANCE;
    expect([weekly.high, quarterly.high, perOccurrence.high].map(guidanceWords)).toEqual([
      '10',
      'all',
      '10 %, 5 to 25, all up to 4, 45 above 250',
    ]);
    expect(FREQUENCIES.map((frequency) => FREQUENCY_WORDS[frequency])).toEqual([
      ...['Annual', 'Semi-annual', 'Quarterly', 'Monthly', 'Twice a month', 'Weekly', 'Daily'],
      ...['Many times a day', 'Per occurrence', 'Automated'],
    ]);
  });

  it('reads what it writes', () => {
    const count = fc.nat({ max: 999_999 });
    const share = fc.record({
      ...{ kind: fc.constant('share' as const), percent: fc.nat({ max: 100 }), beyond: count },
      ...{ allUpTo: count, minimum: count, maximum: count, beyondItems: count },
    });
    const items = fc.record({ kind: fc.constant('items' as const), items: count });
    fc.assert(
      fc.property(fc.oneof(items, share, fc.constant({ kind: 'all' as const })), (rule) => {
        expect(readGuidanceWords(guidanceWords(rule))).toEqual(rule);
      }),
    );
  });

  it('takes any case and spacing, and nothing else', () => {
    expect(readGuidanceWords('  ALL ')).toEqual({ kind: 'all' });
    expect(readGuidanceWords('10%,5 to 25,  all up to 4,45 above 250')).toMatchObject({
      percent: 10,
      beyond: 250,
    });
    for (const text of ['', '-3', '2.5', '25 items', '10 %', 'all up to 4', '1234567'])
      expect(readGuidanceWords(text)).toBeUndefined();
  });
});
