import { describe, expect, it } from 'vitest';
import { spokenFor } from '../../../../../../src-renderer/features/workpaper/evidence/spoken-for.ts';

describe('the days that a file speaks for', () => {
  it.each([
    ['2026-01-02', undefined, { asOf: '2026-01-02', coversFrom: null, coversTo: null }],
    [undefined, '2026-01-05', { asOf: '2026-01-05', coversFrom: null, coversTo: null }],
    ['2026-01-02', '2026-01-05', { asOf: null, coversFrom: '2026-01-02', coversTo: '2026-01-05' }],
    [undefined, undefined, { asOf: null, coversFrom: null, coversTo: null }],
  ])('from %s to %s', (from, to, said) => {
    expect(spokenFor({ receivedOn: '2026-01-06', from, to })).toEqual(said);
  });
});
