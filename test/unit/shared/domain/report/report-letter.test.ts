import { describe, expect, it } from 'vitest';
import {
  BASIS_ANCHOR,
  auditorsReport,
  block,
  blockFrom,
  organizationSlots,
  otherContents,
  subserviceBlocks,
  writeAuditorsReport,
} from '../../../../../shared/domain/report/report-letter.ts';
import type { Letter, LetterElement } from '../../../../../shared/domain/report/report-model.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import type { SpecimenOptions } from '../../../../helpers/specimen-report.ts';
import { letterText } from '../../../../helpers/letter-text.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

function letterOf(options: SpecimenOptions): Letter {
  const written = auditorsReport(specimenFacts(options), specimenWording);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

const elementsOf = (letter: Letter): readonly LetterElement[] => [
  ...letter.blocks.flatMap((one) => one.elements),
  ...letter.signature.elements,
];

/** The elements of e.2 in the order of the letter; the basis stands before the opinion. */
const ALWAYS_BEFORE: readonly LetterElement[] = ['title', 'addressee', 'scope'];
const RESPONSIBILITIES: readonly LetterElement[] = [
  'clientResponsibilities',
  'auditorResponsibilities',
  'independence',
  'nature',
  'inherentLimitations',
];
const END: readonly LetterElement[] = ['opinion', 'restrictedUse', 'signature'];

describe('the required elements of e.2', () => {
  const cases: readonly (readonly [string, SpecimenOptions, readonly LetterElement[]])[] = [
    [
      'Type II, qualified, carved out, user entity controls, responses',
      {},
      [
        ...ALWAYS_BEFORE,
        'subservice',
        'userEntityControls',
        'otherInformation',
        ...RESPONSIBILITIES,
        'testsReference',
        'basis',
        ...END,
      ],
    ],
    [
      'Type I, unmodified, nothing complementary, no other information',
      { type: 'I', method: 'none', userEntityControls: false },
      [...ALWAYS_BEFORE, ...RESPONSIBILITIES, 'operationNotExamined', ...END],
    ],
    [
      'Type I, qualified, included organization, other information',
      {
        type: 'I',
        opinion: 'qualified',
        method: 'inclusive',
        userEntityControls: false,
        otherInformation: true,
      },
      [
        ...ALWAYS_BEFORE,
        'subservice',
        'otherInformation',
        ...RESPONSIBILITIES,
        'operationNotExamined',
        'basis',
        ...END,
      ],
    ],
    [
      'Type II, disclaimer',
      { opinion: 'disclaimer', method: 'none' },
      [
        ...ALWAYS_BEFORE,
        'userEntityControls',
        'otherInformation',
        ...RESPONSIBILITIES,
        'testsReference',
        'basis',
        ...END,
      ],
    ],
  ];

  it.each(cases)('stand in order: %s', (_, options, expected) => {
    expect(elementsOf(letterOf(options))).toEqual(expected);
  });

  it('have the word "independent" in the title and the firm, place and date at the end', () => {
    const letter = letterOf({});
    expect(letter.title).toMatch(/\bindependent\b/);
    expect(letter.signature.lines).toEqual([
      'Example & Company LLP',
      'Portland, Oregon',
      'November\u00a013, 2026',
    ]);
    expect(letterOf({ draft: true }).signature.lines[2]).toBe('Open');
  });
});

describe('the words of Section I', () => {
  const opinions = ['unmodified', 'qualified', 'adverse', 'disclaimer'] as const;

  it.each(['I', 'II'] as const)('say "except for" if and only if a part is qualified, Type %s', (type) => {
    const found = opinions.map((opinion) => /except for/i.test(letterText(letterOf({ type, opinion }))));
    expect(found).toEqual([false, true, false, false]);
  });

  it('say "were engaged to examine" when no opinion is expressed', () => {
    expect(letterText(letterOf({ opinion: 'disclaimer' }))).toContain(
      'We were engaged to examine the description',
    );
    expect(letterText(letterOf({ opinion: 'adverse' }))).toContain('We examined the description');
  });

  it('name the criteria of the basis', () => {
    const adverse = letterText(letterOf({ opinion: 'adverse' }));
    for (const id of ['CC6.1', 'CC6.2', 'CC6.3', 'CC7.1', 'CC8.1']) expect(adverse).toContain(id);
    expect(letterOf({}).blocks.find((one) => one.anchor === BASIS_ANCHOR)?.heading).toBe(
      'Basis for the qualified opinion',
    );
  });

  it('leave operation to its conditions in Type I', () => {
    const text = letterText(letterOf({ type: 'I' }));
    expect(text).not.toMatch(/deviation|sample|seed|throughout the period/);
    expect(text.match(/operated effectively/g)).toHaveLength(2);
  });

  it('are the firm’s own where it replaced a block, and refused where a slot is unknown', () => {
    const own = {
      ...specimenWording,
      blocks: {
        ...specimenWording.blocks,
        'auditor.independence': { heading: 'Ethics', paragraphs: ['{firm} is independent.'] },
      },
    };
    const written = auditorsReport(specimenFacts(), own);
    expect(written.ok && letterText(written.value)).toContain('Example & Company LLP is independent.');
    const broken = {
      ...own,
      blocks: { ...own.blocks, 'auditor.nature.II': { heading: '{oops}', paragraphs: [] } },
    };
    expect(auditorsReport(specimenFacts(), broken)).toEqual({
      ok: false,
      error: { code: 'wording-slot-unknown', key: 'auditor.nature.II', slot: 'oops' },
    });
  });
});

describe('the pieces of the letter', () => {
  const facts = specimenFacts({ otherInformation: true });
  const reader = readWording(specimenWording, commonSlots(facts));

  it('tell what Section V holds', () => {
    expect(otherContents(facts)).toEqual([
      'the responses of management to the deviations in Section\u00a0IV',
      'other information from management',
    ]);
    expect(otherContents(specimenFacts({ type: 'I' }))).toEqual([]);
  });

  it('are blocks from the wording', () => {
    expect(blockFrom(reader, 'auditor.independence', ['independence'])).toMatchObject({
      elements: ['independence'],
      heading: 'Independence',
      keepTogether: false,
    });
    expect(block('A', [], []).isHeading).toBe(true);
    const [organization] = facts.subserviceOrganizations;
    expect(organization && organizationSlots(organization)['serviceShort']).toBe('colocation');
    expect(subserviceBlocks(facts, reader, 'assertion')[0]?.heading).toBe('Subservice organization');
    const two = {
      ...facts,
      subserviceOrganizations: [...facts.subserviceOrganizations, ...facts.subserviceOrganizations],
    };
    expect(subserviceBlocks(two, reader, 'auditor')[0]?.heading).toBe('Subservice organizations');
    expect(writeAuditorsReport(facts, reader).signature.elements).toEqual(['signature']);
  });
});
