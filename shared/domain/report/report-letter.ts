/**
 * Section I: the report of the independent service auditor.
 *
 * Every required element of the reference work, e.2, is one block with its mark; elements that do not apply are
 * absent. Sentences come from the wording.
 */
import { basisBlocks, opinionBlocks } from './report-opinion-words.ts';
import {
  carvedOut,
  commonSlots,
  included,
  opinionParts,
  overallOpinion,
  partsInWords,
} from './report-slots.ts';
import { plain } from './report-text.ts';
import type { Block } from './report-text.ts';
import { capitalized, dateOrOpen, listed, opinionName, spanClause } from './report-words.ts';
import { readWording } from './report-wording.ts';
import type { ReportWording, Slots, WordingReader, WordingRefusal } from './report-wording.ts';
import type { ReportFacts, SubserviceOrganization } from './report-facts.ts';
import type { Letter, LetterBlock, LetterElement } from './report-model.ts';
import type { Result } from '../../lib/result.ts';

/** Anchor of the basis paragraph, which the criteria named in it link to. */
export const BASIS_ANCHOR = 'basis';

/**
 * Writes Section I from the facts.
 *
 * Refuses when the wording lacks a text or asks for an unknown slot.
 */
export function auditorsReport(facts: ReportFacts, wording: ReportWording): Result<Letter, WordingRefusal> {
  const reader = readWording(wording, commonSlots(facts));
  return reader.finish(writeAuditorsReport(facts, reader));
}

/** The same, within a report that is composed as a whole; faults are noted in the reader. */
export function writeAuditorsReport(facts: ReportFacts, reader: WordingReader): Letter {
  return {
    title: reader.words('title.auditor'),
    blocks: [
      addresseeBlock(facts),
      scopeBlock(facts, reader),
      ...subserviceBlocks(facts, reader, 'auditor'),
      ...userEntityBlock(facts, reader),
      ...otherInformationBlock(facts, reader),
      clientBlock(facts, reader),
      auditorBlock(facts, reader),
      blockFrom(reader, 'auditor.independence', ['independence']),
      blockFrom(reader, `auditor.nature.${facts.span.type}`, ['nature']),
      blockFrom(reader, 'auditor.inherentLimitations', ['inherentLimitations']),
      facts.span.type === 'I'
        ? blockFrom(reader, 'auditor.operationNotExamined', ['operationNotExamined'])
        : testsBlock(reader),
      ...basisBlocks(facts, reader),
      opinionBlock(facts, reader),
      blockFrom(reader, `auditor.restrictedUse.${facts.span.type}`, ['restrictedUse']),
    ],
    signature: {
      elements: ['signature'],
      hand: facts.firm.name,
      lines: [
        facts.firm.name,
        `${facts.firm.city}, ${facts.firm.state}`,
        capitalized(dateOrOpen(facts.reportDate, facts.region)),
      ],
      officers: [],
    },
  };
}

/** A block straight from the wording. */
export function blockFrom(
  reader: WordingReader,
  key: string,
  elements: readonly LetterElement[],
  slots: Slots = {},
): LetterBlock {
  return block(reader.heading(key, slots), elements, reader.paragraphs(key, slots));
}

/** A block with a side heading that the contents do not list. */
export function block(
  heading: string,
  elements: readonly LetterElement[],
  blocks: readonly Block[],
): LetterBlock {
  return { elements, heading, isHeading: true, inContents: false, anchor: null, blocks, keepTogether: false };
}

/** One block for the organizations that are carved out, one for those that are included. */
export function subserviceBlocks(
  facts: ReportFacts,
  reader: WordingReader,
  voice: 'auditor' | 'assertion',
): readonly LetterBlock[] {
  const elements: readonly LetterElement[] = voice === 'auditor' ? ['subservice'] : [];
  const paragraphs = [
    ...carvedOut(facts).flatMap((one) =>
      reader.paragraphs(`${voice}.subservice.carveOut`, organizationSlots(one)),
    ),
    ...included(facts).flatMap((one) =>
      reader.paragraphs(`${voice}.subservice.inclusive`, organizationSlots(one)),
    ),
  ];
  if (paragraphs.length === 0) return [];
  const heading = reader.heading(
    `${voice}.subservice.carveOut`,
    facts.subserviceOrganizations.flatMap(organizationSlotList)[0] ?? {},
  );
  const plural = facts.subserviceOrganizations.length > 1 && heading.endsWith('organization');
  return [block(plural ? `${heading}s` : heading, elements, paragraphs)];
}

const organizationSlotList = (one: SubserviceOrganization): readonly Slots[] => [organizationSlots(one)];

/** The slots that speak of one subservice organization. */
export const organizationSlots = (one: SubserviceOrganization): Slots => ({
  organization: one.name,
  service: one.service,
  serviceShort: one.serviceShort,
});

function addresseeBlock(facts: ReportFacts): LetterBlock {
  const text = `${facts.client.addressee} of ${facts.client.legalName}`;
  return {
    ...block('To', ['title', 'addressee'], [{ kind: 'paragraph', spans: [plain(text)] }]),
    isHeading: false,
  };
}

function scopeBlock(facts: ReportFacts, reader: WordingReader): LetterBlock {
  const examined = overallOpinion(facts) === 'disclaimer' ? 'were engaged to examine' : 'examined';
  return blockFrom(reader, `auditor.scope.${facts.span.type}`, ['scope'], { examined });
}

function userEntityBlock(facts: ReportFacts, reader: WordingReader): readonly LetterBlock[] {
  if (facts.userEntityControls.length === 0) return [];
  return [blockFrom(reader, 'auditor.userEntityControls', ['userEntityControls'])];
}

function otherInformationBlock(facts: ReportFacts, reader: WordingReader): readonly LetterBlock[] {
  const contents = otherContents(facts);
  if (contents.length === 0) return [];
  return [
    blockFrom(reader, 'auditor.otherInformation', ['otherInformation'], { otherContent: listed(contents) }),
  ];
}

/** What Section V holds, in words; empty when there is no Section V. */
export function otherContents(facts: ReportFacts): readonly string[] {
  const responded = facts.controls.some((control) =>
    control.tests.some((test) => test.outcome.kind === 'deviations' && test.outcome.response !== null),
  );
  return [
    ...(responded ? [`the responses of management to the deviations in Section\u00a0IV`] : []),
    ...(facts.otherInformation.length > 0
      ? [responded ? 'other information from management' : 'information from management']
      : []),
  ];
}

function clientBlock(facts: ReportFacts, reader: WordingReader): LetterBlock {
  const own = blockFrom(reader, 'auditor.clientResponsibilities', ['clientResponsibilities']);
  const others = included(facts).flatMap((one) =>
    reader.paragraphs('auditor.clientResponsibilities.inclusive', organizationSlots(one)),
  );
  return { ...own, blocks: [...own.blocks, ...others] };
}

function auditorBlock(facts: ReportFacts, reader: WordingReader): LetterBlock {
  const overall = overallOpinion(facts);
  const variant = { unmodified: '', qualified: '.modified', adverse: '.modified', disclaimer: '.disclaimer' }[
    overall
  ];
  const when = spanClause(facts.span, facts.region);
  const isTypeI = facts.span.type === 'I';
  const disclaimed = opinionParts(facts).filter((part) => part.result === 'disclaimer');
  return blockFrom(reader, `auditor.auditorResponsibilities${variant}`, ['auditorResponsibilities'], {
    subjects: isTypeI
      ? 'the description and on the suitability of the design of the controls stated in it'
      : 'the description and on the suitability of design and operating effectiveness of the controls stated in it',
    subjectsMet: `the description is presented in accordance with the description criteria and the controls stated in it were suitably designed${isTypeI ? '' : ' and operated effectively'} ${when}`,
    disclaimedParts: partsInWords(disclaimed),
    label: opinionName(overall),
  });
}

function testsBlock(reader: WordingReader): LetterBlock {
  return blockFrom(reader, 'auditor.testsReference', ['testsReference'], {
    testsPage: [{ kind: 'page', target: 'section-criteria' }],
  });
}

function opinionBlock(facts: ReportFacts, reader: WordingReader): LetterBlock {
  const overall = overallOpinion(facts);
  const heading = overall === 'unmodified' ? 'Opinion' : capitalized(opinionName(overall));
  return {
    ...block(heading, ['opinion'], opinionBlocks(facts, reader)),
    inContents: true,
    anchor: 'opinion',
    keepTogether: true,
  };
}
