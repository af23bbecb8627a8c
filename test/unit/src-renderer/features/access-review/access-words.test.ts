import { describe, expect, it } from 'vitest';
import { accessRules } from '../../../../../shared/domain/access-review/rule-catalogue.ts';
import { comparedLists } from '../../../../../src-renderer/features/access-review/access-words.ts';

describe('the lists that a rule compares', () => {
  it('are named by their titles', () => {
    expect(comparedLists('U–T/H')).toBe('User lists with Terminations or HR roster');
    expect(comparedLists('V–later U')).toBe('Review file with later User lists');
    expect(comparedLists('each list')).toBe('Each list');
  });

  it('leave no letter in any rule', () => {
    for (const { compares } of accessRules) expect(comparedLists(compares)).not.toMatch(/\b[A-Z]\b|–|\//);
  });
});
