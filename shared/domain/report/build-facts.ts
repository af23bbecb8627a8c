/** From the state of an engagement to what its report says: every figure is read from the tests of one snapshot. */
import { criteriaInScope, controlsOf, isApprovedNotRelevant } from '../criteria/coverage.ts';
import { conclusionOf } from '../criteria/conclusion.ts';
import { engagementOf, refusalOfReadiness } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { buildControls } from './build-controls.ts';
import { buildDescription, paragraphsOf } from './build-description.ts';
import { buildOpinion } from './build-opinion.ts';
import { buildComplementary, buildSubservice } from './build-subservice.ts';
import { currentReport } from './issue-report.ts';
import { letterOf, signatoryOf } from './letter-filing.ts';
import type {
  JournalHead,
  ReportCategory,
  ReportCriterion,
  ReportFacts,
  ReportFirm,
  ReportSpan,
  ReportStandards,
} from './report-facts.ts';

/** What a report says beside the state of the engagement. */
export interface BuildInput {
  /** The journal at the moment of the snapshot. */
  readonly journal: JournalHead;
  /** Fingerprint of the certificate that signs; `null` before a key is chosen. */
  readonly keyFingerprint: string | null;
}

/** Builds the facts of the current version of the report. Refuses a readiness assessment, and an engagement without dates. */
export function buildReportFacts(state: EngagementState, input: BuildInput): Result<ReportFacts, Refusal> {
  const engagement = engagementOf(state);
  const client = find(state, 'client', engagement?.clientId ?? null);
  const firm = find(state, 'firm', engagement?.firmId ?? null);
  if (engagement === undefined || client === undefined || firm === undefined)
    return err(rule('not-found', 'The file holds no engagement.', 'Open another file.'));
  const readiness = refusalOfReadiness(state);
  if (readiness !== null) return err(readiness);
  const span = spanOf(engagement);
  if (span === null)
    return err(rule('invalid-value', 'The engagement has no dates.', 'Give the dates of the engagement.'));
  return ok({ ...partyFacts(engagement, client, firm, input), ...workFacts(state, client), span });
}

type Parties = Pick<
  ReportFacts,
  'region' | 'firm' | 'client' | 'systemName' | 'standards' | 'categories' | 'journal' | 'arrangement'
>;

function partyFacts(
  engagement: Row<'engagement'>,
  client: Row<'client'>,
  firm: Row<'firm'>,
  input: BuildInput,
): Parties {
  const named = new Set(engagement.categories.map(categoryName));
  return {
    region: 'us',
    firm: firmFacts(firm, input.keyFingerprint),
    client: { legalName: client.legalName, shortName: client.shortName, addressee: 'The management' },
    systemName: engagement.systemName,
    standards: standardsOf(engagement.standardsProfile),
    categories: categoryOrder.filter((name) => named.has(name)),
    journal: input.journal,
    arrangement: { assertionFirst: firm.sectionOrder === 'managementFirst', glance: true },
  };
}

function workFacts(state: EngagementState, client: Row<'client'>): Omit<ReportFacts, keyof Parties | 'span'> {
  const report = currentReport(state);
  const controls = buildControls(state, client.shortName);
  const expected = where(state, 'complementaryControl', 'kind', 'user').filter((row) => !row.withdrawn);
  return {
    version: versionOf(state, report),
    reportDate: report?.reportDate ?? null,
    issueDate: report?.releaseDate ?? null,
    opinion: buildOpinion(state, controls),
    subserviceOrganizations: buildSubservice(state),
    userEntityControls: buildComplementary(state, expected),
    description: buildDescription(state),
    criteria: criteriaInScope(state).map((criterion) => criterionFacts(state, criterion)),
    controls,
    otherInformation: otherInformation(report),
    assertion: assertionFacts(state),
  };
}

function spanOf(engagement: Row<'engagement'>): ReportSpan | null {
  const { type, asOfDate, periodStart, periodEnd } = engagement;
  if (type === 'I') return asOfDate === null ? null : { type, asOf: asOfDate };
  return periodStart === null || periodEnd === null ? null : { type, from: periodStart, to: periodEnd };
}

/** Versions are printed as `1.0`, `2.0`; each names the one that it replaces and why. */
function versionOf(state: EngagementState, report: Row<'report'> | undefined): ReportFacts['version'] {
  const number = `${String(report?.version ?? 1)}.0`;
  const replaced = find(state, 'report', report?.supersedesId ?? null);
  if (replaced === undefined) return { number, replaces: null };
  return {
    number,
    replaces: { number: `${String(replaced.version)}.0`, reason: report?.supersedeReason ?? '' },
  };
}

function firmFacts(firm: Row<'firm'>, keyFingerprint: string | null): ReportFirm {
  const { name, city, state } = firm;
  return { name, city, state, designation: 'Certified public accountants', logo: null, keyFingerprint };
}

/** The labels of the standards as the engagement states them: `TSP section 100, 2017 …` is printed as `TSP section 100`. */
function standardsOf(profile: readonly string[]): ReportStandards {
  const labelOf = (prefix: string, usual: string): string =>
    profile
      .find((entry) => entry.startsWith(prefix))
      ?.split(',')[0]
      ?.trim() ?? usual;
  return {
    descriptionCriteria: labelOf('DC ', 'DC section 200'),
    trustServicesCriteria: labelOf('TSP ', 'TSP section 100'),
    standardSetter: 'American Institute of Certified Public Accountants',
  };
}

const categoryOrder: readonly ReportCategory[] = [
  'Security',
  'Availability',
  'Processing integrity',
  'Confidentiality',
  'Privacy',
];

/** A category as it is printed, however it is spelled on record. */
function categoryName(category: string): ReportCategory {
  const plain = (text: string): string => text.toLowerCase().replaceAll(' ', '');
  return categoryOrder.find((name) => plain(name) === plain(category)) ?? 'Security';
}

function criterionFacts(state: EngagementState, criterion: Row<'criterion'>): ReportCriterion {
  const { code, series, category, title, description } = criterion;
  const left = where(state, 'nonRelevantCriterion', 'criterionCode', code).find(
    (row) => !row.withdrawn && row.approvedBy !== null,
  );
  const result = conclusionOf(state, code)?.result;
  return {
    ...{ id: code, series, title, text: description },
    category: categoryName(category),
    notRelevant: isApprovedNotRelevant(state, code) ? (left?.reason ?? null) : null,
    met: result !== 'notMet' && result !== 'notAssessable',
    controls: controlsOf(state, code)
      .filter((control) => control.status === 'agreed')
      .map((control) => control.code),
  };
}

function otherInformation(report: Row<'report'> | undefined): ReportFacts['otherInformation'] {
  const paragraphs = paragraphsOf(report?.otherInformation ?? '');
  return paragraphs.length === 0 ? [] : [{ heading: 'Information from management', paragraphs }];
}

function assertionFacts(state: EngagementState): ReportFacts['assertion'] {
  const letter = letterOf(state, 'assertion');
  return {
    officers: (letter?.signatories ?? []).map(signatoryOf),
    date: letter?.date ?? null,
    exceptions: paragraphsOf(letter?.exceptions ?? ''),
  };
}
