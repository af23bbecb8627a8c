import { expect, it } from 'vitest';
import { choice, lastWins, once, optional, ref, text } from '../../../../../shared/domain/journal/field.ts';

it('asks a person about two versions of a field unless its description says otherwise', () => {
  expect(text).toEqual({ kind: 'text', optional: false, merge: 'resolve' });
  expect(lastWins(text).merge).toBe('lastWins');
  expect(once(text).merge).toBe('appendOnly');
});

it('joins what is said of one field', () => {
  expect(lastWins(optional(ref('person')))).toEqual({
    kind: 'ref',
    to: 'person',
    optional: true,
    merge: 'lastWins',
  });
  expect(once(choice('pass', 'fail'))).toEqual({
    kind: 'choice',
    values: ['pass', 'fail'],
    optional: false,
    merge: 'appendOnly',
  });
});
