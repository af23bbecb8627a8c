/** The whole report from its facts: every section in words, numbered and cross-referenced. */
import { writeAssertions } from './report-assertion.ts';
import { writeRecord, writeSamples } from './report-appendices.ts';
import { writeCover } from './report-cover.ts';
import { writeDescription } from './report-description.ts';
import { writeGlance } from './report-glance.ts';
import { writeAuditorsReport } from './report-letter.ts';
import { writeOther } from './report-other.ts';
import { writeCriteria } from './report-section-four.ts';
import { commonSlots } from './report-slots.ts';
import { NBSP, spanEnd } from './report-words.ts';
import { americanSpelling, readWording } from './report-wording.ts';
import type { ReportWording, WordingRefusal } from './report-wording.ts';
import type { ReportFacts } from './report-facts.ts';
import type { ReportModel, SectionName } from './report-model.ts';
import { err } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { missingReference } from './report-references.ts';
import type { Anchor } from './report-text.ts';

/** Why a report could not be composed. `reference-missing`: a text points to something that the report does not print. */
export type ReportRefusal = WordingRefusal | { readonly code: 'reference-missing'; readonly target: Anchor };

/**
 * Composes the report.
 *
 * Pure: the same facts and wording give the same model, and so the same record number. Refuses when the wording
 * lacks a text or asks for a slot that nothing fills, and when a link would lead nowhere.
 */
export function composeReport(
  given: ReportFacts,
  wording: ReportWording,
): Result<ReportModel, ReportRefusal> {
  const facts = withRegionalSpelling(given, wording);
  const reader = readWording(wording, commonSlots(facts));
  const other = writeOther(facts, reader);
  const composed = reader.finish<ReportModel>({
    schema: 'report-model/1',
    type: facts.span.type,
    region: facts.region,
    documentTitle: `SOC 2 Type ${facts.span.type} report, ${facts.client.legalName}`,
    author: facts.firm.name,
    runningHead: {
      client: facts.client.legalName,
      kind: `SOC${NBSP}2 Type${NBSP}${facts.span.type}`,
    },
    versionLabel: `Version ${facts.version.number}`,
    reportDate: facts.reportDate,
    spanEnd: spanEnd(facts.span),
    order: sectionOrder(facts, other !== null),
    cover: writeCover(facts, reader),
    glance: writeGlance(facts, reader),
    auditorsReport: writeAuditorsReport(facts, reader),
    assertions: writeAssertions(facts, reader),
    description: {
      title: reader.words('title.description'),
      parts: writeDescription(facts, reader),
    },
    criteria: writeCriteria(facts, reader),
    other,
    samples: writeSamples(facts, reader),
    record: writeRecord(facts, reader),
  });
  const missing = composed.ok ? missingReference(composed.value) : null;
  return missing === null ? composed : err({ code: 'reference-missing', target: missing });
}

function sectionOrder(facts: ReportFacts, hasOther: boolean): readonly SectionName[] {
  const letters: readonly SectionName[] = facts.arrangement.assertionFirst
    ? ['assertion', 'auditor']
    : ['auditor', 'assertion'];
  return [...letters, 'description', 'criteria', ...(hasOther ? (['other'] as const) : [])];
}

/** The shipped criteria are spelled the British way; a report for the United States is spelled one way throughout. */
function withRegionalSpelling(facts: ReportFacts, wording: ReportWording): ReportFacts {
  if (facts.region !== 'us') return facts;
  const spell = (text: string): string => americanSpelling(text, wording.americanSpelling);
  return {
    ...facts,
    criteria: facts.criteria.map((criterion) => ({
      ...criterion,
      title: spell(criterion.title),
      text: spell(criterion.text),
    })),
  };
}
