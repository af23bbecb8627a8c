/**
 * The figures of a report as data, attached to the document so that a reader's program can check them.
 *
 * Sizes, deviations, digests and the journal head; no client text beyond names of controls and populations.
 */
import { controlsInOrder, numberedDeviations, relevantCriteria } from './report-numbering.ts';
import { opinionParts } from './report-slots.ts';
import type { OpinionResult, ReportFacts, ReportSpan, SampleFacts } from './report-facts.ts';

/** The attached data, canonical JSON. */
export type ReportFigures = {
  readonly schema: 'tickmark-report-figures/1';
  /** SHA-256 of the canonical model, as on every page; null in a draft. */
  readonly recordNumber: string | null;
  readonly version: string;
  readonly span: ReportSpan;
  readonly client: string;
  readonly system: string;
  readonly opinion: readonly {
    readonly part: string;
    readonly result: OpinionResult;
    readonly criteria: readonly string[];
  }[];
  readonly criteria: readonly {
    readonly id: string;
    readonly met: boolean;
    readonly controls: readonly string[];
  }[];
  readonly tests: readonly {
    readonly id: string;
    readonly control: string;
    readonly tested: number;
    readonly populationSize: number;
    readonly deviating: number;
    readonly deviation: string | null;
    readonly outcome: string;
    readonly sample: SampleFacts | null;
  }[];
  readonly deviations: number;
  readonly journal: { readonly words: readonly string[]; readonly entryCount: number };
  readonly keyFingerprint: string | null;
};

/** Collects the figures that the report prints. */
export function reportFigures(facts: ReportFacts, recordNumber: string | null): ReportFigures {
  const numbers = new Map(numberedDeviations(facts).map(({ test, number }) => [test.id, number]));
  const tests = controlsInOrder(facts).flatMap(({ control }) =>
    (facts.span.type === 'I' ? [] : control.tests).map((test) => ({
      id: test.id,
      control: control.id,
      tested: test.tested,
      populationSize: test.populationSize,
      deviating: test.outcome.kind === 'deviations' ? test.outcome.deviating : 0,
      deviation: numbers.get(test.id) ?? null,
      outcome: test.outcome.kind,
      sample: test.sample,
    })),
  );
  return {
    schema: 'tickmark-report-figures/1',
    recordNumber,
    version: facts.version.number,
    span: facts.span,
    client: facts.client.legalName,
    system: facts.systemName,
    opinion: opinionParts(facts).map(({ part, result, criteria }) => ({ part, result, criteria })),
    criteria: relevantCriteria(facts).map(({ id, met, controls }) => ({ id, met, controls })),
    tests,
    deviations: tests.reduce((sum, test) => sum + test.deviating, 0),
    journal: facts.journal,
    keyFingerprint: facts.firm.keyFingerprint,
  };
}
