import type { EvidenceKind, ControlFrequency, ControlNature } from './demo-data.ts';
import type { Company } from './company.ts';

/** Everything that the fictional client hands over and the auditor needs to write down, as one walkable description. */
export interface SampleInputs {
  readonly folder: string;
  readonly company: Company;
  /** Criteria in scope: 33 common, availability and confidentiality. */
  readonly criteria: readonly string[];
  readonly controls: readonly SampleControl[];
  /** One test of operation for each control, in the order of the controls. */
  readonly tests: readonly SampleTest[];
  readonly criterionConclusions: readonly SampleCriterionConclusion[];
  readonly requests: readonly SampleRequest[];
  readonly evidence: readonly SampleEvidence[];
  readonly letters: readonly SampleLetter[];
}

export interface SampleControl {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly ownerTitle: string;
  readonly nature: ControlNature;
  readonly type: 'preventive' | 'detective' | 'corrective';
  readonly frequency: ControlFrequency;
  readonly criteria: readonly { readonly id: string; readonly role: 'primary' | 'supporting' }[];
  readonly design: SampleDesign;
}

export interface SampleDesign {
  readonly procedures: readonly {
    readonly nature: 'inquiry' | 'observation' | 'inspection' | 'reperformance';
    readonly text: string;
    readonly result: string;
  }[];
  readonly instance: string;
  readonly instanceDate: string;
  readonly evidenceIds: readonly string[];
  readonly conclusion: string;
}

/** How the test of operation is built: a large list, a short list of occurrences, settings of a program, or no occurrence. */
export type SampleTestKind = 'population' | 'occurrences' | 'automated' | 'none';

export interface SampleTest {
  readonly controlId: string;
  readonly kind: SampleTestKind;
  readonly population: SamplePopulation;
  readonly plan: SamplePlan;
  readonly attributes: readonly { readonly key: string; readonly text: string }[];
  /** Drawn items in draw order, each with a result for every attribute. */
  readonly items: readonly SampleItem[];
  readonly deviations: readonly SampleDeviation[];
  readonly conclusion: 'effective' | 'effectiveWithDeviations' | 'didNotOperate';
  readonly conclusionText: string;
  /** For an automated control: how it is known that the setting stayed the same. */
  readonly changeHistory: string | null;
  /** Why a quarter of the period holds no item; null where each quarter holds one. */
  readonly coverageNote: string | null;
}

export interface SamplePopulation {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly sheet: string | null;
  readonly keyColumn: string;
  readonly dateColumn: string;
  /** Rows of the file without the header. */
  readonly rows: number;
  /** Rows that belong to the period, after the recorded filter. */
  readonly rowsInPeriod: number;
  readonly filter: {
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly removes: number;
    readonly reason: string;
  } | null;
  readonly gapExplanation: string | null;
  readonly blemishes: readonly string[];
  readonly ipe: SampleIpe;
}

/** Facts on the information produced by the entity: where the list comes from and how it was held against other records. */
export interface SampleIpe {
  readonly sourceSystem: string;
  readonly query: string;
  readonly extractedBy: string;
  readonly extractedAt: string;
  readonly countOnScreen: number;
  readonly completeness: { readonly method: 'reconcileToIndependentSource'; readonly detail: string };
  readonly accuracy: {
    readonly method: 'sampleToSource';
    readonly detail: string;
    readonly keys: readonly string[];
  };
  readonly evidenceIds: readonly string[];
}

export interface SamplePlan {
  readonly basis: 'frequencyGuidance' | 'statistical' | 'all' | 'oneInstance';
  readonly method: 'simpleRandom';
  readonly size: number;
  readonly seed: string;
  /** Basis points (500 = 5%); only with the statistical basis. */
  readonly rates: { readonly risk: number; readonly tolerable: number; readonly expected: number } | null;
}

export type AttributeOutcome = 'pass' | 'deviation' | 'notApplicable';

export interface SampleItem {
  readonly key: string;
  readonly date: string;
  readonly results: Readonly<Record<string, AttributeOutcome>>;
  readonly evidenceIds: readonly string[];
}

export interface SampleDeviation {
  readonly key: string;
  readonly attribute: string;
  readonly date: string;
  readonly nature: string;
  readonly cause: string;
  readonly isolated: 'yes' | 'no';
  readonly extent: string;
  readonly effect: string;
  readonly compensating: readonly string[];
  readonly managementResponse: string;
}

export interface SampleEvidence {
  readonly id: string;
  readonly file: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly source: string;
  readonly controlId: string;
  /** What the file is for: the design walkthrough, the list's own origin, or the operation of the control. */
  readonly use: 'walkthrough' | 'population' | 'operation';
  readonly receivedAt: string;
  /** The dates that the file speaks for. */
  readonly from: string;
  readonly to: string;
}

export interface SampleLetter {
  readonly kind: 'engagement' | 'assertion' | 'representation';
  readonly engagement: 'I' | 'II';
  readonly file: string;
  readonly date: string;
  readonly signatories: readonly { readonly name: string; readonly title: string }[];
}

/** The conclusion on a criterion of the Type II engagement; for Type I every criterion is `met` by design. */
export interface SampleCriterionConclusion {
  readonly criterionId: string;
  readonly result: 'met' | 'metWithDeviations';
  readonly rationale: string;
  readonly reliesOnCuec: boolean;
  readonly reliesOnCsoc: boolean;
}

/** What the auditor asks the client for. */
export interface SampleRequest {
  readonly code: string;
  readonly controlId: string;
  readonly description: string;
  readonly dueDate: string;
}
