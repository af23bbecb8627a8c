/**
 * The report as data, ready to be typeset: every sentence, number and link, but no measure and no page.
 *
 * `composeReport` makes it from `ReportFacts`. It is plain JSON, so its canonical digest is the record number of
 * the report: the same for Letter and A4, for every recipient and for every later rendering.
 */
import type { Anchor, Block, DescriptionBlock, Spans } from './report-text.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import type { OpinionResult, ReportFirm, ReportSpan } from './report-facts.ts';

/** Marks of the required elements of the auditor's report. Source: reference work, e.2, in its order. */
export type LetterElement =
  | 'title'
  | 'addressee'
  | 'scope'
  | 'subservice'
  | 'userEntityControls'
  | 'otherInformation'
  | 'clientResponsibilities'
  | 'auditorResponsibilities'
  | 'independence'
  | 'nature'
  | 'inherentLimitations'
  | 'operationNotExamined'
  | 'testsReference'
  | 'opinion'
  | 'basis'
  | 'restrictedUse'
  | 'signature';

/** One block of a letter: side heading and text. */
export type LetterBlock = {
  /** The required elements that this block carries; empty for a block of the firm's own. */
  readonly elements: readonly LetterElement[];
  readonly heading: string;
  /** False for a label such as "To" that is no heading. */
  readonly isHeading: boolean;
  /** True for the blocks that the contents list ("Basis", "Opinion"). */
  readonly inContents: boolean;
  /** Anchor of the block, when something links to it. */
  readonly anchor: Anchor | null;
  readonly blocks: readonly Block[];
  /** True: the whole block stays on one page (opinion). */
  readonly keepTogether: boolean;
};

/** A letter of Section I or II. The last block and the signature stay on one page. */
export type Letter = {
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  readonly signature: {
    readonly elements: readonly LetterElement[];
    /** The firm's or client's name as written by hand. */
    readonly hand: string;
    /** Names, titles, place, date. */
    readonly lines: readonly string[];
    /** Officers beside each other; empty for the auditor. */
    readonly officers: readonly { readonly name: string; readonly title: string }[];
  };
};

/** One part of Section III. */
export type DescriptionPart = {
  readonly dc: string;
  readonly heading: string;
  readonly anchor: Anchor;
  readonly blocks: readonly DescriptionBlock[];
};

/** What stands in a result cell. */
export type ResultCell =
  | { readonly kind: 'clean'; readonly words: string; readonly tested: string }
  | { readonly kind: 'notTested'; readonly words: string; readonly reason: string }
  | {
      readonly kind: 'deviation';
      /** As `D07`. */
      readonly number: string;
      readonly deviating: number;
      readonly tested: number;
      /** "For 5 of 20 employees and contractors who left," */
      readonly lead: string;
      readonly nature: string;
      readonly compensating: string | null;
      readonly hasResponse: boolean;
      /** Grey line below: "20 of 184 tested". */
      readonly coverage: string;
    };

/** One test in the table of a criterion. */
export type TestRow = {
  readonly id: string;
  /** "Test 1", or null when the control has one test. */
  readonly label: string | null;
  readonly procedures: string;
  /** The lead sentence with its colon; null when nothing was tested. */
  readonly lead: string | null;
  readonly attributes: readonly { readonly key: string; readonly text: string }[];
  /** Rows of a full comparison, in words; may be empty. */
  readonly comparison: readonly string[];
  readonly result: ResultCell;
};

/** A control under its home criterion. */
export type HomeControl = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** "IT-dependent manual, quarterly". */
  readonly nature: string;
  readonly operator: string;
  /** Other criteria that the control serves, as criterion identifiers. */
  readonly alsoServes: readonly string[];
  /** Empty for Type I. */
  readonly tests: readonly TestRow[];
};

/** A control under a criterion that is not its home. */
export type AlsoServesRow = {
  readonly control: string;
  readonly title: string;
  readonly homeCriterion: string;
  /** The result of the home row; null for Type I. */
  readonly result: {
    readonly words: string;
    /** "3 of 16" with its deviation number, one per test with deviations. */
    readonly deviations: readonly { readonly count: string; readonly number: string }[];
  } | null;
};

/** One criterion in Section IV. */
export type CriterionSection = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** True when the opinion is modified because of it. */
  readonly named: boolean;
  /** Sentences between criterion text and table: qualification, not relevant, subservice organization. */
  readonly notes: readonly { readonly emphasis: boolean; readonly spans: Spans }[];
  readonly home: readonly HomeControl[];
  readonly alsoServes: readonly AlsoServesRow[];
};

/** A series of criteria, as "CC6 Logical and Physical Access Controls". */
export type SeriesSection = {
  readonly title: string;
  readonly anchor: Anchor;
  readonly criteria: readonly CriterionSection[];
};

/** A row of the list of deviations. */
export type DeviationRow = {
  readonly number: string;
  readonly control: string;
  readonly controlTitle: string;
  readonly homeCriterion: string;
  readonly deviating: number;
  readonly tested: number;
  readonly lead: string;
  readonly nature: string;
  readonly response: string | null;
};

/** Section IV. */
export type CriteriaSection = {
  readonly title: string;
  readonly introduction: readonly Block[];
  /** Heads of the columns of the main table. */
  readonly columns: readonly string[];
  /** Null for Type I. */
  readonly deviations: {
    /** "25 deviations in the tests of 12 of 59 controls". */
    readonly summary: string;
    readonly total: number;
    readonly rows: readonly DeviationRow[];
  } | null;
  readonly series: readonly SeriesSection[];
};

/** Section V. */
export type OtherInformationSection = {
  readonly title: string;
  readonly notice: Spans;
  readonly responsesHeading: string;
  /** One for every deviation, in order; `text` is null where no response was given. */
  readonly responses: readonly {
    readonly number: string;
    readonly control: string;
    readonly finding: string;
    readonly text: string | null;
  }[];
  readonly other: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
};

/** One part of the opinion on the glance page. */
export type GlancePart = {
  readonly part: string;
  readonly subject: string;
  readonly result: OpinionResult;
  readonly label: string;
  readonly words: Spans;
};

/** A box in the map of criteria. */
export type GlanceBox = {
  readonly id: string;
  readonly state: 'clear' | 'deviations' | 'named' | 'notRelevant';
};

/** The one-page overview. Numbers only; no sentence that judges. */
export type Glance = {
  readonly notice: { readonly lead: string; readonly text: string };
  readonly parts: readonly GlancePart[];
  readonly time: {
    readonly heading: string;
    readonly span: ReportSpan;
    readonly reportDate: PlainDate | null;
    readonly words: string;
    readonly below: string;
    /** Days from the start of the first month shown; whole numbers for the drawing. */
    readonly axis: {
      readonly days: number;
      readonly ticks: readonly number[];
      readonly from: number;
      readonly to: number;
      readonly report: number | null;
    };
    readonly labels: { readonly from: string; readonly to: string; readonly report: string | null };
    readonly altText: string;
  };
  readonly categories: readonly { readonly name: string; readonly applying: number; readonly all: number }[];
  readonly notRelevant: Spans | null;
  /** Null for Type I. */
  readonly tests: {
    readonly clean: number;
    readonly deviating: number;
    readonly notOccurring: number;
    /** Why those were not tested: no occurrence, or where any was left untested for another reason, that they were not. */
    readonly notOccurringWords: string;
    readonly deviations: number;
    readonly altText: string;
  } | null;
  readonly others: readonly Spans[];
  readonly map: {
    readonly heading: string;
    readonly rows: readonly (readonly (readonly GlanceBox[])[])[];
    readonly legend: readonly { readonly state: GlanceBox['state']; readonly words: string }[];
    readonly altText: string;
  };
  readonly checks: readonly { readonly lead: string; readonly text: Spans }[];
};

/** A row of Appendix A. */
export type SampleRow = {
  readonly control: string;
  readonly population: string;
  readonly size: number;
  readonly items: number;
  /** "Frequency, random". */
  readonly basis: string;
  readonly seed: string | null;
  /** First 8 digits. */
  readonly digestStart: string;
};

/** Appendix A; only Type II. */
export type SamplesAppendix = {
  readonly title: string;
  readonly introduction: Spans;
  readonly rows: readonly SampleRow[];
};

/** Appendix B. The record number itself is added when the report is rendered. */
export type RecordAppendix = {
  readonly title: string;
  readonly version: string;
  readonly datesLabel: string;
  readonly dates: string;
  readonly words: readonly string[];
  readonly entries: string;
  readonly keyFingerprint: string | null;
  readonly attachment: string;
  readonly checks: readonly string[];
};

/** The cover. */
export type Cover = {
  readonly firm: Pick<ReportFirm, 'name' | 'designation' | 'logo'>;
  readonly place: string;
  readonly client: string;
  readonly kind: string;
  readonly subtitle: string;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly strong: boolean }[];
};

/** The parts of the report in the order in which they are printed. */
export type SectionName = 'auditor' | 'assertion' | 'description' | 'criteria' | 'other';

/** The whole report. */
export type ReportModel = {
  readonly schema: 'report-model/1';
  readonly type: 'I' | 'II';
  readonly region: 'us' | 'gb';
  /** For the title of the document. */
  readonly documentTitle: string;
  readonly author: string;
  /** Short words for the running header: client, "SOC 2 Type II". */
  readonly runningHead: { readonly client: string; readonly kind: string };
  readonly versionLabel: string;
  /** Null while open; the date of the document. */
  readonly reportDate: PlainDate | null;
  /** Last day that the report speaks of; dates a draft. */
  readonly spanEnd: PlainDate;
  readonly order: readonly SectionName[];
  readonly cover: Cover;
  readonly glance: Glance | null;
  readonly auditorsReport: Letter;
  /** Management's assertion, then that of each subservice organization that is included. */
  readonly assertions: readonly Letter[];
  readonly description: { readonly title: string; readonly parts: readonly DescriptionPart[] };
  readonly criteria: CriteriaSection;
  readonly other: OtherInformationSection | null;
  readonly samples: SamplesAppendix | null;
  readonly record: RecordAppendix;
};
