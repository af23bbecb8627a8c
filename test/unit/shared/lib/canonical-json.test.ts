import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonical, toCanonicalJson } from '../../../../shared/lib/canonical-json.ts';
import type { CanonicalValue } from '../../../../shared/lib/canonical-json.ts';

const LONE_SURROGATE = '\ud800';

const canonicalValue: fc.Arbitrary<CanonicalValue> = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
})).value;

function parse(text: string): CanonicalValue {
  const value: unknown = JSON.parse(text);
  if (!isCanonical(value)) throw new Error(`not canonical: ${text}`);
  return value;
}

function withKeysReversed(value: CanonicalValue): CanonicalValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withKeysReversed);
  const members = Object.entries(value).map(([key, member]) => [key, withKeysReversed(member)] as const);
  return Object.fromEntries(members.reverse());
}

describe('canonicalJson', () => {
  it('writes every kind of value without white space', () => {
    const value = { b: [1, -2, null, true, false], a: { '': 'x' }, c: [], d: {} };
    expect(canonicalJson(value)).toBe('{"a":{"":"x"},"b":[1,-2,null,true,false],"c":[],"d":{}}');
  });

  it('orders keys by UTF-16 code unit, as in RFC 8785 section 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  it('escapes as RFC 8785 section 3.2.2.2 and leaves every other character as it stands', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\/\u007f')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\/\u007f"');
  });

  it('keeps composed and decomposed letters apart, because bytes of client data stay exact', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
  });

  it('writes negative zero as zero', () => {
    expect(canonicalJson([-0])).toBe('[0]');
  });

  it('writes a key named __proto__ as any other', () => {
    expect(canonicalJson(parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
  });

  it('throws where a cast has let a fraction through', () => {
    expect(() => canonicalJson({ rate: 0.5 })).toThrow('not canonical at $.rate: not-a-safe-integer');
  });

  it('can be read back to the same value, and writing that again gives the same text', () => {
    fc.assert(
      fc.property(canonicalValue, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which keys were added', () => {
    fc.assert(
      fc.property(canonicalValue, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('toCanonicalJson', () => {
  const containsItself: unknown[] = [];
  containsItself.push(containsItself);

  it.each([
    ['a fraction', { a: [1, 0.1] }, '$.a[1]', 'not-a-safe-integer'],
    ['an integer beyond 2^53', 2 ** 53, '$', 'not-a-safe-integer'],
    ['not a number', NaN, '$', 'not-a-safe-integer'],
    ['undefined', { a: undefined }, '$.a', 'unsupported-type'],
    ['a hole in an array', new Array<number>(1), '$[0]', 'unsupported-type'],
    ['a bigint', 1n, '$', 'unsupported-type'],
    ['a lone surrogate in text', [LONE_SURROGATE], '$[0]', 'lone-surrogate'],
    ['a lone surrogate in a key', { [LONE_SURROGATE]: 1 }, `$.${LONE_SURROGATE}`, 'lone-surrogate'],
    ['a date object', new Date(0), '$', 'not-a-plain-object'],
    ['bytes', new Uint8Array(1), '$', 'not-a-plain-object'],
    ['a symbol key', { [Symbol('s')]: 1 }, '$', 'not-a-plain-object'],
  ])('refuses %s and says where', (_, value, path, reason) => {
    expect(toCanonicalJson(value)).toEqual({ ok: false, error: { code: 'not-canonical', path, reason } });
    expect(isCanonical(value)).toBe(false);
  });

  it('refuses a value that contains itself', () => {
    expect(toCanonicalJson(containsItself)).toMatchObject({ ok: false, error: { reason: 'too-deep' } });
  });

  it('accepts an object without prototype', () => {
    expect(toCanonicalJson(Object.assign(Object.create(null), { a: 1 }))).toEqual({
      ok: true,
      value: '{"a":1}',
    });
  });
});
