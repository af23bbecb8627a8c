import { describe, expect, it } from 'vitest';
import { mutantsOf, withMutant } from '../../harness/mutation/mutants.ts';
import { withRunawayGuards } from '../../harness/mutation/runaway-guard.ts';

const changes = (source: string) =>
  mutantsOf(source).map(({ original, replacement }) => `${original} -> ${replacement}`);

describe('mutantsOf', () => {
  it('changes operators, conditions and constants, one at a time', () => {
    expect(changes('const a = (b: number) => (b < 3 ? b + 1 : Math.max(b, 0));')).toEqual([
      'b < 3 -> true',
      'b < 3 -> false',
      '< -> <=',
      '3 -> (3 + 1)',
      '+ -> -',
      '1 -> (1 + 1)',
      'max -> min',
      '0 -> 1',
    ]);
    expect(changes('if (!a) b = c ?? 2n;')).toEqual([
      '!a -> true',
      '!a -> false',
      '!a -> a',
      'c ?? 2n -> 2n',
      '2n -> (2n + 1n)',
    ]);
    expect(changes("const state = 'drawn'; const none = ''; const on = true;")).toEqual([
      "'drawn' -> ''",
      "'' -> 'mutant'",
      'true -> false',
    ]);
  });

  it('leaves types, imports, property names and sentences alone', () => {
    expect(changes("import { a } from './a.ts'; type B = 'x' | 3; const c: Record<'y', 1> = d;")).toEqual([]);
    expect(changes("const e = { 'f-g': h }; const said = 'The plan has no seed.';")).toEqual([]);
  });

  it('names the line, and makes just that change', () => {
    const source = 'const a = 1;\nconst b = a > 2;\n';
    const [, second] = mutantsOf(source);
    expect(second?.line).toBe(2);
    expect(second === undefined ? '' : withMutant(source, second)).toBe('const a = 1;\nconst b = a >= 2;\n');
  });
});

describe('withRunawayGuards', () => {
  it('puts a check into every loop and nothing where there is none', () => {
    const guarded = withRunawayGuards('for (;;) a();\nwhile (b) { c(); do d(); while (e); }');
    expect(guarded.match(/\{ __guard\(\);/g)).toHaveLength(3);
    expect(withRunawayGuards('const a = 1;')).toBe('const a = 1;');
  });
});
