import { expect, it } from 'vitest';
import { buildReportFacts } from '../../../../../shared/domain/report/build-facts.ts';
import { reportGates } from '../../../../../shared/domain/report/gates-list.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, sha256 } from '../../../../helpers/domain-fixture.ts';
import { readyState, testedState } from '../../../../helpers/concluding-fixture.ts';

function lines(state: EngagementState) {
  const facts = buildReportFacts(state, { journal: { words: [], entryCount: 1 }, keyFingerprint: null });
  return reportGates(state, { today: day('2026-07-10'), sha256, facts: facts.ok ? facts.value : null });
}

it('shows what blocks, with the cause to go to', () => {
  const [first] = lines(testedState());
  expect(first).toMatchObject({
    code: 'L1',
    state: 'blocks',
    message: '3 workpapers are not approved by the manager. 2 criteria are not concluded: CC6.2, CC6.3.',
    target: { entity: 'workpaper', id: 'wp-design' },
    count: 2,
  });
});

it('shows signature, issue and edits as they come', () => {
  const issued = changed(readyState(), 'report', 'report-1', {
    status: 'issued',
    releaseDate: day('2026-07-10'),
  });
  const states = (state: EngagementState) =>
    lines(state)
      .slice(-3)
      .map((line) => line.state);
  expect(states(readyState())).toEqual(['later', 'later', 'later']);
  expect(states(issued)).toEqual(['met', 'met', 'met']);
  expect(lines(readyState()).at(-3)?.message).toBe(
    'Only DP, engagement partner, signs. Quality review is not required.',
  );
});
