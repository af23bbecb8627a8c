/**
 * What a report says, before it is put into words: the input of `composeReport`.
 *
 * All of it is JSON: text, whole numbers, booleans, null, lists and records. Dates are `YYYY-MM-DD`.
 * The order of `criteria` is the order of Section IV; the order of `controls` is the order in which the
 * library or the firm lists them.
 */
import type { PlainDate } from '../../lib/plain-date.ts';

/** A Type I report speaks as of a date, a Type II report about a period (both days included). */
export type ReportSpan =
  | { readonly type: 'I'; readonly asOf: PlainDate }
  | { readonly type: 'II'; readonly from: PlainDate; readonly to: PlainDate };

/** The trust services categories, spelled as they are printed. */
export type ReportCategory =
  'Security' | 'Availability' | 'Processing integrity' | 'Confidentiality' | 'Privacy';

/** How one part of the opinion reads. Source: reference work, e.4. */
export type OpinionResult = 'unmodified' | 'qualified' | 'adverse' | 'disclaimer';

/** The result of part (a), (b) or (c), with the criteria that are not met for it (`DC…` for the description). */
export type PartResult = { readonly result: OpinionResult; readonly criteria: readonly string[] };

/** A matter that led to a modified opinion; printed in the basis paragraph. */
export type BasisMatter = {
  readonly parts: readonly ('description' | 'design' | 'operation')[];
  /** Criteria that are not met because of it; empty for a scope limitation or a description misstatement. */
  readonly criteria: readonly string[];
  /** The tests (`ReportTest.id`) whose deviations led to it. */
  readonly tests: readonly string[];
  /** What was found, in full sentences, past tense. */
  readonly statement: string;
  /** What it means for the criterion or the description, in full sentences. */
  readonly effect: string;
};

/** The opinion by part. `operation` is null for a Type I report and never null for a Type II report. */
export type ReportOpinion = {
  readonly description: PartResult;
  readonly design: PartResult;
  readonly operation: PartResult | null;
  readonly basis: readonly BasisMatter[];
};

/** A control that the design assumes at a user entity (CUEC) or a subservice organization (CSOC). */
export type ComplementaryControl = {
  readonly number: string;
  readonly text: string;
  readonly criteria: readonly string[];
  /** Controls of the client that work together with it. */
  readonly controls: readonly string[];
};

/** A vendor whose controls are needed to meet criteria. Source: reference work, a.3. */
export type SubserviceOrganization = {
  readonly name: string;
  /** What it does, completing "uses {name} to …": "house equipment in two data centers". */
  readonly service: string;
  /** One or two words for the overview: "colocation". */
  readonly serviceShort: string;
  readonly method: 'carveOut' | 'inclusive';
  readonly criteria: readonly string[];
  readonly complementaryControls: readonly ComplementaryControl[];
  /** Controls by which the client watches over it. */
  readonly monitoringControls: readonly string[];
  /** Who signs its own assertion, under the inclusive method; null when it is carved out. */
  readonly assertion: { readonly officers: readonly Officer[]; readonly date: PlainDate | null } | null;
};

/** A principal service commitment or system requirement (DC2). */
export type ReportCommitment = {
  readonly number: string;
  readonly kind: 'commitment' | 'requirement';
  readonly text: string;
  readonly categories: readonly ReportCategory[];
};

/** One group of components (DC3), usually infrastructure, software, people, procedures, data. */
export type ComponentGroup = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Empty when the group is described in words only. */
  readonly rows: readonly { readonly name: string; readonly purpose: string; readonly place: string }[];
};

/** An incident to be told (DC4). */
export type ReportIncident = {
  readonly when: string;
  readonly nature: string;
  readonly effect: string;
  readonly handling: string;
};

/** A change to be told (DC9), with the criteria or controls it concerns. */
export type ReportChange = {
  readonly when: string;
  readonly text: string;
  readonly criteria: readonly string[];
  readonly controls: readonly string[];
};

/** Section III as management gives it. A paragraph is plain text. DC5 to DC8 are completed from the other facts. */
export type DescriptionFacts = {
  readonly services: readonly string[];
  readonly commitmentsIntroduction: readonly string[];
  readonly commitments: readonly ReportCommitment[];
  readonly componentsIntroduction: readonly string[];
  readonly components: readonly ComponentGroup[];
  /** Printed when there is no incident to tell, or before the list. */
  readonly incidentsStatement: readonly string[];
  readonly incidents: readonly ReportIncident[];
  /** How management chose and documents the controls; may be empty. */
  readonly controlsStatement: readonly string[];
  /** What management says about controls at user entities; may be empty. */
  readonly userEntityStatement: readonly string[];
  /** How management watches over subservice organizations; may be empty. */
  readonly subserviceStatement: readonly string[];
  /** What management says about criteria that are not relevant; may be empty. */
  readonly notRelevantStatement: readonly string[];
  /** Type II only; ignored for Type I. */
  readonly changesStatement: readonly string[];
  readonly changes: readonly ReportChange[];
};

/** A criterion of the engagement, in scope or declared not relevant. */
export type ReportCriterion = {
  /** As `CC6.2`. */
  readonly id: string;
  /** As `CC6 Logical and Physical Access Controls`. */
  readonly series: string;
  readonly category: ReportCategory;
  readonly title: string;
  readonly text: string;
  /** The written reason when the criterion is not relevant (DC8), else null. */
  readonly notRelevant: string | null;
  /** False when the criterion was concluded not met for design or operation. */
  readonly met: boolean;
  /** Controls mapped to the criterion, in the order to print. */
  readonly controls: readonly string[];
};

/** How a sample was drawn; the figures of Appendix A. */
export type SampleFacts = {
  readonly population: string;
  readonly populationSize: number;
  readonly items: number;
  readonly basis: 'statistical' | 'frequency' | 'judgmental' | 'all';
  readonly method: 'random' | 'systematic' | 'stratified' | 'haphazard' | 'targeted' | 'none';
  /** The seed as it was recorded; null when every item was tested or nothing was drawn at random. */
  readonly seed: string | null;
  /** Name and version of the algorithm, as `consistent-sampler/1`; null without a draw. */
  readonly algorithm: string | null;
  /** SHA-256 of the population file, 64 hexadecimal digits. */
  readonly populationDigest: string;
};

/** One rule of a comparison of a whole population. Exceptions that are not deviations are never added to totals. */
export type ComparisonRule = {
  readonly rule: string;
  readonly compared: number;
  readonly unit: string;
  readonly exceptions: number;
  readonly deviations: number;
};

/** What a test found. */
export type TestOutcome =
  | { readonly kind: 'noDeviations'; readonly note: string | null }
  /** The event did not occur: not tested, not a deviation, not "effective". `reason` says how that is known. */
  | { readonly kind: 'noOccurrence'; readonly reason: string }
  /** Not tested for another reason, such as a deficient design. */
  | { readonly kind: 'notTested'; readonly reason: string }
  | {
      readonly kind: 'deviations';
      /** Items with a deviation, at least 1, at most the items tested. */
      readonly deviating: number;
      /** Nature, dates or days, and the limit in the control; continues "For k of n items,". No persons, no tickets. */
      readonly nature: string;
      /** What compensating controls were considered; null when the nature says so. */
      readonly compensating: string | null;
      /** Management's response, printed in Section V; null when it gave none. */
      readonly response: string | null;
    };

/** One test of one control. A control with several tests has several, in order. */
export type ReportTest = {
  readonly id: string;
  /** Inquiry and the procedures on design, past tense, full sentences. */
  readonly procedures: string;
  /** What an item is, plural: "employees and contractors who left". */
  readonly itemsNoun: string;
  readonly tested: number;
  readonly populationSize: number;
  /** The verb phrase of the lead sentence: "inspected evidence". */
  readonly leadVerb: string;
  readonly attributes: readonly { readonly key: string; readonly text: string }[];
  readonly comparison: readonly ComparisonRule[];
  readonly outcome: TestOutcome;
  /** Null when nothing was tested. */
  readonly sample: SampleFacts | null;
};

/** A control of the client (or, under the inclusive method, of a subservice organization). */
export type ReportControl = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly nature: 'manual' | 'automated' | 'itDependentManual';
  /** As it is printed: "quarterly", "on each occurrence", "continuous". */
  readonly frequency: string;
  /** Whose control it is; the client's short name or the subservice organization's name. */
  readonly operator: string;
  /** The criterion under which it is tested; null means the first criterion of Section IV that lists it. */
  readonly homeCriterion: string | null;
  /** Empty for Type I. */
  readonly tests: readonly ReportTest[];
};

/** A block of other information in Section V, in management's words. */
export type OtherInformation = { readonly heading: string; readonly paragraphs: readonly string[] };

/** An officer of the client who signs the assertion. */
export type Officer = { readonly name: string; readonly title: string };

/** The firm that reports. */
export type ReportFirm = {
  readonly name: string;
  readonly city: string;
  readonly state: string;
  /** Under the firm name on the cover: "Certified public accountants"; null prints the place only. */
  readonly designation: string | null;
  /** PNG or JPEG bytes as base64, or SVG; at most 150 x 40 pt on the cover. */
  readonly logo: { readonly format: 'png' | 'jpg' | 'svg'; readonly base64: string } | null;
  /** SHA-256 fingerprint of the signing key, hexadecimal; null before a key is chosen. */
  readonly keyFingerprint: string | null;
};

/** What was examined against what. Label data of the engagement, not constants. */
export type ReportStandards = {
  /** As "DC section 200". */
  readonly descriptionCriteria: string;
  /** As "TSP section 100". */
  readonly trustServicesCriteria: string;
  /** As "American Institute of Certified Public Accountants". */
  readonly standardSetter: string;
};

/** Choices of the firm about the order of the report; part of the record. */
export type ReportArrangement = {
  readonly assertionFirst: boolean;
  readonly glance: boolean;
};

/** The journal at the moment of the snapshot. */
export type JournalHead = {
  /** Twelve words that stand for the head digest, easy to read out on the telephone. */
  readonly words: readonly string[];
  readonly entryCount: number;
};

/** Everything that the report says. */
export type ReportFacts = {
  readonly span: ReportSpan;
  /** Region whose date order and spelling are printed. */
  readonly region: 'us' | 'gb';
  readonly version: {
    readonly number: string;
    readonly replaces: { readonly number: string; readonly reason: string } | null;
  };
  /** Null while open (draft). */
  readonly reportDate: PlainDate | null;
  /** The day of the issue, where it was set before the signature; else null, and the report does not print it. */
  readonly issueDate: PlainDate | null;
  readonly firm: ReportFirm;
  readonly client: {
    readonly legalName: string;
    readonly shortName: string;
    /** "The management and the board of directors". */
    readonly addressee: string;
  };
  readonly systemName: string;
  readonly standards: ReportStandards;
  readonly categories: readonly ReportCategory[];
  readonly opinion: ReportOpinion;
  readonly subserviceOrganizations: readonly SubserviceOrganization[];
  readonly userEntityControls: readonly ComplementaryControl[];
  readonly description: DescriptionFacts;
  readonly criteria: readonly ReportCriterion[];
  readonly controls: readonly ReportControl[];
  readonly otherInformation: readonly OtherInformation[];
  readonly assertion: {
    readonly officers: readonly Officer[];
    /** Date of the assertion; null while open. */
    readonly date: PlainDate | null;
    /** Exceptions that management states, in its own words; needed when the opinion is modified. */
    readonly exceptions: readonly string[];
  };
  readonly journal: JournalHead;
  readonly arrangement: ReportArrangement;
};
