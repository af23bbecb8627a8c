import { expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { stateDigest } from '../../../../../shared/domain/journal/state-digest.ts';
import { emptyState } from '../../../../../shared/domain/journal/state.ts';
import {
  after,
  changed,
  criterionFields,
  fieldworkState,
  sha256,
} from '../../../../helpers/domain-fixture.ts';

const digest = (state: Parameters<typeof stateDigest>[0]) => stateDigest(state, sha256);

it('does not depend on the order of the rows', () => {
  const one = add('criterion', 'c-1', criterionFields('CC1.1', 1));
  const two = add('criterion', 'c-2', criterionFields('CC1.2', 2));
  const texts: string[] = [];
  const kept = (text: string): string => {
    texts.push(text.replace(/"(createdIn)":"[0-9a-f]+"/g, ''));
    return '';
  };
  stateDigest(after(emptyState(), [one, two]), kept);
  stateDigest(after(emptyState(), [two, one]), kept);
  expect(texts[0]).toContain('criterion/c-1');
  expect(texts[0]).toBe(texts[1]);
});

it('tells one changed field, and a version that only looks the same', () => {
  const state = fieldworkState();
  const low = changed(state, 'control', 'control-1', { risk: 'low' });
  const back = changed(low, 'control', 'control-1', { risk: 'high' });
  expect(new Set([digest(state), digest(low), digest(back)]).size).toBe(3);
  expect(digest(fieldworkState())).toBe(digest(state));
});
