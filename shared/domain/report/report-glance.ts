/** The page "Report at a glance": facts repeated from elsewhere, with links; no sentence that judges. */
import { glanceMap } from './report-glance-map.ts';
import { glanceTime } from './report-glance-time.ts';
import { controlsInOrder, numberedDeviations } from './report-numbering.ts';
import { carvedOut, opinionParts } from './report-slots.ts';
import type { NamedPart } from './report-slots.ts';
import { criterionAnchor, criterionTarget, partAnchor, plain, strong } from './report-text.ts';
import type { Span, Spans } from './report-text.ts';
import { count, countWord, counted } from './report-words.ts';
import type { OpinionResult, ReportControl, ReportFacts } from './report-facts.ts';
import type { Glance, GlancePart } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

const SUBJECTS: Readonly<Record<NamedPart['part'], string>> = {
  description: 'Description of the system',
  design: 'Design of controls',
  operation: 'Operation of controls',
};

const LABELS: Readonly<Record<OpinionResult, string>> = {
  unmodified: 'Unmodified',
  qualified: 'Qualified',
  adverse: 'Adverse',
  disclaimer: 'No opinion',
};

/** Characters of the key fingerprint that are shown where the whole is elsewhere. */
const FINGERPRINT_START = 16;

/** Writes the overview; null when the firm leaves it out. */
export function writeGlance(facts: ReportFacts, reader: WordingReader): Glance | null {
  if (!facts.arrangement.glance) return null;
  return {
    notice: { lead: reader.words('glance.lead'), text: reader.words('glance.notice') },
    parts: opinionParts(facts).map((part) => glancePart(part)),
    time: glanceTime(facts),
    categories: categoryRows(facts),
    notRelevant: notRelevantWords(facts),
    tests: facts.span.type === 'I' ? null : testCounts(facts),
    others: [subserviceWords(facts), ...userEntityWords(facts)],
    map: glanceMap(facts),
    checks: checkSteps(facts, reader),
  };
}

function glancePart(part: NamedPart): GlancePart {
  return {
    part: `Part ${part.letter}`,
    subject: SUBJECTS[part.part],
    result: part.result,
    label: LABELS[part.result],
    words: partWords(part),
  };
}

function partWords(part: NamedPart): Spans {
  const links = part.criteria.flatMap((id, index): Span[] => [
    ...(index === 0 ? [] : [plain(', ')]),
    { kind: 'link', target: criterionTarget(id), text: id, page: 'none' },
  ]);
  const noun = part.criteria.length === 1 ? 'criterion ' : 'criteria ';
  switch (part.result) {
    case 'unmodified':
      return [plain(UNMODIFIED_WORDS[part.part])];
    case 'qualified':
      return links.length === 0 ? [plain('See the basis')] : [plain(`Except for ${noun}`), ...links];
    case 'adverse':
      return links.length === 0 ? [plain('See the basis')] : [plain(`Not met: ${noun}`), ...links];
    case 'disclaimer':
      return [plain('See the basis')];
  }
}

const UNMODIFIED_WORDS: Readonly<Record<NamedPart['part'], string>> = {
  description: 'Presented fairly',
  design: 'Suitable for the criteria',
  operation: 'Effective for the criteria',
};

function categoryRows(facts: ReportFacts): Glance['categories'] {
  return facts.categories.map((name) => {
    const all = facts.criteria.filter((criterion) => criterion.category === name);
    return {
      name,
      applying: all.filter((criterion) => criterion.notRelevant === null).length,
      all: all.length,
    };
  });
}

function notRelevantWords(facts: ReportFacts): Spans | null {
  const left = facts.criteria.filter((criterion) => criterion.notRelevant !== null);
  if (left.length === 0) return null;
  const verb = left.length === 1 ? 'criterion is' : 'criteria are';
  return [
    plain(`${countWord(left.length)} ${verb} not relevant: `),
    ...left.flatMap((criterion, index): Span[] => [
      ...(index === 0 ? [] : [plain(', ')]),
      { kind: 'link', target: criterionAnchor(criterion.id), text: criterion.id, page: 'none' },
    ]),
    plain(' ('),
    { kind: 'page', target: partAnchor(8) },
    plain(').'),
  ];
}

function testCounts(facts: ReportFacts): NonNullable<Glance['tests']> {
  const controls = controlsInOrder(facts).map(({ control }) => control);
  const kinds = controls.map(kindOf);
  const isNothingElse = controls
    .filter((control) => kindOf(control) === 'idle')
    .every((control) => control.tests.every((test) => test.outcome.kind === 'noOccurrence'));
  const clean = kinds.filter((kind) => kind === 'clean').length;
  const deviating = kinds.filter((kind) => kind === 'deviating').length;
  const notOccurring = kinds.length - clean - deviating;
  const deviations = numberedDeviations(facts).reduce((sum, { outcome }) => sum + outcome.deviating, 0);
  return {
    clean,
    deviating,
    notOccurring,
    deviations,
    notOccurringWords: isNothingElse ? 'no occurrence in the period' : 'not tested',
    altText: `Bar of ${counted(kinds.length, 'control', 'controls')}: ${count(clean)} with no deviations noted, ${count(deviating)} with deviations, ${count(notOccurring)} not tested.`,
  };
}

function kindOf(control: ReportControl): 'clean' | 'deviating' | 'idle' {
  const kinds = control.tests.map((test) => test.outcome.kind);
  if (kinds.includes('deviations')) return 'deviating';
  return kinds.includes('noDeviations') ? 'clean' : 'idle';
}

function subserviceWords(facts: ReportFacts): Spans {
  const all = facts.subserviceOrganizations;
  if (all.length === 0)
    return [strong('No subservice organization'), plain(' is needed to meet the criteria.')];
  const left = carvedOut(facts);
  const method =
    left.length === all.length ? 'carved out' : left.length === 0 ? 'included' : 'carved out or included';
  const noun = all.length === 1 ? 'subservice organization' : 'subservice organizations';
  const names = all.map((one) => `${one.name}, ${one.serviceShort}`).join('; ');
  const examined =
    left.length === 0
      ? ' Its controls were examined ('
      : left.length === all.length
        ? ` ${all.length === 1 ? 'Its' : 'Their'} controls were not examined (`
        : ` The controls of ${left.map((one) => one.name).join(', ')} were not examined (`;
  return [
    strong(`${count(all.length)} ${noun}, ${method}:`),
    plain(` ${names}.${all.length > 1 && left.length === 0 ? ' Their controls were examined (' : examined}`),
    { kind: 'page', target: partAnchor(7) },
    plain(').'),
  ];
}

function userEntityWords(facts: ReportFacts): readonly Spans[] {
  const number = facts.userEntityControls.length;
  if (number === 0) return [];
  const isOne = number === 1;
  return [
    [
      strong(`${count(number)} user entity ${isOne ? 'control' : 'controls'}`),
      plain(
        ` ${isOne ? 'is' : 'are'} assumed in the design: a user has to operate ${isOne ? 'it' : 'them'} (`,
      ),
      { kind: 'page', target: partAnchor(6) },
      plain(').'),
    ],
  ];
}

function checkSteps(facts: ReportFacts, reader: WordingReader): Glance['checks'] {
  const fingerprint = facts.firm.keyFingerprint;
  return [
    { lead: '1. Signature.', text: reader.phrase('glance.check.signature') },
    {
      lead: '2. Signer.',
      text: [
        ...reader.phrase('glance.check.signer'),
        fingerprint === null
          ? plain('none before signing.')
          : { kind: 'code', text: `${fingerprint.slice(0, FINGERPRINT_START)}…` },
      ],
    },
    {
      lead: '3. Record.',
      text: [...reader.phrase('glance.check.record'), { kind: 'page', target: 'section-record' }, plain('.')],
    },
  ];
}
