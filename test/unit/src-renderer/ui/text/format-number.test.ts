import { describe, expect, it } from 'vitest';
import { countOf, formatCount, formatPercent } from '../../../../../src-renderer/ui/text/format-number.ts';

describe('figures', () => {
  it('set thousands off by a comma', () => {
    expect([formatCount(0), formatCount(1206), formatCount(184000)]).toEqual(['0', '1,206', '184,000']);
  });

  it('write a rate with a no-break thin space', () => {
    expect([formatPercent(17.4), formatPercent(10, 0)]).toEqual(['17.4\u202F%', '10\u202F%']);
  });

  it('agree in number', () => {
    expect([countOf(0, 'gate'), countOf(1, 'gate'), countOf(2, 'entry', 'entries')]).toEqual([
      '0 gates',
      '1 gate',
      '2 entries',
    ]);
  });
});
