import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concludeCriterion } from '../../../../../shared/domain/criteria/conclusion.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { decideOpinion, opinionOf } from '../../../../../shared/domain/report/opinion-decision.ts';
import {
  groundsOf,
  suggestOpinion,
  worstOf,
} from '../../../../../shared/domain/report/opinion-suggestion.ts';
import { after, changed, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  as,
  concludedCriteria,
  describedState,
  met,
  testedState,
  unmodified,
} from '../../../../helpers/concluding-fixture.ts';

const text = 'For 5 of 20 leavers access was removed late.';
const clean = () => describedState(concludedCriteria(approvedState(testedState())));
type Conclusion = Parameters<typeof concludeCriterion>[2];
const failing = (values: Partial<Conclusion>): EngagementState => {
  const state = clean();
  const decision = concludeCriterion(as(state, 'manager'), 'CC6.2', { ...met, result: 'notMet', ...values });
  return taken(state, decision, 'p-manager');
};
const decide = (state: EngagementState, values: Partial<typeof unmodified> = {}, role = 'partner') =>
  decideOpinion(as(state, role), { ...unmodified, ...values });
const modified = { basis: text, pervasiveRationale: 'One criterion, one process.' };

describe('the opinion', () => {
  it('is the partner’s, unmodified where every criterion is met', () => {
    const state = clean();
    expect(opinionOf(taken(state, decide(state), 'p-partner'))?.decidedBy).toBe('p-partner');
    expect(refusalOf(decide(state, {}, 'manager')).code).toBe('role-required');
  });

  it('is not given in a readiness assessment', () => {
    const readiness = changed(clean(), 'engagement', 'engagement-1', { kind: 'readiness' });
    expect(refusalOf(decide(readiness))).toEqual({
      code: 'wrong-state',
      message: 'A readiness assessment gives no opinion and no signed report.',
    });
  });

  it('L8: cannot be unmodified where a criterion is not met', () => {
    const state = failing({ failedBy: 'operation' });
    expect(refusalOf(decide(state))).toEqual({
      code: 'L8',
      message: 'CC6.2 is not met, so the opinion cannot be unmodified.',
    });
    expect(decide(state, { ...modified, operation: 'qualified' }).ok).toBe(true);
  });

  it('L8: a failure of design reaches (b) and (c)', () => {
    const state = failing({ failedBy: 'design' });
    expect(refusalOf(decide(state, { ...modified, operation: 'qualified' })).code).toBe('L8');
    expect(decide(state, { ...modified, design: 'qualified', operation: 'qualified' }).ok).toBe(true);
  });

  it('L8: nothing behind a modified part, pervasive or not, evidence or failure', () => {
    const state = failing({ failedBy: 'operation' });
    const message = (values: Partial<typeof unmodified>) =>
      refusalOf(decide(state, { ...modified, ...values })).message;
    expect(message({ design: 'qualified', operation: 'qualified' })).toBe(
      'Nothing on record supports a modified part (b) on design.',
    );
    expect(message({ operation: 'adverse' })).toBe(
      'Part (c) on operation is adverse, but the matter is not pervasive.',
    );
    expect(message({ operation: 'qualified', pervasive: true })).toBe(
      'A pervasive matter needs an adverse opinion or a disclaimer.',
    );
    expect(message({ operation: 'disclaimer', pervasive: true })).toBe(
      'No evidence is missing for part (c) on operation, so the opinion is not disclaimed.',
    );
    expect(decide(state, { ...modified, operation: 'adverse', pervasive: true }).ok).toBe(true);
  });

  it('L8: missing evidence, a misstated description and a subsequent event modify', () => {
    const state = clean();
    const missing = {
      evidenceMissing: true,
      evidenceMissingText: 'The records of six months were destroyed.',
    };
    expect(refusalOf(decide(state, missing)).message).toContain('Evidence is missing');
    const disclaimer = { description: 'disclaimer', design: 'disclaimer', operation: 'disclaimer' } as const;
    expect(decide(state, { ...missing, ...modified, ...disclaimer, pervasive: true }).ok).toBe(true);
    expect(
      refusalOf(
        decide(state, {
          ...missing,
          ...modified,
          pervasive: true,
          description: 'adverse',
          design: 'disclaimer',
          operation: 'disclaimer',
        }),
      ).message,
    ).toContain('leads to a disclaimer');
    const misstated = changed(state, 'descriptionSection', 'section-DC3', {
      misstated: true,
      misstatement: 'A site is left out.',
    });
    expect(refusalOf(decide(misstated)).message).toBe('DC3 is misstated, so part (a) cannot be unmodified.');
    expect(decide(misstated, { ...modified, description: 'qualified' }).ok).toBe(true);
    const event = after(state, [
      add('subsequentEvent', 'event-1', {
        ...{ occurredOn: day('2026-07-03'), description: 'A breach.', effect: 'modify', withdrawn: false },
      }),
    ]);
    expect(refusalOf(decide(event)).message).toContain('subsequent event');
  });

  it('says what it rests on, and has the parts of its type', () => {
    const state = failing({ failedBy: 'operation' });
    const refuse = (values: Partial<typeof unmodified>) =>
      refusalOf(decide(state, { ...modified, operation: 'qualified', ...values })).code;
    expect(refuse({ basis: 'Late.' })).toBe('invalid-value');
    expect(refuse({ pervasiveRationale: '' })).toBe('invalid-value');
    expect(refuse({ operation: null })).toBe('invalid-value');
    expect(refuse({ evidenceMissing: true })).toBe('invalid-value');
  });
});

describe('the suggestion', () => {
  it('follows e.4 part by part', () => {
    const grounds = groundsOf(failing({ failedBy: 'operation' }));
    expect(suggestOpinion(grounds, { evidenceMissing: false, pervasive: false })).toEqual({
      description: 'unmodified',
      design: 'unmodified',
      operation: 'qualified',
    });
    expect(suggestOpinion(grounds, { evidenceMissing: false, pervasive: true }).operation).toBe('adverse');
    expect(worstOf(['unmodified', 'disclaimer', 'adverse'])).toBe('disclaimer');
  });

  it('hints at a pervasive effect by many criteria, or a pillar with the control environment', () => {
    const grounds = (codes: readonly string[]) =>
      groundsOf(
        after(
          clean(),
          codes.flatMap((code, index) => [
            add('criterion', `c-${code}`, {
              ...{ code, category: 'Security', series: code, common: true, title: '', description: '' },
              ...{ position: 10 + index, inScope: true },
            }),
            add('conclusion', `x-${code}`, {
              ...{ criterionCode: code, result: 'notMet', failedBy: 'operation', rationale: text },
              ...{
                reliesOnUserControls: false,
                reliesOnSubserviceControls: false,
                compensatingControlIds: [],
              },
              ...{ concludedBy: 'p-manager', concludedAt: '2026-07-10T09:00:00Z' },
            }),
          ]),
        ),
      ).looksPervasive;
    expect(grounds(['CC7.1', 'CC7.3', 'CC7.4', 'CC7.5'])).toBe(false);
    expect(grounds(['CC7.1', 'CC7.3', 'CC7.4', 'CC7.5', 'CC9.1'])).toBe(true);
    expect(grounds(['CC8.1', 'CC9.1'])).toBe(false);
    expect(grounds(['CC8.1', 'CC1.2'])).toBe(true);
  });

  it('property: the suggestion is never a contradiction, and an unmodified opinion means that all is met', () => {
    const result = fc.constantFrom('met', 'metWithDeviations', 'notMet', 'notAssessable');
    fc.assert(
      fc.property(
        result,
        result,
        fc.constantFrom('design', 'operation'),
        fc.boolean(),
        fc.boolean(),
        (a, b, failed, evidenceMissing, pervasive) => {
          const base = clean();
          const conclude = (code: string, chosen: Conclusion['result'], state: EngagementState) => {
            const failedBy = chosen === 'notMet' ? failed : null;
            return taken(
              state,
              concludeCriterion(as(state, 'manager'), code, { ...met, result: chosen, failedBy }),
              'p-manager',
            );
          };
          const state = conclude('CC6.3', b, conclude('CC6.2', a, base));
          const isModified =
            [a, b].some((one) => one === 'notMet' || one === 'notAssessable') || evidenceMissing;
          const answers = { evidenceMissing, pervasive: pervasive && isModified };
          const parts = suggestOpinion(groundsOf(state), answers);
          const decision = decide(state, { ...modified, ...parts, ...answers, evidenceMissingText: text });
          const isUnmodified = worstOf(Object.values(parts)) === 'unmodified';
          return decision.ok && isUnmodified === !isModified && (!isModified || !decide(state, answers).ok);
        },
      ),
      { numRuns: 40 },
    );
  });
});
