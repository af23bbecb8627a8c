/** The opinion and its basis in words: parts (a), (b), (c), each with its own result. Source: reference work, e.4. */
import { opinionLabel, opinionParts, overallOpinion, partsInWords } from './report-slots.ts';
import type { NamedPart } from './report-slots.ts';
import { criterionTarget, deviationAnchor, plain } from './report-text.ts';
import type { Block, Span, Spans } from './report-text.ts';
import { numberedDeviations } from './report-numbering.ts';
import { NBSP } from './report-words.ts';
import type { BasisMatter, ReportFacts } from './report-facts.ts';
import type { LetterBlock } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

/** The groups in which parts are told: a qualified part shares the sentence of an unmodified one. */
type OpinionGroup = 'positive' | 'adverse' | 'disclaimer';

/** The opinion: a lead sentence and a lettered list for each run of parts with a like result. */
export function opinionBlocks(facts: ReportFacts, reader: WordingReader): readonly Block[] {
  return runsOf(opinionParts(facts)).flatMap((run): readonly Block[] => {
    const [first] = run;
    if (first === undefined) return [];
    return [
      { kind: 'paragraph', spans: leadOf(run, facts, reader) },
      {
        kind: 'list',
        marker: 'letters',
        start: 'abc'.indexOf(first.letter.charAt(1)) + 1,
        items: clauses(run, reader),
      },
    ];
  });
}

/** The basis for a modified opinion, before the opinion; none for an unmodified one. */
export function basisBlocks(facts: ReportFacts, reader: WordingReader): readonly LetterBlock[] {
  if (overallOpinion(facts) === 'unmodified') return [];
  return [
    {
      elements: ['basis'],
      heading: `Basis for the ${opinionLabel(facts)}`,
      isHeading: true,
      inContents: true,
      anchor: 'basis',
      keepTogether: false,
      blocks: facts.opinion.basis.flatMap((matter) => matterBlocks(matter, facts, reader)),
    },
  ];
}

const groupOf = (part: NamedPart): OpinionGroup =>
  part.result === 'adverse' || part.result === 'disclaimer' ? part.result : 'positive';

function runsOf(parts: readonly NamedPart[]): readonly (readonly NamedPart[])[] {
  const runs: NamedPart[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && groupOf(last) === groupOf(part)) runs.at(-1)?.push(part);
    else runs.push([part]);
  }
  return runs;
}

function leadOf(run: readonly NamedPart[], facts: ReportFacts, reader: WordingReader): Spans {
  const qualified = run.filter((part) => part.result === 'qualified');
  const [first] = run;
  const group = first === undefined ? 'positive' : groupOf(first);
  const variant = group === 'positive' ? (qualified.length > 0 ? 'qualified' : 'unmodified') : group;
  return reader.phrase(`opinion.lead.${variant}`, {
    label: opinionLabel(facts),
    parts: partsInWords(qualified),
    matters: mattersOf(variant === 'qualified' ? qualified : run, facts),
  });
}

function mattersOf(parts: readonly NamedPart[], facts: ReportFacts): string {
  const names = new Set<string>(parts.map((part) => part.part));
  const concerned = facts.opinion.basis.filter((matter) => matter.parts.some((part) => names.has(part)));
  return concerned.length > 1 ? 'the matters' : 'the matter';
}

function clauses(run: readonly NamedPart[], reader: WordingReader): readonly Spans[] {
  return run.map((part, index) => {
    const negative = part.result === 'adverse' ? '.adverse' : '';
    const text = reader.phrase(`opinion.${part.part}${negative}`);
    return [...text, plain(index === run.length - 1 ? '.' : ';')];
  });
}

function matterBlocks(matter: BasisMatter, facts: ReportFacts, reader: WordingReader): readonly Block[] {
  const references = referenceSpans(matter, facts);
  const text = reader.phrase('basis.matter', { statement: matter.statement, effect: matter.effect });
  return [
    { kind: 'paragraph', spans: text },
    ...(references.length === 0 ? [] : [{ kind: 'paragraph' as const, spans: references }]),
  ];
}

/** "This concerns criterion CC6.2 (page 20). See deviation D07 (page 21)." with links. */
function referenceSpans(matter: BasisMatter, facts: ReportFacts): Spans {
  const criteria = linkList(matter.criteria.map((id) => ({ target: criterionTarget(id), text: id })));
  const numbers = numberedDeviations(facts)
    .filter((deviation) => matter.tests.includes(deviation.test.id))
    .map(({ number }) => ({ target: deviationAnchor(number), text: number }));
  return [
    ...(criteria.length === 0
      ? []
      : [
          plain(`This concerns ${criteria.length === 1 ? 'criterion' : 'criteria'}${NBSP}`),
          ...criteria,
          plain('. '),
        ]),
    ...(numbers.length === 0
      ? []
      : [
          plain(`See ${numbers.length === 1 ? 'deviation' : 'deviations'}${NBSP}`),
          ...linkList(numbers),
          plain('.'),
        ]),
  ];
}

function linkList(links: readonly { readonly target: string; readonly text: string }[]): Spans {
  return links.flatMap(({ target, text }, index): Span[] => [
    ...(index === 0 ? [] : [plain(index === links.length - 1 ? ' and ' : ', ')]),
    { kind: 'link', target, text, page: 'brackets' },
  ]);
}
