import { describe, expect, it } from 'vitest';
import { createKeyRegister } from '../../../../../shared/domain/sampling/key-register.ts';

function registered(...keys: readonly string[]) {
  const register = createKeyRegister();
  const taken = keys.map((key) => register.add(key));
  return { taken, count: register.count(), refusal: register.refusal() };
}

describe('createKeyRegister', () => {
  it('takes keys exactly as they stand', () => {
    const keys = ['a', 'A', ' a', 'a ', '1', '01', '\u00e9', 'e\u0301', '__proto__'];
    expect(registered(...keys)).toEqual({ taken: keys.map(() => true), count: 9, refusal: undefined });
  });

  it.each([
    ['a repeated key', ['a', 'b', 'a', 'c'], { code: 'duplicate-key', key: 'a', position: 3 }],
    ['an empty key', ['a', ''], { code: 'key-is-blank', position: 2 }],
    ['a key of spaces', [' \t\u00a0'], { code: 'key-is-blank', position: 1 }],
    ['half a character', ['a', '\ud83d'], { code: 'key-is-not-text', position: 2 }],
  ])('refuses %s, and everything after it', (_, keys, refusal) => {
    const { taken, refusal: found } = registered(...keys, 'later');
    expect(found).toEqual(refusal);
    expect(taken.slice(refusal.position - 1)).toEqual(taken.slice(refusal.position - 1).map(() => false));
  });

  it('keeps the first of several faults', () => {
    expect(registered('a', 'a', '').refusal).toMatchObject({ code: 'duplicate-key' });
  });
});
