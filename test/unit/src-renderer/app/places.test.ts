import { describe, expect, it } from 'vitest';
import { placeOfPath, PLACES } from '../../../../src-renderer/app/places.ts';

describe('places', () => {
  it('have each an address and keys of their own', () => {
    expect(new Set(PLACES.map((place) => place.path)).size).toBe(PLACES.length);
    const keys = PLACES.flatMap((place) => (place.keys === undefined ? [] : [place.keys]));
    expect(keys.toSorted()).toEqual(['G C', 'G D', 'G H', 'G I', 'G P', 'G R', 'G T']);
  });

  it('own the addresses below them, and no others', () => {
    expect(placeOfPath('/tests/la-02/population')?.id).toBe('tests');
    expect(placeOfPath('/report')?.id).toBe('report');
    expect([placeOfPath('/'), placeOfPath('/testsuite')]).toEqual([undefined, undefined]);
  });
});
