import { expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { gateL12, qualityReview, signersInWords } from '../../../../../shared/domain/report/gates-signing.ts';
import { after, sha256 } from '../../../../helpers/domain-fixture.ts';
import { as, readyState } from '../../../../helpers/concluding-fixture.ts';

it('asks for the engagement partner, and for quality review where somebody is named for it', () => {
  const state = readyState();
  expect(gateL12(as(state, 'partner'))).toEqual([]);
  expect(gateL12(as(state, 'manager')).map((finding) => finding.code)).toEqual(['L12']);
  expect(signersInWords(state)).toBe('DP');
  const named = after(state, [
    add('teamMember', 'm-eqr', {
      ...{
        personId: 'p-eqr',
        role: 'eqr',
        independenceConfirmedAt: null,
        independenceStatement: null,
        leftOn: null,
      },
    }),
  ]);
  expect([qualityReview(state, sha256), qualityReview(named, sha256)]).toEqual([
    'not required',
    'not finished',
  ]);
});
