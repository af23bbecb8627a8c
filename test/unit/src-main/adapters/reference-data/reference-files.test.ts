import { describe, expect, it } from 'vitest';
import { createReferenceData } from '../../../../../src-main/adapters/reference-data/reference-files.ts';

const reference = createReferenceData(new URL('../../../../../resources/reference/', import.meta.url));

describe('reference data', () => {
  it('holds the trust services criteria, each once', () => {
    const criteria = reference.criteria('tsc-2017');
    expect(criteria).toHaveLength(61);
    expect(new Set(criteria.map(({ code }) => code)).size).toBe(61);
    expect(criteria.filter(({ common }) => common).map(({ code }) => code)).toHaveLength(33);
    expect(new Set(criteria.map(({ category }) => category)).size).toBe(5);
    expect(reference.criteria('tsc-2017')).toBe(criteria);
  });

  it('holds a control library that maps to criteria that exist', () => {
    const codes = new Set(reference.criteria('tsc-2017').map(({ code }) => code));
    const library = reference.controlLibrary();
    expect(library.length).toBeGreaterThan(40);
    expect(
      library.flatMap(({ id, criteria }) =>
        criteria.filter((code) => !codes.has(code)).map((code) => `${id}: ${code}`),
      ),
    ).toEqual([]);
    expect(library.filter(({ criteria }) => criteria.length === 0).map(({ id }) => id)).toEqual([]);
    expect(new Set(library.map(({ id }) => id)).size).toBe(library.length);
  });
});
