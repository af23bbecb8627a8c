import { expect, it } from 'vitest';
import { statesInWords, stateWords } from '../../../../../shared/domain/gates/state-words.ts';

it('says a state as people do', () => {
  expect(['wrapUp', 'assembling', 'managerApproved', 'draft'].map(stateWords)).toEqual([
    'wrap-up',
    'assembly',
    'manager approved',
    'draft',
  ]);
});

it('joins states', () => {
  expect(statesInWords(['underReview'], 'nothing')).toBe('under review');
  expect(statesInWords(['fieldwork', 'issued', 'cancelled'], 'nothing')).toBe(
    'fieldwork, issued or cancelled',
  );
  expect(statesInWords([], 'no other state')).toBe('no other state');
});
