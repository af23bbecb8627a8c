import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { buildReportFacts } from '../../../../../shared/domain/report/build-facts.ts';
import { reportGates } from '../../../../../shared/domain/report/gates-list.ts';
import {
  readinessByGate,
  readinessFindings,
  type ReadinessCode,
} from '../../../../../shared/domain/report/gates-readiness.ts';
import { assessSection, describeSystem } from '../../../../../shared/domain/report/description-sections.ts';
import { letterOf, withdrawLetter } from '../../../../../shared/domain/report/letter-filing.ts';
import {
  after,
  changed,
  criterionFields,
  day,
  refusalOf,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  as,
  deviatingState,
  deviationFields,
  letter,
  readyState,
  withLetter,
} from '../../../../helpers/concluding-fixture.ts';

function inputOf(state: EngagementState, today = '2026-07-10') {
  const facts = buildReportFacts(state, { journal: { words: [], entryCount: 1 }, keyFingerprint: null });
  return { today: day(today), sha256, facts: facts.ok ? facts.value : null };
}
const found = (state: EngagementState, code: ReadinessCode, today?: string) =>
  readinessByGate(state, inputOf(state, today))[code].map((finding) => finding.message);
const refiled = (state: EngagementState, overrides: Parameters<typeof letter>[1]): EngagementState =>
  withLetter(state, letter('assertion', overrides));

describe('the gates before a signature', () => {
  const ready = readyState();

  it('let a finished engagement pass', () => {
    expect(readinessFindings(ready, inputOf(ready))).toEqual([]);
    const lines = reportGates(ready, inputOf(ready));
    expect(lines.map((line) => [line.code, line.state])).toEqual([
      ...['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10'].map((code) => [code, 'met']),
      ['L11', 'notApplicable'],
      ...['L12', 'L13', 'L14'].map((code) => [code, 'later']),
    ]);
  });

  it('L1: papers below the manager, criteria not concluded', () => {
    const edited = changed(ready, 'procedure', 'procedure-1', { text: 'Inspected two tickets' });
    expect(found(edited, 'L1')).toEqual([
      '1 workpaper is not approved by the manager.',
      '2 criteria are not concluded: CC6.2, CC6.3.',
    ]);
  });

  it('L1: names five criteria and counts the others', () => {
    const many = after(
      ready,
      [1, 2, 3, 4, 5].map((index) =>
        add(
          'criterion',
          `criterion-CC7.${String(index)}`,
          criterionFields(`CC7.${String(index)}`, index + 2),
        ),
      ),
    );
    expect(found(many, 'L1').at(-1)).toBe('5 criteria are not concluded: CC7.1, CC7.2, CC7.3, CC7.4, CC7.5.');
    const edited = changed(many, 'procedure', 'procedure-1', { text: 'Inspected two tickets' });
    expect(found(edited, 'L1').at(-1)).toBe(
      '7 criteria are not concluded: CC6.2, CC6.3, CC7.1, CC7.2, CC7.3 and 2 more.',
    );
  });

  it('L1: a control that was reworded after its test', () => {
    const reworded = changed(ready, 'control', 'control-1', { status: 'draft' });
    expect(found(reworded, 'L1')).toContain('LA-02 was reworded and is not agreed again.');
  });

  it('L1: leaves out papers on operation that a change to Type I made moot', () => {
    const typeI = changed(ready, 'engagement', 'engagement-1', {
      ...{ type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null },
    } as const);
    const rest = changed(typeI, 'workpaper', 'wp-operating', { status: 'notStarted' });
    expect(found(rest, 'L1').join()).not.toMatch(/workpaper/);
  });

  it('L10: is not met by a report that cannot be built', () => {
    const input = { today: day('2026-07-10'), sha256, facts: null };
    expect(readinessByGate(ready, input).L10.map((finding) => finding.message)).toEqual([
      'The report cannot be built, so its figures are not compared.',
    ]);
  });

  it('L2: an open note; L3: a deviation below closed', () => {
    const note = {
      workpaperId: 'wp-design',
      anchor: '',
      text: 'Why?',
      authorId: 'p-manager',
      assigneeId: null,
    } as const;
    const noted = after(ready, [add('reviewNote', 'n-1', { ...note, status: 'responded' })]);
    expect(found(noted, 'L2')).toEqual(['1 review note is open.']);
    const deviating = after(ready, [add('deviation', 'deviation-1', deviationFields())]);
    expect(found(deviating, 'L3')).toEqual(['1 deviation is not closed.']);
    expect(found(changed(deviating, 'deviation', 'deviation-1', { status: 'closed' }), 'L3')).toEqual([]);
  });

  it('L4: the assertion is missing, or for other dates, another system, other categories, or without its exceptions', () => {
    const filed = letterOf(ready, 'assertion')?.id ?? '';
    const missing = taken(
      ready,
      withdrawLetter(as(ready, 'manager'), { id: filed, revision: null }),
      'p-manager',
    );
    expect(found(missing, 'L4')).toEqual([
      'The management assertion is missing or covers nothing, not 1 Jul 2025 to 30 Jun 2026.',
    ]);
    expect(found(refiled(ready, { coversTo: day('2026-05-31') }), 'L4')[0]).toContain(
      'covers 1 Jul 2025 to 31 May 2026, not',
    );
    expect(found(refiled(ready, { systemName: 'Other' }), 'L4')[0]).toContain('names the system Other');
    expect(found(refiled(ready, { categories: ['Security', 'Privacy'] }), 'L4')[0]).toContain(
      'Security, Privacy, not Security',
    );
    const opinion = ready.rows.opinion.keys().next().value ?? '';
    const modified = changed(ready, 'opinion', opinion, { operation: 'qualified' });
    expect(found(modified, 'L4')).toEqual([
      'The opinion is modified, but the management assertion states no exception.',
    ]);
    expect(found(refiled(modified, { exceptions: 'Access was removed late.' }), 'L4')).toEqual([]);
  });

  it('L5 to L7: the letter, the inquiry and the work follow the report date', () => {
    const later = changed(ready, 'report', 'report-1', { reportDate: day('2026-07-12') });
    expect(found(later, 'L5', '2026-07-12')).toEqual([
      'The representation letter is dated 10 Jul 2026; the report is dated 12 Jul 2026. They must match.',
    ]);
    expect(found(later, 'L6', '2026-07-12')).toEqual([
      'Record the subsequent events inquiry up to 12 Jul 2026.',
    ]);
    expect(found(later, 'L7', '2026-07-12')).toEqual([]);
    expect(found(later, 'L7')).toEqual(['The report date, 12 Jul 2026, lies in the future.']);
    const early = changed(ready, 'report', 'report-1', { reportDate: day('2026-07-09') });
    expect(found(early, 'L7')).toEqual(['The report date is before the work was finished (10 Jul 2026).']);
    expect(found(changed(ready, 'report', 'report-1', { reportDate: null }), 'L7')).toEqual([
      'The report has no date.',
    ]);
    const lines = reportGates(later, inputOf(later)).filter((line) => line.state === 'later');
    expect(lines.map((line) => line.code)).toEqual(['L6', 'L7', 'L12', 'L13', 'L14']);
  });

  it('L8: an opinion that is missing or contradicts a later conclusion', () => {
    const conclusion = ready.rows.conclusion.keys().next().value ?? '';
    const failed = changed(ready, 'conclusion', conclusion, { result: 'notMet', failedBy: 'operation' });
    expect(found(failed, 'L8')).toEqual(['CC6.2 is not met, so the opinion cannot be unmodified.']);
  });

  it('L9: every description criterion is answered, DC4 and DC9 also where there is nothing', () => {
    const silent = changed(ready, 'descriptionSection', 'section-DC9', { noneToReport: false });
    expect(found(silent, 'L9')).toEqual(['Description criterion DC9 is not answered.']);
  });

  it('L10: Section IV equals the grid', () => {
    const cell = changed(ready, 'attributeResult', 'result-2', { result: 'deviation' });
    expect(found(cell, 'L10')).toEqual(['Section IV says 0 deviations; the test has 1.']);
    const { facts, ...rest } = inputOf(ready);
    const [control] = facts?.controls ?? [];
    const forged =
      facts === null || control === undefined
        ? null
        : {
            ...facts,
            controls: [{ ...control, tests: control.tests.map((test) => ({ ...test, tested: 4 })) }],
          };
    expect(readinessByGate(ready, { ...rest, facts: forged }).L10.map((finding) => finding.message)).toEqual([
      'Section IV says 4 items; the test has 3.',
    ]);
    expect(found(readyDeviating(), 'L10')).toEqual([]);
  });

  it('L11: an included organization asserts and represents too', () => {
    const org = after(ready, [
      add('subserviceOrganization', 'org-1', {
        ...{
          name: 'Alder Cloud, Inc.',
          service: 'host',
          method: 'inclusive',
          criteria: [],
          monitoringControlIds: [],
        },
        ...{ assertionPlanned: true, withdrawn: false },
      }),
    ]);
    expect(found(org, 'L11')).toEqual(['Alder Cloud, Inc. has not given its assertion.']);
    const asserted = withLetter(org, letter('subserviceAssertion', { subserviceId: 'org-1' }));
    expect(found(asserted, 'L11')).toEqual(['Alder Cloud, Inc. has not given its representation letter.']);
    const complete = withLetter(asserted, letter('subserviceRepresentation', { subserviceId: 'org-1' }));
    expect(found(complete, 'L11')).toEqual([]);
  });
});

/** Deviations in grid and list alike. */
function readyDeviating(): EngagementState {
  return deviatingState();
}

describe('the description', () => {
  const ready = readyState();
  it('has a text or nothing to report, not both, and not everywhere', () => {
    const save = (code: 'DC1' | 'DC4', values: { text: string; noneToReport: boolean }) =>
      describeSystem(as(ready, 'manager'), code, null, values);
    expect(refusalOf(save('DC1', { text: '', noneToReport: true })).code).toBe('invalid-value');
    expect(refusalOf(save('DC4', { text: 'An outage.', noneToReport: true })).code).toBe('invalid-value');
    expect(save('DC4', { text: 'An outage.', noneToReport: false }).ok).toBe(true);
  });
  it('is assessed by a manager, who says what is misstated', () => {
    const assess = (role: string, misstatement: string) =>
      assessSection(as(ready, role), 'DC3', null, { misstated: true, misstatement });
    expect(refusalOf(assess('senior', 'A whole site is left out of it.')).code).toBe('role-required');
    expect(refusalOf(assess('manager', 'Wrong.')).code).toBe('invalid-value');
    expect(assess('manager', 'A whole site is left out of it.').ok).toBe(true);
  });
});
