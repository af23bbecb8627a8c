/** The checks of the report design on a finished Type II report: qualified, carved out, with responses. */
import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { flatStructure, readReport, squeezed } from '../../helpers/report-document.ts';
import type { ReportDocument, ReportPage } from '../../helpers/report-document.ts';
import { readStructure } from '../../helpers/report-structure.ts';
import type { StructureElement } from '../../helpers/report-structure.ts';
import { specimenFacts } from '../../helpers/specimen-report.ts';
import { renderSpecimen } from '../../helpers/typeset-specimen.ts';

type Rendered = Awaited<ReturnType<typeof renderSpecimen>>;

let rendered: Rendered;
let report: ReportDocument;
let pages: readonly ReportPage[];
let words: string;
let nodes: readonly StructureElement[];

beforeAll(async () => {
  rendered = await renderSpecimen(specimenFacts());
  report = await readReport(rendered.pdf);
  pages = report.pages;
  nodes = await readStructure(rendered.pdf);
  words = squeezed(pages.map(({ text }) => text).join(' '));
});

/** The head row of a table, whether read on this page or repeated as an artifact. */
const HEAD_ROW = /Control of Northwind ?Test by the service auditor ?Result|Control ?Also serves [A-Z]/;

/** The last line of a page may not be a head row, a name row or a heading. */
const UNFINISHED =
  /^(Control of Northwind|Control Also serves)|(Manual|Automated|IT-dependent manual), [a-z ]+$|^[A-Z]+\d+(\.\d+)? [A-Z]/;

/** Pages from the one whose heading starts with the words to the page before the next. */
function pagesOf(title: string, next: string): readonly ReportPage[] {
  const starts = (page: ReportPage, text: string): boolean =>
    flatStructure(page.structure).some(({ role }) => role === 'H1') && squeezed(page.text).includes(text);
  const from = pages.findIndex((page) => page.number > 2 && starts(page, title));
  const to = pages.findIndex((page) => page.number > 2 && starts(page, next));
  return pages.slice(from, to);
}

describe('1. the file', () => {
  it('states both standards, its title, language and date', () => {
    expect(report.metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(report.metadata).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(report.metadata).toMatch(/<pdfuaid:part[^>]*>1<\/pdfuaid:part>/);
    expect(report.info).toMatchObject({
      Title: 'SOC 2 Type II report, Northwind Hosting, Inc.',
      Author: 'Example & Company LLP',
      Language: 'en-US',
      CreationDate: 'D:20261113000000Z',
    });
    expect(report.isMarked).toBe(true);
    expect(pages).toHaveLength(rendered.pages);
  });

  it('embeds fonts of its own only', async () => {
    const document = await PDFDocument.load(rendered.pdf, { updateMetadata: false });
    const fonts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('Font'))
      .map((object) => String(object.get(PDFName.of('BaseFont'))).replace(/^\/[A-Z]{6}\+/, ''));
    const allowed =
      /^(SourceSerif4-(Regular|Italic|SemiBold|SemiBoldItalic)|SourceSans3-(Regular|Italic|SemiBold|Bold)|SourceCodePro-Regular)(-Identity-H)?$/;
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter((name) => !allowed.test(name))).toEqual([]);
  });

  it('carries its figures, related as data', async () => {
    const document = await PDFDocument.load(rendered.pdf, { updateMetadata: false });
    const specifications = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of('EF')) ? [object] : []));
    expect(specifications.map((one) => String(one.get(PDFName.of('AFRelationship'))))).toEqual(['/Data']);
    expect(document.catalog.has(PDFName.of('AF'))).toBe(true);
  });

  it('ends in one classic cross-reference table, which a signature can be appended to', () => {
    const tail = Buffer.from(rendered.pdf).toString('latin1');
    const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
    expect(tail.slice(at, at + 4)).toBe('xref');
  });
});

describe('2. running lines', () => {
  it('say restricted use and the physical page on every page', () => {
    for (const page of pages) {
      expect(page.running).toContain('Confidential, restricted use');
      expect(page.running).toMatch(new RegExp(`Page ${String(page.number)} of ${String(pages.length)}$`));
    }
  });

  it('show the start of the record number that Appendix B gives in full', () => {
    const start = rendered.recordNumber.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
    expect(pages.every(({ running }) => running.includes(`Record ${start}`))).toBe(true);
    expect(pages.at(-1)?.text).toContain(rendered.recordNumber);
  });
});

describe('3. breaks in Section IV', () => {
  it('repeat a head row on every page after the first and never leave one last', () => {
    const section = pagesOf('Criteria, controls, tests and results', 'Other information from Northwind');
    expect(section.length).toBeGreaterThan(15);
    const headless = section
      .slice(1)
      .filter(({ running, text }) => !HEAD_ROW.test(squeezed(`${running} ${text}`)))
      .map(({ number }) => number);
    expect(headless).toEqual([]);
    for (const page of section) {
      const last = [...page.lines].sort((one, other) => one.y - other.y)[0]?.text ?? '';
      expect(last, `page ${String(page.number)}`).not.toMatch(UNFINISHED);
    }
  });
});

describe('4. deviations', () => {
  it('sum to the totals', () => {
    const section = squeezed(
      pagesOf('Criteria, controls, tests and results', 'Other information')
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
    );
    const counts = [...section.matchAll(/Deviation D\d\d For (\d+) of \d+ /g)].map((match) =>
      Number(match[1]),
    );
    expect(counts).toHaveLength(12);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(25);
    expect(words).toContain('25 deviations in the tests of 12 of 59 controls.');
    expect(squeezed(pages[2]?.text ?? '')).toContain('25 deviations');
  });

  it('stand in a block, in the list and in Section V, each linked to the right page', () => {
    const blocks = new Map(
      pages.flatMap((page) =>
        [...page.text.matchAll(/Deviation (D\d\d)/g)].map((match) => [match[1], page.number] as const),
      ),
    );
    const links = pages.flatMap(({ links: all }) => all);
    for (const row of rendered.model.criteria.deviations?.rows ?? []) {
      const toBlock = links.filter((one) => one.words === row.number);
      expect(toBlock.length, row.number).toBeGreaterThanOrEqual(2);
      expect(new Set(toBlock.map(({ page }) => page)), row.number).toEqual(new Set([blocks.get(row.number)]));
    }
    expect(links.filter(({ page }) => page === null)).toEqual([]);
  });
});

describe('5. criteria', () => {
  it('have one heading each', () => {
    const headings = report.bookmarks
      .filter(({ level }) => level === 3)
      .map(({ title }) => title.split(' ')[0]);
    const ids = rendered.model.criteria.series.flatMap((series) => series.criteria.map(({ id }) => id));
    expect(headings.filter((title) => /^(CC|A|C|PI|P)\d/.test(title ?? ''))).toEqual(ids);
  });
});

describe('6. Section I', () => {
  it('prints the elements in order', () => {
    const letter = squeezed(
      pagesOf('Report of the independent service auditor', 'Assertion of management')
        .map(({ text }) => text)
        .join(' '),
    );
    const places = [
      'Report of the independent service auditor',
      'The management and the board of directors of',
      'We examined the description',
      'Subservice organization',
      'Controls of user entities',
      'Information that we did',
      'Our responsibility is to express',
      'We are required to be independent',
      'We obtained an understanding',
      'fail to prevent',
      'stand in Section IV',
      'This concerns criterion CC6.2',
      'In our opinion, in all material respects',
      'This report, including the tests and results',
      'Portland, Oregon',
    ].map((text) => letter.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(letter).toContain('except for');
  });
});

describe('8. wording', () => {
  it('has no open slot, no verdict and no broken spacing', () => {
    expect(words).not.toMatch(/\{\{|\{[a-z]+\}/i);
    expect(words.replaceAll(/certified public accountants/gi, '')).not.toMatch(/certified/i);
    expect(words).not.toMatch(
      /\b(controls?|tests?|criteri\w+) (have |has |was |were |is |are )?(passed|failed|compliant)\b/i,
    );
    expect(words.replaceAll(/( \.)+/g, '')).not.toMatch(/ [,;:](?= )/);
    expect(words).toContain('information and use of Northwind; user entities');
  });

  it('has no heading without text', () => {
    expect(nodes.filter(({ role, isEmpty }) => /^H\d$/.test(role) && isEmpty)).toEqual([]);
  });
});

describe('9. structure', () => {
  it('never skips a heading level', () => {
    const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(levels.length).toBeGreaterThan(100);
    expect(jumps).toEqual([]);
    expect(report.bookmarks).toHaveLength(levels.length);
  });

  it('gives every table heads with words and every figure a description', () => {
    const tables = nodes.filter(({ role }) => role === 'Table');
    expect(tables.length).toBeGreaterThan(60);
    const heads = nodes.filter(({ role }) => role === 'TH');
    expect(heads.filter(({ isEmpty }) => isEmpty)).toEqual([]);
    expect(heads.filter(({ scope }) => !/^\/(Row|Column|Both)$/.test(scope))).toEqual([]);
    const figures = nodes.filter(({ role }) => role === 'Figure');
    expect(figures).toHaveLength(3);
    expect(figures.every(({ alt }) => (alt ?? '').length > 30)).toBe(true);
  });

  it('reads every link out with words', () => {
    expect(pages.flatMap(({ links }) => links).filter(({ readAs }) => readAs === '')).toEqual([]);
  });
});

describe('10. the same again', () => {
  it('gives the same bytes for the same model', async () => {
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const again = await renderSpecimen(specimenFacts());
    expect(digest(again.pdf)).toBe(digest(rendered.pdf));
  });
});
