import { describe, expect, it } from 'vitest';
import { gate } from '../../../../../shared/domain/gates/refusal.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { qualityReview } from '../../../../../shared/domain/report/gates-signing.ts';
import {
  currentReport,
  issueReport,
  markReady,
  reportFileName,
  reportMoves,
  signReport,
  submitReport,
  refusalOfMove,
  type ReportStatus,
} from '../../../../../shared/domain/report/issue-report.ts';
import { signOff } from '../../../../../shared/domain/review/sign-off.ts';
import { after, changed, day, refusalOf, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import { as, readyState } from '../../../../helpers/concluding-fixture.ts';

const ref = { id: 'report-1', revision: null };
const facts = {
  ...{
    recordNumber: sha256('model'),
    pdfSha256: sha256('pdf'),
    pdfSize: 5,
    certificateFingerprint: sha256('key'),
  },
  ...{ journalHead: sha256('head'), journalEntries: 40 },
};
const stored = { storedSha256: facts.pdfSha256, presentRecordNumber: facts.recordNumber };

const submitted = (state: EngagementState) =>
  taken(state, submitReport(as(state, 'manager'), ref), 'p-manager');
const marked = (state: EngagementState) =>
  taken(state, markReady(as(state, 'manager'), ref, []), 'p-manager');
const signed = (state: EngagementState) =>
  taken(state, signReport(as(state, 'partner'), ref, [], facts), 'p-partner');
const issued = (state: EngagementState) =>
  taken(state, issueReport(as(state, 'manager'), ref, day('2026-07-10'), stored, []), 'p-manager');
const all5 = () => issued(signed(marked(submitted(readyState()))));

describe('the life of a report', () => {
  it('goes from draft to issue, and the engagement with it', () => {
    const state = all5();
    const report = currentReport(state);
    expect([report?.status, report?.releaseDate, report?.signedBy]).toEqual([
      'issued',
      '2026-07-10',
      'p-partner',
    ]);
    expect(find(state, 'engagement', 'engagement-1')?.status).toBe('issued');
    expect(all(state, 'evidenceFile').map((file) => file.originalName)).toContain(
      'Northwind-SOC2-Type-II-v1.pdf',
    );
    expect(reportFileName(state, 2)).toBe('Northwind-SOC2-Type-II-v2.pdf');
  });

  it('has no other move', () => {
    const row = currentReport(readyState());
    const states = Object.keys(reportMoves) as ReportStatus[]; // the keys of the record of states
    for (const from of states)
      for (const to of states) {
        const refusal = row === undefined ? null : refusalOfMove({ ...row, status: from }, to);
        expect(refusal === null).toBe(reportMoves[from].includes(to));
      }
  });

  it('is ready only with every gate, by a manager, in wrap-up', () => {
    const state = submitted(readyState());
    expect(refusalOf(markReady(as(state, 'manager'), ref, [gate('L2', { n: 2 })]))).toEqual({
      code: 'L2',
      message: '2 review notes are open.',
    });
    expect(refusalOf(markReady(as(state, 'senior'), ref, [])).code).toBe('role-required');
    const fieldwork = changed(state, 'engagement', 'engagement-1', { status: 'fieldwork' });
    expect(refusalOf(markReady(as(fieldwork, 'manager'), ref, [])).code).toBe('wrong-state');
    expect(refusalOf(markReady(as(readyState(), 'manager'), ref, [])).code).toBe('wrong-state');
  });

  it('is never ready or signed in a readiness assessment', () => {
    const readiness = changed(submitted(readyState()), 'engagement', 'engagement-1', { kind: 'readiness' });
    const message = 'A readiness assessment gives no opinion and no signed report.';
    expect(refusalOf(markReady(as(readiness, 'manager'), ref, [])).message).toBe(message);
    const late = changed(readiness, 'report', 'report-1', { status: 'readyToSign' });
    expect(refusalOf(signReport(as(late, 'partner'), ref, [], facts)).message).toBe(message);
  });

  it('L12: only the engagement partner signs, after quality review', () => {
    const state = marked(submitted(readyState()));
    expect(refusalOf(signReport(as(state, 'manager'), ref, [], facts))).toEqual({
      code: 'L12',
      message: 'Only the engagement partner signs. Quality review is not required.',
    });
    const eqr = after(state, [
      add('teamMember', 'm-eqr', {
        ...{ personId: 'p-eqr', role: 'eqr', independenceConfirmedAt: '2026-01-05T09:00:00Z' },
        ...{ independenceStatement: 'Independent.', leftOn: null },
      }),
    ]);
    expect(refusalOf(signReport(as(eqr, 'partner'), ref, [], facts)).message).toContain('not finished');
    const input = { workpaperId: 'wp-memo', level: 'eqr', contentHash: null } as const;
    const reviewed = taken(eqr, signOff(as(eqr, 'eqr'), input, new Set()), 'p-eqr');
    expect(qualityReview(reviewed, sha256)).toBe('finished');
    expect(signReport(as(reviewed, 'partner'), ref, [], facts).ok).toBe(true);
    expect(refusalOf(signReport(as(state, 'partner'), ref, [gate('L3', { n: 1 })], facts)).code).toBe('L3');
  });

  it('L13: what is issued is what was signed, and the work did not change', () => {
    const state = signed(marked(submitted(readyState())));
    const issue = (changedFacts: Partial<{ storedSha256: string | null; presentRecordNumber: string }>) =>
      issueReport(as(state, 'manager'), ref, day('2026-07-10'), { ...stored, ...changedFacts }, []);
    expect(refusalOf(issue({ storedSha256: sha256('other') }))).toEqual({
      code: 'L13',
      message: 'The file was changed after signing.',
    });
    expect(refusalOf(issue({ storedSha256: null })).code).toBe('L13');
    expect(refusalOf(issue({ presentRecordNumber: sha256('x') })).message).toBe(
      'The work was changed after the report was signed.',
    );
    expect(signReport(as(state, 'partner'), ref, [], facts).ok).toBe(true);
    const early = issueReport(as(state, 'manager'), ref, day('2026-07-09'), stored, []);
    expect(refusalOf(early).code).toBe('invalid-value');
  });
});
