import { describe, expect, it } from 'vitest';
import { fromPdfDate, toPdfDate } from '../../../../../src-main/adapters/signing/pdf-date.ts';

describe('dates in a PDF', () => {
  it('go there and back to the second', () => {
    expect(toPdfDate('2026-07-14T15:30:00Z')).toBe('D:20260714153000Z');
    expect(toPdfDate('2026-07-14T15:30:00.987Z')).toBe('D:20260714153000Z');
    expect(fromPdfDate('D:20280229235959Z')).toBe('2028-02-29T23:59:59Z');
  });

  it.each([
    '',
    'D:2026',
    'D:20260230120000Z',
    'D:20261301120000Z',
    "D:20260714153000+02'00'",
    'D:20260714153000',
  ])('are not taken from %j', (text) => {
    expect(fromPdfDate(text)).toBeUndefined();
  });

  it.each(['2026-07-14', '2026-07-14T15:30:00+02:00', 'now'])('are not made from %j', (text) => {
    expect(() => toPdfDate(text)).toThrow(RangeError);
  });
});
