/** Appendix A, how the samples were drawn, and Appendix B, the record of the document. */
import { controlsInOrder } from './report-numbering.ts';
import { plain, strong } from './report-text.ts';
import type { Span } from './report-text.ts';
import { capitalized, counted, dateOrOpen } from './report-words.ts';
import type { ReportFacts, SampleFacts } from './report-facts.ts';
import type { RecordAppendix, SampleRow, SamplesAppendix } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

const BASES: Readonly<Record<SampleFacts['basis'], string>> = {
  statistical: 'Statistical',
  frequency: 'Frequency',
  judgmental: 'Judgmental',
  all: 'All items',
};

/** Digits of a population digest that the table shows. */
const DIGEST_START = 8;

/** Writes Appendix A; null for Type I, which draws no samples. */
export function writeSamples(facts: ReportFacts, reader: WordingReader): SamplesAppendix | null {
  if (facts.span.type === 'I') return null;
  const drawn = controlsInOrder(facts).flatMap(({ control }) =>
    control.tests.flatMap((test) =>
      test.sample === null ? [] : [{ control: control.id, sample: test.sample }],
    ),
  );
  const algorithms = [...new Set(drawn.flatMap(({ sample }) => sample.algorithm ?? []))];
  const isJudged = drawn.some(({ sample }) => sample.basis === 'frequency' || sample.basis === 'judgmental');
  return {
    title: reader.words('title.samples'),
    introduction: [
      strong('Algorithm '),
      ...algorithms.flatMap((name, index): Span[] => [
        ...(index === 0 ? [] : [plain(', ')]),
        { kind: 'code', text: name },
      ]),
      plain(': '),
      ...reader.phrase('samples.algorithm'),
      ...(isJudged ? [plain(' '), ...reader.phrase('samples.judgment')] : []),
    ],
    rows: drawn.map(({ control, sample }) => sampleRow(control, sample)),
  };
}

function sampleRow(control: string, sample: SampleFacts): SampleRow {
  const basis = BASES[sample.basis];
  return {
    control,
    population: capitalized(sample.population),
    size: sample.populationSize,
    items: sample.items,
    basis: sample.basis === 'all' || sample.method === 'none' ? basis : `${basis}, ${sample.method}`,
    seed: sample.seed,
    digestStart: sample.populationDigest.slice(0, DIGEST_START),
  };
}

/** Writes Appendix B, or Appendix A when no samples were drawn. */
export function writeRecord(facts: ReportFacts, reader: WordingReader): RecordAppendix {
  const { type } = facts.span;
  const { number, replaces } = facts.version;
  const issued = facts.issueDate === null ? '' : `; ${dateOrOpen(facts.issueDate, facts.region)}`;
  return {
    title: reader.words('title.record', { letter: type === 'I' ? 'A' : 'B' }),
    version:
      replaces === null
        ? `${number}; it replaces no other`
        : `${number}; it replaces version ${replaces.number}: ${replaces.reason}`,
    datesLabel: facts.issueDate === null ? 'Report date' : 'Report date, issue date',
    dates: `${capitalized(dateOrOpen(facts.reportDate, facts.region))}${issued}`,
    words: facts.journal.words,
    entries: `${counted(facts.journal.entryCount, 'entry', 'entries')} in the record of work`,
    keyFingerprint: facts.firm.keyFingerprint,
    attachment: reader.words(`record.attachment.${type}`),
    checks: [
      reader.words('record.check.signature'),
      reader.words('record.check.fingerprint'),
      reader.words('record.check.record'),
      ...(type === 'II' ? [reader.words('record.check.sample')] : []),
    ],
  };
}
