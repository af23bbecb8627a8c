/** Tests and their results in words. Counts and nature, never a percentage. Source: reference work, d.5 and e.6. */
import { controlsInOrder, numberedDeviations } from './report-numbering.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { capitalized, count, counted } from './report-words.ts';
import type { ReportFacts, ReportTest } from './report-facts.ts';
import type { ResultCell, TestRow } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

/** The rows of every control, by control. */
export type TestResults = ReadonlyMap<string, readonly TestRow[]>;

/** Puts all tests into words; none for Type I. */
export function testRows(facts: ReportFacts, reader: WordingReader): TestResults {
  if (facts.span.type === 'I') return new Map();
  const numbers = new Map(numberedDeviations(facts).map(({ test, number }) => [test.id, number]));
  return new Map(
    controlsInOrder(facts).map(({ control }) => [
      control.id,
      control.tests.map((test, index) => ({
        id: test.id,
        label: control.tests.length > 1 ? `Test ${String(index + 1)}` : null,
        procedures: test.procedures,
        lead: leadSentence(test),
        attributes: wasTested(test) ? attributesInList(test) : [],
        comparison: comparisonWords(test),
        result: resultCell(test, numbers.get(test.id) ?? '', reader),
      })),
    ]),
  );
}

/** Attributes as items of one sentence: no capital unless an abbreviation, a semicolon after all but the last. */
function attributesInList(test: ReportTest): TestRow['attributes'] {
  return test.attributes.map(({ key, text }, index) => {
    const bare = text.replace(/[.;]\s*$/, '');
    const opening = /^[A-Z][a-z\s]/.test(bare) ? bare.charAt(0).toLowerCase() : bare.charAt(0);
    return { key, text: `${opening}${bare.slice(1)}${index === test.attributes.length - 1 ? '.' : ';'}` };
  });
}

const wasTested = (test: ReportTest): boolean =>
  test.tested > 0 && (test.outcome.kind === 'noDeviations' || test.outcome.kind === 'deviations');

/** "For 20 of 184 employees …, inspected evidence for whether:"; null when nothing was tested. */
function leadSentence(test: ReportTest): string | null {
  if (!wasTested(test)) return null;
  const purpose = test.attributes.length > 0 ? 'for whether:' : 'of the control.';
  if (test.populationSize === 1) return `For the only item (${test.itemsNoun}), ${test.leadVerb} ${purpose}`;
  if (test.tested === test.populationSize) {
    return `${capitalized(test.leadVerb)} for all ${count(test.tested)} ${test.itemsNoun} ${purpose}`;
  }
  const sampled = `${count(test.tested)} of ${count(test.populationSize)} ${test.itemsNoun}`;
  return `For ${sampled}, ${test.leadVerb} ${purpose}`;
}

/** "For 5 of 20 employees and contractors who left," as it opens the words on a deviation. */
export const writtenLead = (test: ReportTest, deviating: number): string =>
  `For ${count(deviating)} of ${count(test.tested)} ${test.itemsNoun},`;

/** Exceptions and deviations of a full comparison, by rule. */
function comparisonWords(test: ReportTest): readonly string[] {
  return test.comparison.map((rule) => {
    const exceptions = counted(rule.exceptions, 'exception', 'exceptions');
    const found =
      rule.exceptions === 0
        ? 'no exceptions'
        : `${exceptions}, of which ${counted(rule.deviations, 'deviation', 'deviations')}`;
    return `${rule.rule}: compared for ${count(rule.compared)} ${rule.unit}; ${found}.`;
  });
}

function resultCell(test: ReportTest, number: string, reader: WordingReader): ResultCell {
  const { outcome } = test;
  switch (outcome.kind) {
    case 'noDeviations':
      return {
        kind: 'clean',
        words: outcome.note ?? reader.words('result.clean'),
        tested: coverage(test),
      };
    case 'noOccurrence':
      return { kind: 'notTested', words: reader.words('result.noOccurrence'), reason: outcome.reason };
    case 'notTested':
      return { kind: 'notTested', words: reader.words('result.notTested'), reason: outcome.reason };
    case 'deviations':
      return {
        kind: 'deviation',
        number,
        deviating: outcome.deviating,
        tested: test.tested,
        lead: writtenLead(test, outcome.deviating),
        nature: outcome.nature,
        compensating: outcome.compensating,
        hasResponse: outcome.response !== null,
        coverage: coverage(test),
      };
    default:
      return assertNever(outcome);
  }
}

function coverage(test: ReportTest): string {
  return test.tested === test.populationSize && test.tested > 1
    ? `All ${count(test.tested)} tested`
    : `${count(test.tested)} of ${count(test.populationSize)} tested`;
}
