import { describe, expect, it } from 'vitest';
import { papersToFind } from '../../../../../shared/domain/engagement/home-papers.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

describe('workpapers as they are found', () => {
  it('offer the operating test of a control before its design', () => {
    const found = papersToFind(testedState());
    expect(found.filter(({ code }) => code === 'LA-02').map(({ id, kind }) => [id, kind])).toEqual([
      ['wp-operating', 'operating'],
      ['wp-design', 'design'],
    ]);
  });

  it('include those that are no control’s', () => {
    const memo = papersToFind(testedState()).find(({ id }) => id === 'wp-memo');
    expect(memo).toEqual({ id: 'wp-memo', ref: 'SUM-01', title: 'Summary memo', kind: 'memo', code: null });
  });
});
