import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concludeCriterion } from '../../../../../shared/domain/criteria/conclusion.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { paragraphsOf } from '../../../../../shared/domain/report/build-description.ts';
import { buildReportFacts } from '../../../../../shared/domain/report/build-facts.ts';
import { lowerFirst, sentence } from '../../../../../shared/domain/report/build-sentence.ts';
import { composeReport } from '../../../../../shared/domain/report/report-compose.ts';
import { reportFigures } from '../../../../../shared/domain/report/report-figures.ts';
import type { ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import type { ReportWording } from '../../../../../shared/domain/report/report-wording.ts';
import { after, changed, day, taken } from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  as,
  concludedCriteria,
  describedState,
  deviatingState,
  met,
  readyState,
  testedState,
} from '../../../../helpers/concluding-fixture.ts';

const wording = JSON.parse(
  readFileSync(new URL('../../../../../resources/report/wording.en.json', import.meta.url), 'utf8'),
) as ReportWording; // the program's own file, proved by its own tests

const journal = { words: ['harbor', 'copper'], entryCount: 812 };
function factsOf(state: EngagementState): ReportFacts {
  const built = buildReportFacts(state, { journal, keyFingerprint: null });
  if (!built.ok) throw new Error(built.error.message);
  return built.value;
}

describe('the facts of a report', () => {
  it('are not built for a readiness assessment', () => {
    const readiness = changed(readyState(), 'engagement', 'engagement-1', { kind: 'readiness' });
    expect(buildReportFacts(readiness, { journal, keyFingerprint: null })).toMatchObject({
      ok: false,
      error: { message: 'A readiness assessment gives no opinion and no signed report.' },
    });
  });

  it('read sizes, deviations and sample from the test', () => {
    const [control] = factsOf(deviatingState()).controls;
    expect(control?.tests).toMatchObject([
      {
        id: 'LA-02-T1',
        procedures: 'Inspected the ticket of one leaver.',
        itemsNoun: 'employees and contractors who left',
        tested: 3,
        populationSize: 184,
        leadVerb: 'inspected evidence',
        attributes: [{ key: 'A', text: 'Access was disabled within 24 hours' }],
        comparison: [],
        outcome: {
          kind: 'deviations',
          deviating: 1,
          nature: 'access was disabled 4 days after the last day; the control allows 24 hours.',
          compensating: null,
          response: 'Closing a ticket now needs the change.',
        },
        sample: {
          items: 3,
          populationSize: 184,
          basis: 'frequency',
          method: 'random',
          seed: '314159',
        },
      },
    ]);
  });

  it('tell a control that did not operate, or was not tested, as that', () => {
    const outcome = (conclusion: 'didNotOperate' | 'notTested') =>
      factsOf(changed(testedState(), 'test', 'test-operating', { conclusion })).controls[0]?.tests[0]
        ?.outcome;
    expect(outcome('didNotOperate')).toEqual({ kind: 'noOccurrence', reason: 'Works as described.' });
    expect(outcome('notTested')).toEqual({ kind: 'notTested', reason: 'Works as described.' });
  });

  it('compose a report without a fault, twice the same', () => {
    const first = composeReport(factsOf(readyState()), wording);
    expect(first.ok ? null : first.error).toBeNull();
    expect(JSON.stringify(composeReport(factsOf(readyState()), wording))).toBe(JSON.stringify(first));
    expect(reportFigures(factsOf(deviatingState()), null).deviations).toBe(1);
  });

  it('compose every kind of opinion', () => {
    const base = describedState(concludedCriteria(approvedState(deviatingState())));
    const failed = concludeCriterion(as(base, 'manager'), 'CC6.2', {
      ...met,
      result: 'notMet',
      failedBy: 'operation',
    });
    const state = taken(base, failed, 'p-manager');
    const facts = factsOf(state);
    expect(facts.opinion.operation).toEqual({ result: 'qualified', criteria: ['CC6.2'] });
    expect(facts.opinion.basis).toEqual([
      {
        parts: ['operation'],
        criteria: ['CC6.2'],
        tests: ['LA-02-T1'],
        statement: 'All mapped controls were effective.',
        effect:
          'The controls did not operate effectively throughout the period to give reasonable assurance that criterion CC6.2 was met.',
      },
    ]);
    expect(facts.criteria.map((criterion) => [criterion.id, criterion.met])).toEqual([
      ['CC6.2', false],
      ['CC6.3', true],
    ]);
    expect(composeReport(facts, wording).ok).toBe(true);
  });

  it('name only criteria that the report prints, with vendor, user controls, commitments and places', () => {
    const state = after(readyState(), [
      add('scope', 'scope-1', {
        ...{
          boundary: 'The hosting platform.',
          infrastructure: 'Servers.',
          software: '',
          people: 'Operators.',
        },
        ...{ procedures: '', data: '' },
      }),
      add('location', 'location-1', { name: 'Columbus', purpose: 'Operations', withdrawn: false }),
      add('commitment', 'commitment-1', {
        kind: 'commitment',
        text: 'Uptime of 99.9%.',
        categories: ['Security'],
        withdrawn: false,
      }),
      add('subserviceOrganization', 'org-1', {
        ...{
          name: 'Alder Cloud, Inc.',
          service: 'house equipment',
          method: 'carveOut',
          criteria: ['CC6.2', 'A1.1'],
        },
        ...{ monitoringControlIds: ['control-1'], assertionPlanned: false, withdrawn: false },
      }),
      add('complementaryControl', 'csoc-1', {
        ...{ kind: 'subservice', subserviceId: 'org-1', number: 'CS-1', text: 'Doors are locked.' },
        ...{ criteria: ['CC6.2', 'CC6.4'], controlIds: ['control-1'], withdrawn: false },
      }),
      add('complementaryControl', 'cuec-1', {
        ...{ kind: 'user', subserviceId: null, number: 'UE-1', text: 'Remove your own users.' },
        ...{ criteria: ['CC6.3'], controlIds: [], withdrawn: false },
      }),
    ]);
    const facts = factsOf(state);
    expect(facts.subserviceOrganizations[0]).toMatchObject({
      criteria: ['CC6.2'],
      monitoringControls: ['LA-02'],
      complementaryControls: [{ number: 'CS-1', criteria: ['CC6.2'], controls: ['LA-02'] }],
    });
    expect(facts.description.components.map((group) => group.title)).toEqual([
      'Infrastructure',
      'People',
      'Locations',
    ]);
    expect(facts.description.commitments[0]?.number).toBe('SC-1');
    const composed = composeReport(facts, wording);
    expect(composed.ok ? null : composed.error).toBeNull();
  });

  it('property: a Type I report holds no operating result, whatever is on record', () => {
    const dates = { type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null } as const;
    const results = fc.array(fc.constantFrom('pass' as const, 'deviation' as const), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(results, (cells) => {
        const state = cells.reduce(
          (before, result, index) =>
            changed(before, 'attributeResult', `result-${String(index + 1)}`, { result }),
          describedState(testedState(dates)),
        );
        const facts = factsOf(state);
        const composed = composeReport(facts, wording);
        const text = composed.ok ? JSON.stringify(composed.value) : '';
        return (
          facts.controls.every((control) => control.tests.length === 0) &&
          facts.opinion.operation === null &&
          composed.ok &&
          composed.value.criteria.deviations === null &&
          composed.value.samples === null &&
          !text.includes('No deviations noted')
        );
      }),
      { numRuns: 8 },
    );
  });
});

describe('typed texts in print', () => {
  it('parts paragraphs, ends sentences, and opens them small unless abbreviated', () => {
    expect(paragraphsOf(' One\nline. \n\n\n Two. ')).toEqual(['One line.', 'Two.']);
    expect(['Done', 'Done.', ' '].map(sentence)).toEqual(['Done.', 'Done.', '']);
    expect(['Access was late', 'HR list', 'A ticket'].map(lowerFirst)).toEqual([
      'access was late',
      'HR list',
      'a ticket',
    ]);
  });
});
