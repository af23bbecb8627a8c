import { expect, it } from 'vitest';
import { lowerFirst, sentence } from '../../../../../shared/domain/report/build-sentence.ts';

it('ends a sentence once and keeps other ends', () => {
  expect(['Inspected it', 'Inspected it.', 'Was it?', '  a \n b ', ''].map(sentence)).toEqual([
    ...['Inspected it.', 'Inspected it.', 'Was it?', 'a b.', ''],
  ]);
});

it('opens small unless with an abbreviation', () => {
  expect(['Access was late', 'MFA was off', 'HR left it', 'x'].map(lowerFirst)).toEqual([
    ...['access was late', 'MFA was off', 'HR left it', 'x'],
  ]);
});
