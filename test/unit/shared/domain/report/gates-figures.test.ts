import { expect, it } from 'vitest';
import { buildReportFacts } from '../../../../../shared/domain/report/build-facts.ts';
import { gateL10 } from '../../../../../shared/domain/report/gates-figures.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed } from '../../../../helpers/domain-fixture.ts';
import { deviatingState, testedState } from '../../../../helpers/concluding-fixture.ts';

function found(state: EngagementState, printed = state): readonly string[] {
  const facts = buildReportFacts(printed, { journal: { words: [], entryCount: 1 }, keyFingerprint: null });
  return facts.ok ? gateL10(state, facts.value).map((finding) => finding.message) : ['not built'];
}

it('holds for a report built from the same tests', () => {
  expect(found(testedState())).toEqual([]);
  expect(found(deviatingState())).toEqual([]);
});

it('finds a report of other tests', () => {
  expect(found(deviatingState(), testedState())).toEqual(['Section IV says 0 deviations; the test has 1.']);
  const fewer = changed(testedState(), 'sampleItem', 'item-3', { status: 'replaced' });
  expect(found(fewer, testedState())).toEqual(['Section IV says 3 items; the test has 2.']);
});

it('finds a deviation whose cell was changed back', () => {
  const state = changed(deviatingState(), 'attributeResult', 'result-2', { result: 'pass' });
  expect(found(state)).toEqual(['Section IV says 1 deviation; the test has 0.']);
});
