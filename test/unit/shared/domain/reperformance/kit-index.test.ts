import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { kitEvidence, kitIndex, signedReport } from '../../../../../shared/domain/reperformance/kit-index.ts';
import { after, fieldworkState } from '../../../../helpers/domain-fixture.ts';
import { evidenceFields } from '../../../../helpers/fieldwork-fixture.ts';

const parts = { files: [], populations: [], tests: [], evidence: [] };
const report = (version: number, pdfSha256: string | null) =>
  add('report', `report-${String(version)}`, {
    ...({
      version,
      status: pdfSha256 === null ? 'draft' : 'issued',
      pdfSha256,
      recordNumber: 'b'.repeat(64),
    } as const),
    ...{ reportDate: null, releaseDate: null, supersedesId: null, supersedeReason: '', statusReason: null },
    ...{ otherInformation: '', signedBy: null, signedAt: null, certificateFingerprint: null },
    ...{ journalHead: null, journalEntries: null },
  });

describe('kitIndex', () => {
  const state = fieldworkState();

  it('names the engagement and its journal', () => {
    const index = kitIndex(state, parts);
    expect(index).toMatchObject({
      ...{ schema: 'tickmark-kit/1', type: 'II', report: null },
      ...{ period: { start: '2025-07-01', end: '2026-06-30' } },
      journal: { head: state.head, entries: state.entries },
    });
  });

  it('names the latest signed report, not a draft after it', () => {
    const versions = after(state, [report(1, 'c'.repeat(64)), report(2, 'd'.repeat(64)), report(3, null)]);
    expect(signedReport(versions)?.version).toBe(2);
    expect(kitIndex(versions, parts).report).toEqual({
      ...{ pdf: 'report/report.pdf', figures: 'report/report-figures.json' },
      ...{ version: 2, pdfSha256: 'd'.repeat(64), recordNumber: 'b'.repeat(64) },
    });
  });
});

describe('kitEvidence', () => {
  const state = after(fieldworkState(), [
    add('evidenceFile', 'ev-1', evidenceFields('b.pdf')),
    add('evidenceFile', 'ev-2', evidenceFields('a.pdf')),
    add('evidenceFile', 'ev-3', evidenceFields('a.pdf')),
  ]);

  it('names each content once, in the order of the hashes', () => {
    const digests = kitEvidence(state, false).map(({ sha256, path }) => [sha256, path]);
    const expected = [evidenceFields('a.pdf').sha256, evidenceFields('b.pdf').sha256].sort();
    expect(digests).toEqual(expected.map((sha256) => [sha256, null]));
  });

  it('places the files where they are to go along', () => {
    expect(kitEvidence(state, true).every(({ path, sha256 }) => path === `evidence/${sha256}`)).toBe(true);
  });
});
