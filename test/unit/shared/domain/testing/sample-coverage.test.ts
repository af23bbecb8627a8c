import { expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import { coverageFindings } from '../../../../../shared/domain/testing/sample-coverage.ts';
import { resultsOf } from '../../../../../shared/domain/testing/test-results.ts';
import { changed, day } from '../../../../helpers/domain-fixture.ts';
import { lastPlan, recordDays, testedState } from '../../../../helpers/fieldwork-fixture.ts';

const { state } = testedState();
const test = find(state, 'test', 'test-operating');
/** The findings where every item falls on one day, and the list has records on these days. */
function found(
  days: readonly string[],
  items = '2025-07-15',
  basis: 'frequencyGuidance' | 'targeted' = 'frequencyGuidance',
) {
  if (test === undefined) return [];
  const results = resultsOf(state, test.id);
  const moved = { ...results, items: results.items.map((item) => ({ ...item, occurredOn: day(items) })) };
  const plan = lastPlan(state).id;
  const based = changed(state, 'samplePlan', plan, { basis });
  return coverageFindings(based, test, moved, () => days.map(day)).map(({ message }) => message);
}

it('names each quarter that has records and no item', () => {
  expect(found(['2025-07-03', '2025-11-20', '2026-05-02'])).toEqual([
    'No item falls in 1 Oct 2025 to 31 Dec 2025.',
    'No item falls in 1 Apr 2026 to 30 Jun 2026.',
  ]);
});

it('asks for no item in a quarter without records, between others too', () => {
  expect(found(['2025-07-03'])).toEqual([]);
  expect(found(['2025-07-03', '2026-05-02'])).toEqual(['No item falls in 1 Apr 2026 to 30 Jun 2026.']);
});

it('is content with a spread sample, and with items that the auditor named', () => {
  const spread =
    test === undefined ? [] : coverageFindings(state, test, resultsOf(state, test.id), recordDays);
  expect(spread).toEqual([]);
  expect(found(['2025-07-03', '2026-05-02'], '2025-07-15', 'targeted')).toEqual([]);
});
