import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  algorithmOf,
  drawRefusal,
  nextKeys,
  redrawSequence,
  selectRecords,
  type RecordSource,
} from '../../../../../shared/domain/sampling/draw-selection.ts';
import { sha256 } from '../../../../helpers/domain-fixture.ts';

const records = Array.from({ length: 40 }, (_, index) => ({
  key: `E-${String(index + 1).padStart(3, '0')}`,
  rowNumber: index + 2,
  occurredOn: null,
  stratum: index % 4 === 0 ? 'north' : 'south',
}));
const source: RecordSource = {
  included: () => records,
  byKeys: (keys) => records.filter(({ key }) => keys.includes(key)),
};
const plan = {
  ...({ basis: 'frequencyGuidance', method: 'simpleRandom', seed: '314159', chosenSize: 5 } as const),
  ...{ chosenKeys: [], parentId: null, allocation: [] },
};
const keysOf = (overrides: object, used: ReadonlySet<string> = new Set()) => {
  const taken = selectRecords({ ...plan, ...overrides }, source, used, sha256);
  if (!taken.ok) throw new Error(taken.error.message);
  return taken.value.map(({ key }) => key);
};

describe('choosing records', () => {
  it('takes the vector of the published algorithm', () => {
    const keys = ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'];
    const vector = keys.map((key, index) => ({ key, rowNumber: index + 2, occurredOn: null, stratum: null }));
    const small: RecordSource = {
      included: () => vector,
      byKeys: (wanted) => vector.filter(({ key }) => wanted.includes(key)),
    };
    const taken = selectRecords({ ...plan, chosenSize: 4 }, small, new Set(), sha256);
    expect(taken.ok && taken.value.map(({ key }) => key)).toEqual(['B-2', 'B-3', 'A-3', 'A-2']);
  });

  it('begins a larger sample with the items of the smaller', () => {
    expect(keysOf({ chosenSize: 12 }).slice(0, 5)).toEqual(keysOf({}));
  });

  it('continues the same sequence after what was used', () => {
    const whole = keysOf({ chosenSize: 12 });
    const used = new Set(whole.slice(0, 5));
    expect(keysOf({ chosenSize: 7, parentId: 'p' }, used)).toEqual(whole.slice(5));
    expect(nextKeys(source, { seed: '314159', count: 1, used, stratum: null }, sha256)).toEqual({
      ok: true,
      value: [whole[5]],
    });
  });

  it('takes every record on the basis “all items”, in the order of the file', () => {
    expect(keysOf({ basis: 'all' })).toEqual(records.map(({ key }) => key));
  });

  it('takes the named keys, and refuses those that are not in the population', () => {
    expect(keysOf({ method: 'haphazard', chosenKeys: ['E-007', 'E-003'] })).toEqual(['E-007', 'E-003']);
    const unknown = selectRecords(
      { ...plan, method: 'judgmental', chosenKeys: ['E-999'] },
      source,
      new Set(),
      sha256,
    );
    expect(unknown).toMatchObject({ ok: false, error: { message: 'E-999 is not in the population.' } });
  });

  it('draws systematically and by strata', () => {
    const systematic = keysOf({ method: 'systematic', chosenSize: 8 }).map((key) => Number(key.slice(2)));
    expect(new Set(systematic.slice(1).map((item, index) => item - (systematic[index] ?? 0)))).toEqual(
      new Set([5]),
    );
    const strata = keysOf({ method: 'stratified', chosenSize: 8 }).map(
      (key) => records.find((record) => record.key === key)?.stratum,
    );
    expect(strata.filter((stratum) => stratum === 'north')).toHaveLength(2);
  });

  it('names the algorithm on record', () => {
    expect(algorithmOf(plan)).toBe('consistent-sampler/1');
    expect(algorithmOf({ ...plan, method: 'systematic' })).toBe('systematic-sampler/1');
    expect(algorithmOf({ ...plan, method: 'stratified' })).toBe('stratified-sampler/1');
    expect(algorithmOf({ ...plan, method: 'stratified', parentId: 'p' })).toBe('consistent-sampler/1');
    expect(algorithmOf({ ...plan, basis: 'all' })).toBeNull();
  });

  it('gives a subset of the population without repetition, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((seed) => seed.trim() !== '' && seed.isWellFormed()),
        fc.integer({ min: 1, max: 39 }),
        fc.constantFrom('simpleRandom', 'systematic', 'stratified'),
        (seed, chosenSize, method) => {
          const keys = keysOf({ seed, chosenSize, method });
          expect(new Set(keys).size).toBe(chosenSize);
          expect(keys.every((key) => records.some((record) => record.key === key))).toBe(true);
          expect(keysOf({ seed, chosenSize, method })).toEqual(keys);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('drawing a recorded sequence again', () => {
  const recorded = (keys: readonly string[], isReplacement = false) =>
    keys.map((key) => ({
      key,
      stratum: records.find((record) => record.key === key)?.stratum ?? null,
      isReplacement,
    }));
  const check = (items: ReturnType<typeof recorded>, overrides: object = {}) => {
    const result = redrawSequence({ ...plan, ...overrides }, items, source, sha256);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  it('gives the same items, replacements and expansions included', () => {
    const whole = keysOf({ chosenSize: 9 });
    expect(check(recorded(whole)).same).toBe(true);
    expect(check(recorded(keysOf({ method: 'systematic' })), { method: 'systematic' }).same).toBe(true);
  });

  it('takes the replacement of a stratified item from its stratum', () => {
    const base = keysOf({ method: 'stratified' });
    const used = new Set(base);
    const next = nextKeys(source, { seed: '314159', count: 1, used, stratum: 'north' }, sha256);
    const replaced = recorded(next.ok ? next.value : [], true);
    expect(check([...recorded(base), ...replaced], { method: 'stratified' }).same).toBe(true);
  });

  it('says where a sequence parts from the record', () => {
    const whole = keysOf({ chosenSize: 6 });
    const altered = [...whole.slice(0, 2), 'E-999', ...whole.slice(3)];
    expect(check(recorded(altered))).toEqual({
      same: false,
      ordinal: 3,
      recorded: 'E-999',
      redrawn: whole[2],
    });
    expect(check(recorded(whole.slice(0, 4)))).toEqual({
      ...{ same: false, ordinal: 5, recorded: null, redrawn: whole[4] },
    });
  });
});

describe('a draw that the algorithm refuses', () => {
  it('becomes a refusal of the gate behind it', () => {
    expect(drawRefusal({ code: 'duplicate-key', key: 'A', position: 2 }).code).toBe('N2');
    expect(drawRefusal({ code: 'sample-larger-than-population', size: 9, population: 4 })).toMatchObject({
      code: 'S3',
      message: 'The sample is larger than the population (4).',
    });
    expect(drawRefusal({ code: 'seed-is-blank' }).message).toBe('The plan has no seed.');
    expect(drawRefusal({ code: 'too-many-strata', strata: 2000, maximum: 1000 }).code).toBe('invalid-value');
  });
});

describe('every reason of a refused draw', () => {
  it.each([
    ['key-is-blank', 'N2'],
    ['key-is-not-text', 'N2'],
    ['duplicate-key', 'N2'],
    ['seed-is-blank', 'The plan has no seed.'],
    ['seed-is-not-text', 'The plan has no seed.'],
    ['size-out-of-range', 'The sample cannot be drawn from this population as planned.'],
    ['population-too-large', 'The sample cannot be drawn from this population as planned.'],
    ['stratum-is-blank', 'The sample cannot be drawn from this population as planned.'],
    ['too-many-strata', 'The sample cannot be drawn from this population as planned.'],
    ['allocation-does-not-add-up', 'The sample cannot be drawn from this population as planned.'],
    ['allocation-names-unknown-stratum', 'The sample cannot be drawn from this population as planned.'],
    ['allocation-exceeds-stratum', 'The sample cannot be drawn from this population as planned.'],
  ] as const)('%s', (code, expected) => {
    // Only the code decides; the other facts of a refusal are not looked at.
    const { code: refused, message, facts } = drawRefusal({ code } as Parameters<typeof drawRefusal>[0]);
    expect(expected === 'N2' ? refused : message).toBe(expected);
    expect(facts['reason']).toBe(code);
    if (expected === 'N2') expect(facts['n']).toBe(1);
    else expect(refused).toBe('invalid-value');
  });
});

describe('keys that the population lacks', () => {
  const missing = (chosenKeys: readonly string[]) => {
    const taken = selectRecords({ ...plan, method: 'judgmental', chosenKeys }, source, new Set(), sha256);
    return taken.ok ? null : [taken.error.code, taken.error.message];
  };

  it('are named, the first five of them', () => {
    expect(missing(['X-1'])).toEqual(['invalid-value', 'X-1 is not in the population.']);
    expect(missing(['X-1', 'E-001', 'X-2'])?.[1]).toBe('X-1, X-2 are not in the population.');
    expect(missing(['1', '2', '3', '4', '5', '6'])?.[1]).toBe('1, 2, 3, 4, 5 are not in the population.');
  });
});

describe('a draw that cannot be made', () => {
  const refused = (overrides: object) => {
    const taken = selectRecords({ ...plan, ...overrides }, source, new Set(), sha256);
    return taken.ok ? null : taken.error.code;
  };

  it.each(['simpleRandom', 'systematic', 'stratified'])('is refused: %s', (method) => {
    expect(refused({ method, chosenSize: 41 })).toBe('S3');
    expect(refused({ method, seed: null })).toBe('invalid-value');
  });

  it('is refused for strata where records have none', () => {
    const bare = records.map((record) => ({ ...record, stratum: null }));
    const without: RecordSource = { included: () => bare, byKeys: () => bare };
    const taken = selectRecords({ ...plan, method: 'stratified' }, without, new Set(), sha256);
    expect(taken.ok ? null : taken.error.facts['reason']).toBe('stratum-is-blank');
    expect(selectRecords({ ...plan, method: 'systematic' }, without, new Set(), sha256).ok).toBe(true);
  });

  it('is not drawn again either', () => {
    const redrawn = redrawSequence({ ...plan, chosenSize: 41 }, [], source, sha256);
    expect(redrawn.ok).toBe(false);
    const next = nextKeys(source, { seed: '1', count: 11, used: new Set(), stratum: 'north' }, sha256);
    expect(next.ok ? null : next.error.facts['N']).toBe(10);
  });
});

describe('a sequence on record that is longer than the list', () => {
  const whole = keysOf({ chosenSize: 39 });
  const recorded = [
    ...whole,
    ...records.map(({ key }) => key).filter((key) => !whole.includes(key)),
    'E-999',
  ];
  const items = recorded.map((key) => ({ key, stratum: null, isReplacement: true }));

  it('parts from it where the list ends', () => {
    const check = redrawSequence({ ...plan, chosenSize: 39 }, items, source, sha256);
    expect(check).toEqual({
      ok: true,
      value: { same: false, ordinal: 41, recorded: 'E-999', redrawn: null },
    });
  });

  it('is not continued where the auditor named the items', () => {
    const named = { ...plan, method: 'judgmental', chosenKeys: ['E-003'], chosenSize: 1 } as const;
    const check = redrawSequence(named, items.slice(0, 2), source, sha256);
    expect(check.ok && check.value.same).toBe(false);
    const exact = [{ key: 'E-003', stratum: null, isReplacement: false }];
    expect(redrawSequence(named, exact, source, sha256)).toMatchObject({ value: { same: true } });
    const longer = [...exact, { key: 'E-004', stratum: null, isReplacement: true }];
    expect(redrawSequence(named, longer, source, sha256)).toMatchObject({
      value: { same: false, ordinal: 2, recorded: 'E-004', redrawn: null },
    });
  });
});
