/** The Type I report: design as of a date, no tests, no results. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readReport, squeezed } from '../../helpers/report-document.ts';
import type { ReportDocument } from '../../helpers/report-document.ts';
import { specimenFacts } from '../../helpers/specimen-report.ts';
import { renderSpecimen } from '../../helpers/typeset-specimen.ts';

let report: ReportDocument;
let words: string;

beforeAll(async () => {
  report = await readReport((await renderSpecimen(specimenFacts({ type: 'I' }))).pdf);
  words = squeezed(report.pages.map(({ text }) => text).join(' '));
});

describe('7. a Type I report', () => {
  it('speaks of no test of operation', () => {
    expect(words).not.toMatch(/deviation|\bseeds?\b|\bsamples?\b|No deviations noted/i);
    expect(words).not.toMatch(/throughout the period/);
  });

  it('says "operated effectively" in the conditions and where operation is set aside, and nowhere else', () => {
    const found = [...words.matchAll(/.{80}operated effectively/g)].map(([text]) => text);
    expect(found).toHaveLength(3);
    expect(found.filter((text) => / if they operated effectively$/.test(text))).toHaveLength(2);
    expect(found.filter((text) => /did not examine whether/.test(text))).toHaveLength(1);
  });

  it('lists criteria and controls and one appendix', () => {
    const titles = report.bookmarks.filter(({ level }) => level === 1).map(({ title }) => title);
    expect(titles).toEqual([
      'Contents',
      'Report at a glance',
      'Report of the independent service auditor',
      'Assertion of management',
      'Description of the Northwind Managed Hosting Platform',
      'Criteria and controls',
      'Appendix A: Record of this document',
    ]);
    expect(words).toContain('As of September 30, 2026');
  });
});
