/**
 * The re-performance kit as data: everything a person without this program needs to draw every sample again, compute
 * every size, rate and limit again, and hash every file again. All of it is canonical JSON: text, whole numbers, flags,
 * null, lists and records. `resources/reperformance/README.txt` tells its reader what each part is.
 */
import type { Row } from '../journal/entities.ts';
import type { FilterRule } from '../population/population-filter.ts';
import type { GuidanceRule } from '../sampling/frequency-guidance.ts';
import type { AllocatedStratum } from '../sampling/plan-allocation.ts';

/** A file of the kit beside its index. */
export interface KitFile {
  /** Path inside the kit, with `/`. */
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A client's list. Its rows stand in a file of their own, whose SHA-256 is the digest recorded at the import. */
export interface KitPopulation {
  readonly id: string;
  readonly control: string;
  readonly title: string;
  readonly status: Row<'population'>['status'];
  /** One row a line: `[row number, key, day, kept, [cells]]`. */
  readonly rows: string;
  readonly rowsSha256: string | null;
  readonly populationSha256: string | null;
  readonly reconciledSha256: string | null;
  readonly fileSha256: string | null;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  readonly dateColumn: string | null;
  readonly stratumColumn: string | null;
  readonly rowsInFile: number;
  readonly recordCount: number;
  readonly statedCount: number | null;
  readonly filters: readonly (FilterRule & {
    readonly code: string;
    readonly reason: string;
    readonly removedRows: number;
  })[];
}

/** A plan with its author, approval and draw; persons by their initials. */
export interface KitPlan {
  readonly id: string;
  readonly parentId: string | null;
  readonly basis: Row<'samplePlan'>['basis'];
  readonly method: Row<'samplePlan'>['method'];
  /** Risk, tolerable and expected rate in basis points; `null` where the basis is not statistical. */
  readonly rates: {
    readonly risk: number;
    readonly tolerableRate: number;
    readonly expectedRate: number;
  } | null;
  /** The rule of the guidance table that gave the size; `null` where the basis is another. */
  readonly guidance: GuidanceRule | null;
  /** For a top-up: records and items of the lists before it, which the same rule covers; else `null`. */
  readonly interim: { readonly records: number; readonly items: number } | null;
  readonly computedSize: number;
  readonly chosenSize: number;
  readonly overrideReason: string | null;
  readonly seed: string | null;
  readonly algorithm: string | null;
  readonly stratumColumn: string | null;
  /** The auditor's own division among the strata; `null` where it follows their records. */
  readonly allocation: readonly AllocatedStratum[] | null;
  readonly chosenKeys: readonly string[];
  readonly selectionReason: string | null;
  readonly stopRule: string | null;
  readonly status: Row<'samplePlan'>['status'];
  readonly statusReason: string | null;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  readonly drawnBy: string | null;
  readonly drawnAt: string | null;
  readonly drawnPopulationSha256: string | null;
  readonly drawnPopulationCount: number | null;
}

/** A result of an item for an attribute, with the SHA-256 of each file that it rests on. */
export interface KitResult {
  readonly attribute: string;
  readonly result: Row<'attributeResult'>['result'];
  readonly testedOn: string;
  readonly evidence: readonly string[];
}

/** An item in the sequence of its family; `ordinal` is its place in it. */
export interface KitItem {
  readonly id: string;
  readonly planId: string;
  readonly ordinal: number;
  readonly key: string;
  readonly rowNumber: number;
  readonly occurredOn: string | null;
  readonly stratum: string | null;
  readonly status: Row<'sampleItem'>['status'];
  /** Id of the item whose place it took. */
  readonly replacementOf: string | null;
  readonly replacementReason: string | null;
  readonly evidence: readonly string[];
  readonly results: readonly KitResult[];
}

/** What the program states of a sample: to be computed again. The limit is exact: millionths, or records. */
export interface KitRate {
  readonly items: number;
  readonly deviating: number;
  readonly limit:
    | { readonly distribution: 'binomial'; readonly millionths: number }
    | { readonly distribution: 'hypergeometric'; readonly count: number }
    | null;
  readonly supportsReliance: boolean | null;
}

/** A first plan with everything that expands it: one sequence of items, drawn under one seed. */
export interface KitFamily {
  /** The test of the report that shows it; `null` where it is superseded. */
  readonly figure: string | null;
  readonly populationId: string;
  readonly plans: readonly KitPlan[];
  readonly items: readonly KitItem[];
  readonly rate: KitRate | null;
}

/** An operating test with its samples, superseded ones included. */
export interface KitTest {
  readonly control: string;
  readonly workpaper: string;
  readonly frequency: string;
  readonly risk: 'low' | 'high';
  readonly conclusion: Row<'test'>['conclusion'];
  /** The test of the report where it rests on no sample; `null` where the samples have theirs. */
  readonly figure: string | null;
  /** Attributes with the number of results of each kind over the items under test. */
  readonly attributes: readonly {
    readonly key: string;
    readonly text: string;
    readonly pass: number;
    readonly deviation: number;
    readonly notApplicable: number;
  }[];
  readonly families: readonly KitFamily[];
  /** Standing deviations; `itemId` and `attribute` are `null` where one concerns the test as a whole. */
  readonly deviations: readonly {
    readonly code: string;
    readonly itemId: string | null;
    readonly attribute: string | null;
    readonly status: Row<'deviation'>['status'];
    readonly evidence: readonly string[];
  }[];
}

/** A file on record; `path` is its place in the kit, `null` where the kit was made without evidence. */
export interface KitEvidence {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly path: string | null;
}

/** `kit.json`. */
export interface KitIndex {
  readonly schema: 'tickmark-kit/1';
  readonly firm: string;
  readonly client: string;
  readonly system: string;
  readonly type: 'I' | 'II';
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly journal: { readonly head: string; readonly entries: number };
  readonly files: readonly KitFile[];
  readonly populations: readonly KitPopulation[];
  readonly tests: readonly string[];
  readonly evidence: readonly KitEvidence[];
  /** The signed report and the figures attached to it; `null` before a report is signed. */
  readonly report: {
    readonly version: number;
    readonly pdf: string;
    readonly pdfSha256: string;
    readonly figures: string;
    readonly recordNumber: string | null;
  } | null;
}
