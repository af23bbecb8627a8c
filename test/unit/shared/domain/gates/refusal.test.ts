import { describe, expect, it } from 'vitest';
import { gateCatalogue } from '../../../../../shared/domain/gates/gate-catalogue.ts';
import { fill, gate, rule, together } from '../../../../../shared/domain/gates/refusal.ts';

describe('refusals', () => {
  it('agree in number', () => {
    const template = '{n} {n|deviation has|deviations have} no evaluation.';
    expect(fill(template, { n: 1 })).toBe('1 deviation has no evaluation.');
    expect(fill(template, { n: 1200 })).toBe('1,200 deviations have no evaluation.');
  });

  it('join lists and leave unknown names alone', () => {
    expect(fill('No control covers {criteria}; {other}.', { criteria: ['CC9.1', 'CC9.2'] })).toBe(
      'No control covers CC9.1, CC9.2; {other}.',
    );
  });

  it('put blocks before warnings and carry the rest', () => {
    expect(together([])).toBeNull();
    const both = together([gate('S5', { quarter: 'Oct 2025' }), gate('T2', { n: 4 })]);
    expect(both).toMatchObject({ code: 'T2', kind: 'block', also: [{ code: 'S5', kind: 'warning' }] });
    expect(rule('not-found', 'There is none.', 'Look again.').kind).toBe('block');
  });

  it('know every gate of the reference work', () => {
    const ours = Object.keys(gateCatalogue);
    const numbered = { E: 7, A: 4, P: 4, D: 4, N: 4, S: 7, T: 7, V: 3, R: 6, L: 14, F: 5 };
    const theirs = Object.entries(numbered).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`),
    );
    expect(theirs.filter((code) => !ours.includes(code))).toEqual([]);
    expect(ours.filter((code) => !theirs.includes(code))).toEqual(['N3B', 'T4J', 'T8', 'T9', 'T9B']);
  });
});
