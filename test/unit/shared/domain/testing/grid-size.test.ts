import { describe, expect, it } from 'vitest';
import { testingContract } from '../../../../../shared/contract/testing.ts';
import { mostGridItems } from '../../../../../shared/domain/testing/grid-size.ts';

const { input } = testingContract['testing.grid'];

describe('the items of a test that are given at once', () => {
  it('are all those of a review of 20,000 accounts, where all are asked for', () => {
    expect(mostGridItems).toBeGreaterThan(20_000);
    expect(input.parse({ testId: 'test-1', limit: mostGridItems })).toMatchObject({ limit: mostGridItems });
    expect(input.safeParse({ testId: 'test-1', limit: mostGridItems + 1 }).success).toBe(false);
  });

  it('are five hundred where nobody says how many', () => {
    expect(input.parse({ testId: 'test-1' })).toMatchObject({ offset: 0, limit: 500 });
  });
});
