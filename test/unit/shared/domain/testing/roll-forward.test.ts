import { describe, expect, it } from 'vitest';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { rollForwardFindings } from '../../../../../shared/domain/testing/roll-forward.ts';
import { concludeTest } from '../../../../../shared/domain/testing/conclude-test.ts';
import { writeRollForward } from '../../../../../shared/domain/testing/edit-test.ts';
import { changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { lastPlan, recordDays, testedState } from '../../../../helpers/fieldwork-fixture.ts';
import { inParts, toppedUp } from '../../../../helpers/interim-fixture.ts';

const { state } = testedState();
const findings = (of: EngagementState) => {
  const test = find(of, 'test', 'test-operating');
  if (test === undefined) throw new Error('no test');
  return rollForwardFindings(of, test).map(({ code, message }) => `${code}: ${message}`);
};
const rollForward = 'The process owner was asked on 2 July; the log of changes shows none.';
const written = (of: EngagementState) =>
  taken(of, writeRollForward(contextOf(of), { testId: 'test-operating', rollForward }));
const notWritten = 'T9B: Nothing shows that the control stayed as it was between the parts of the sample.';

describe('a sample drawn in parts', () => {
  it('asks for nothing where the list covers the whole period', () => {
    expect(findings(state)).toEqual([]);
  });

  it('names the days from whose list no item was drawn (T9), a list without a draw included', () => {
    expect(findings(inParts(state))).toEqual([
      'T9: No list from which items were drawn covers 1 Apr 2026 to 30 Jun 2026.',
      notWritten,
    ]);
    expect(findings(written(inParts(state)))).toHaveLength(1);
  });

  it('asks for the roll-forward in words (T9B), and is content with both', () => {
    const whole = toppedUp(inParts(state));
    expect(findings(whole)).toEqual([notWritten]);
    expect(findings(written(whole))).toEqual([]);
    expect(
      findings(changed(whole, 'test', 'test-operating', { rollForward: 'No change was seen.' })),
    ).toEqual([notWritten]);
  });

  it('forgets what was drawn and superseded', () => {
    const superseded = toppedUp(inParts(state), { status: 'superseded' });
    expect(findings(written(superseded))).toHaveLength(1);
    expect(lastPlan(superseded).status).toBe('superseded');
  });

  it('stands against relying on the control, and not against “not effective”', () => {
    const parted = inParts(state);
    const conclude = (conclusion: 'effective' | 'notEffective') => {
      const input = { testId: 'test-operating', conclusion, text: 'As the results show.', recordDays };
      return concludeTest(contextOf(parted), input);
    };
    expect(refusalOf(conclude('effective')).code).toBe('T9');
    expect(conclude('notEffective')).toMatchObject({ ok: true });
  });
});
