import { describe, expect, it } from 'vitest';
import { releasedOn } from '../../../../../shared/domain/engagement/file-lock.ts';
import { find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import {
  currentReport,
  issueReport,
  markReady,
  signReport,
  submitReport,
} from '../../../../../shared/domain/report/issue-report.ts';
import {
  editReport,
  supersedeReport,
  withdrawReport,
} from '../../../../../shared/domain/report/report-version.ts';
import { changed, day, refusalOf, sha256, taken } from '../../../../helpers/domain-fixture.ts';
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

describe('the versions of a report', () => {
  it('prints an issue date that is set before the signature, and is issued as of it', () => {
    const draft = readyState();
    const edit = { reportDate: day('2026-07-10'), releaseDate: day('2026-07-09') };
    expect(refusalOf(editReport(as(draft, 'manager'), null, edit)).message).toBe(
      'The issue date lies before the report date.',
    );
    const dated = taken(
      draft,
      editReport(as(draft, 'manager'), null, { ...edit, releaseDate: day('2026-07-10') }),
    );
    expect(releasedOn(dated)).toBeNull();
    const state = signed(marked(submitted(dated)));
    const late = as(state, 'manager', { today: day('2026-07-12') });
    expect(refusalOf(issueReport(late, ref, day('2026-07-12'), stored, [])).message).toBe(
      'The signed report prints 10 Jul 2026 as its issue date, not 12 Jul 2026.',
    );
    expect(releasedOn(issued(state))).toBe('2026-07-10');
    const moved = taken(state, editReport(late, null, { releaseDate: day('2026-07-12') }));
    expect(currentReport(moved)?.releaseDate).toBe('2026-07-12');
    expect(refusalOf(editReport(late, null, { reportDate: day('2026-07-12') })).code).toBe('wrong-state');
  });

  it('L14: an issued report is not edited; a superseding version takes its place', () => {
    const state = all5();
    expect(refusalOf(editReport(as(state, 'manager'), null, { otherInformation: 'x' })).code).toBe('L14');
    expect(refusalOf(supersedeReport(as(state, 'manager'), 'A criterion was left out.')).code).toBe(
      'role-required',
    );
    const next = supersedeReport(
      as(state, 'partner', { newId: () => 'report-2' }),
      'A criterion was left out.',
    );
    const second = taken(state, next, 'p-partner');
    expect(currentReport(second)).toMatchObject({ version: 2, supersedesId: 'report-1', status: 'draft' });
    const ready = changed(second, 'report', 'report-2', {
      status: 'signed',
      pdfSha256: facts.pdfSha256,
      recordNumber: facts.recordNumber,
    });
    const out = issueReport(
      as(ready, 'manager'),
      { id: 'report-2', revision: null },
      day('2026-07-10'),
      stored,
      [],
    );
    expect(find(taken(ready, out, 'p-manager'), 'report', 'report-1')?.status).toBe('superseded');
  });

  it('is withdrawn with a reason by the partner', () => {
    const state = all5();
    const decision = withdrawReport(as(state, 'partner'), ref, 'The client misled us on incidents.');
    expect(find(taken(state, decision, 'p-partner'), 'report', 'report-1')?.status).toBe('withdrawn');
    expect(refusalOf(withdrawReport(as(state, 'partner'), ref, 'no')).code).toBe('invalid-value');
    expect(refusalOf(withdrawReport(as(readyState(), 'partner'), ref, 'A long enough reason.')).code).toBe(
      'wrong-state',
    );
  });

  it('a signed report is not edited before its issue', () => {
    const state = signed(marked(submitted(readyState())));
    expect(refusalOf(editReport(as(state, 'manager'), null, { otherInformation: 'x' })).code).toBe(
      'wrong-state',
    );
  });
});
