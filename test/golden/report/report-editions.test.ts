/** Letter, A4, draft and recipient copies of one report, and the other opinions. */
import { beforeAll, describe, expect, it } from 'vitest';
import { flatStructure, readReport, squeezed } from '../../helpers/report-document.ts';
import type { ReportDocument } from '../../helpers/report-document.ts';
import { specimenFacts } from '../../helpers/specimen-report.ts';
import type { SpecimenOptions } from '../../helpers/specimen-report.ts';
import { renderSpecimen } from '../../helpers/typeset-specimen.ts';
import type { SpecimenEdition } from '../../helpers/typeset-specimen.ts';

type Edition = { readonly document: ReportDocument; readonly recordNumber: string };

async function edition(options: SpecimenOptions, how: SpecimenEdition): Promise<Edition> {
  const { pdf, recordNumber } = await renderSpecimen(specimenFacts(options), how);
  return { document: await readReport(pdf), recordNumber };
}

/** The words of the Sections without page numbers and repeated heads, sorted: the order of columns on a page may differ. */
function vocabulary({ document }: Edition): readonly string[] {
  const repeated = /^(Control of Northwind Test by the service auditor Result|Control Also serves.*)$/;
  const lines = document.pages.slice(3).flatMap(({ lines: all }) => all.map(({ text }) => squeezed(text)));
  const text = lines
    .filter((line) => !repeated.test(line))
    .join(' ')
    .replaceAll('- ', '-');
  return [...new Set(text.replaceAll(/page \d+/g, 'page').split(' '))].sort();
}

describe('10. the editions of one report', () => {
  let letter: Edition;
  let a4: Edition;
  let recipient: Edition;

  beforeAll(async () => {
    letter = await edition({}, { paper: 'letter' });
    a4 = await edition({}, { paper: 'a4' });
    recipient = await edition({}, { kind: 'recipient' });
  });

  it('have the same words and the same record number', () => {
    expect(a4.recordNumber).toBe(letter.recordNumber);
    expect(recipient.recordNumber).toBe(letter.recordNumber);
    expect(vocabulary(a4)).toEqual(vocabulary(letter));
    expect(vocabulary(recipient)).toEqual(vocabulary(letter));
  });

  it('name the recipient on every page, as an artifact', () => {
    for (const page of recipient.document.pages) {
      expect(page.running).toContain('Copy 014, Meridian Payments Ltd.');
      expect(page.running).toContain('Copy 014, provided to Meridian Payments Ltd. on November 17, 2026.');
      expect(page.text).not.toContain('Meridian');
    }
  });
});

describe('a draft', () => {
  it('says on every page that it is one and carries no record number', async () => {
    const { document, recordNumber } = await edition({ draft: true }, { kind: 'draft' });
    for (const page of document.pages) {
      expect(page.running).toContain('DRAFT');
      expect(page.running).toContain('Draft, not issued: no opinion is expressed');
      expect(page.running).toContain('No record number: draft');
      expect(page.running).not.toContain('Confidential');
      expect(page.text).not.toContain(recordNumber.slice(0, 12));
    }
  });
});

describe('every variant', () => {
  const variants: readonly (readonly [string, SpecimenOptions])[] = [
    ['adverse, included organization', { opinion: 'adverse', method: 'inclusive' }],
    ['disclaimer', { opinion: 'disclaimer' }],
    [
      'unmodified, nothing complementary',
      { opinion: 'unmodified', method: 'none', userEntityControls: false },
    ],
    ['Type I, qualified', { type: 'I', opinion: 'qualified', otherInformation: true }],
    ['Type I, disclaimer', { type: 'I', opinion: 'disclaimer', method: 'inclusive' }],
  ];

  it.each(variants)('meets both standards and keeps its overview on one page: %s', async (_, options) => {
    const { document } = await edition(options, {});
    const headings = document.pages.map((page) =>
      flatStructure(page.structure).filter(({ role }) => role === 'H1'),
    );
    expect(headings[2]).toHaveLength(1);
    expect(headings[3]).toHaveLength(1);
    expect(document.pages.flatMap(({ links }) => links).filter(({ page }) => page === null)).toEqual([]);
  });
});

describe('a test longer than two fifths of a page', () => {
  it('splits between pages, repeats head and name row, and keeps its deviation whole', async () => {
    const facts = specimenFacts();
    const procedures = Array.from(
      { length: 60 },
      (_, week) => `Inspected the record of week ${String(week + 1)} for approval, date and owner.`,
    ).join(' ');
    const controls = facts.controls.map((control) =>
      control.id === 'LA-02'
        ? { ...control, tests: control.tests.map((test) => ({ ...test, procedures })) }
        : control,
    );
    const { pages } = await readReport((await renderSpecimen({ ...facts, controls })).pdf);
    const split = pages.filter(({ text }) => text.includes('Inspected the record of week'));
    expect(split).toHaveLength(2);
    // The head and name rows of the second page repeat what was read already, so they are artifacts there.
    expect(split[0]?.text).toMatch(/Control of Northwind[\s\S]*LA-02 +Access termination/);
    expect(split[1]?.running).toMatch(/Control of Northwind.*LA-02 Access termination/);
    const withDeviation = split.filter(({ text }) => text.includes('Deviation D10'));
    expect(withDeviation).toHaveLength(1);
    expect(squeezed(withDeviation[0]?.text ?? '')).toContain(
      'No tested control made up for this. Response of management',
    );
  });
});

describe('a firm’s logo', () => {
  it('stands on the cover as a figure named after the firm', async () => {
    const facts = specimenFacts({ type: 'I' });
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><rect width="300" height="40"/></svg>';
    const logo = { format: 'svg', base64: Buffer.from(svg).toString('base64') } as const;
    const { pages } = await readReport(
      (await renderSpecimen({ ...facts, firm: { ...facts.firm, logo } })).pdf,
    );
    const figures = flatStructure(pages[0]?.structure ?? []).filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['Example & Company LLP']);
  });
});
