import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../../../../shared/domain/evidence/evidence-kind.ts';

describe('the kind of a file', () => {
  it.each([
    ['screen.PNG', 'image/png'],
    ['policy.v2.pdf', 'application/pdf'],
    ['list.csv', 'text/csv'],
    ['notes', 'application/octet-stream'],
    ['run.exe', 'application/octet-stream'],
    ['x.constructor', 'application/octet-stream'],
    ['.__proto__', 'application/octet-stream'],
  ])('of %s is %s', (name, kind) => {
    expect(mimeOf(name)).toBe(kind);
  });
});
