import type { Input, Output } from '../../app/client.ts';
import { coverageFindings } from '../../../shared/domain/engagement/coverage-dates.ts';
import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import { parsePlainDate } from '../../../shared/lib/plain-date.ts';
import type { PlainDate } from '../../../shared/lib/plain-date.ts';

/** The steps in their order. */
export const STEP_IDS = ['client', 'report', 'scope', 'team', 'file'] as const;
export type StepId = (typeof STEP_IDS)[number];

type Role = NonNullable<Input<'engagement.create'>['role']>;

/** What was typed so far. Nothing of it is written before the last step. */
export interface EngagementDraft {
  readonly clientLegalName: string;
  readonly clientShortName: string;
  readonly clientAddress: string;
  readonly clientIndustry: string;
  readonly firmName: string;
  readonly firmCity: string;
  readonly firmState: string;
  readonly licenceNumber: string;
  readonly retentionYears: string;
  readonly qualityReviewRequired: boolean;
  readonly paper: 'letter' | 'a4';
  readonly report: 'I' | 'II' | 'readiness';
  readonly asOfDate: string | undefined;
  readonly periodStart: string | undefined;
  readonly periodEnd: string | undefined;
  readonly plannedReportDate: string | undefined;
  readonly priorEngagement: string;
  readonly categories: readonly string[];
  readonly systemName: string;
  readonly timeZone: string;
  readonly role: Role;
  /** Roles of further persons of this computer, by their id. */
  readonly others: Readonly<Record<string, Role>>;
  readonly place: { readonly token: string; readonly name: string } | undefined;
  readonly passphrase: string;
  readonly again: string;
  /** Why a warning is accepted, by the code of its gate. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The draft before anything was typed. */
export const EMPTY_DRAFT: EngagementDraft = {
  clientLegalName: '',
  clientShortName: '',
  clientAddress: '',
  clientIndustry: '',
  firmName: '',
  firmCity: '',
  firmState: '',
  licenceNumber: '',
  retentionYears: '5',
  qualityReviewRequired: false,
  paper: 'letter',
  report: 'II',
  asOfDate: undefined,
  periodStart: undefined,
  periodEnd: undefined,
  plannedReportDate: undefined,
  priorEngagement: '',
  categories: ['Security'],
  systemName: '',
  timeZone: 'UTC',
  role: 'partner',
  others: {},
  place: undefined,
  passphrase: '',
  again: '',
  reasons: {},
};

/** Puts the firm that this computer knows into an empty draft. */
export function withFirm(draft: EngagementDraft, firm: Output<'firm.get'>): EngagementDraft {
  if (firm === null || draft.firmName !== '') return draft;
  return {
    ...draft,
    firmName: firm.name,
    firmCity: firm.city,
    firmState: firm.state,
    licenceNumber: firm.licenceNumber,
    retentionYears: String(firm.retentionYears),
    qualityReviewRequired: firm.qualityReviewRequired,
  };
}

/** Whether the report covers a period. */
export const hasPeriod = (draft: EngagementDraft): boolean => draft.report === 'II';

/** What the gates E1, E2, E3 and E5 say to the dates and categories; the same rules decide again when the file is made. */
export function coverageOf(draft: EngagementDraft): readonly Refusal[] {
  const period = hasPeriod(draft);
  return coverageFindings({
    type: period ? 'II' : 'I',
    asOfDate: period ? null : dateOf(draft.asOfDate),
    periodStart: period ? dateOf(draft.periodStart) : null,
    periodEnd: period ? dateOf(draft.periodEnd) : null,
    categories: draft.categories,
  });
}

/** A date as the rules take it. */
export function dateOf(text: string | undefined): PlainDate | null {
  const parsed = text === undefined ? null : parsePlainDate(text);
  return parsed?.ok === true ? parsed.value : null;
}

/** What is still missing in a step, field by field; an empty record means that the step is done. */
export function faultsOf(step: StepId, draft: EngagementDraft): Readonly<Record<string, string>> {
  switch (step) {
    case 'client':
      return clientFaults(draft);
    case 'report':
      return gateFaults(draft, ['E1', 'E2', 'E5']);
    case 'scope':
      return {
        ...gateFaults(draft, ['E3']),
        ...missing({ systemName: draft.systemName }, 'Name the system'),
      };
    case 'team':
      return {};
    case 'file':
      return fileFaults(draft);
  }
}

function clientFaults(draft: EngagementDraft): Readonly<Record<string, string>> {
  const years = Number(draft.retentionYears);
  const isYears = Number.isInteger(years) && years >= 5 && years <= 100;
  return {
    ...missing({ clientLegalName: draft.clientLegalName }, 'Write the client’s legal name'),
    ...missing({ firmName: draft.firmName }, 'Write the firm’s name'),
    ...(isYears ? {} : { retentionYears: 'A whole number from 5 to 100' }),
  };
}

function fileFaults(draft: EngagementDraft): Readonly<Record<string, string>> {
  const short = 8 - draft.passphrase.length;
  return {
    ...(draft.place === undefined ? { place: 'Choose where the file is kept' } : {}),
    ...(short > 0 ? { passphrase: `At least 8 characters; ${String(short)} more` } : {}),
    ...(draft.passphrase === draft.again ? {} : { again: 'The two passphrases differ' }),
  };
}

function missing(values: Readonly<Record<string, string>>, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [[key, words]] : [])),
  );
}

/** Gates that stand in the way; a warning does so until its reason is typed. */
function gateFaults(draft: EngagementDraft, codes: readonly string[]): Readonly<Record<string, string>> {
  const open = coverageOf(draft).filter(
    (finding) =>
      codes.includes(finding.code) && (finding.kind === 'block' || draft.reasons[finding.code] === undefined),
  );
  return Object.fromEntries(open.map((finding) => [finding.code, finding.next]));
}

/** The draft as the program takes it. */
export function createInput(draft: EngagementDraft): Input<'engagement.create'> {
  return {
    place: draft.place?.token ?? '',
    passphrase: draft.passphrase,
    kind: draft.report === 'readiness' ? 'readiness' : 'examination',
    ...datesInput(draft),
    categories: draft.categories as Input<'engagement.create'>['categories'], // chosen from the list of the contract's categories
    clientLegalName: draft.clientLegalName,
    clientShortName: draft.clientShortName,
    clientAddress: draft.clientAddress,
    clientIndustry: draft.clientIndustry,
    systemName: draft.systemName,
    timeZone: draft.timeZone,
    plannedReportDate: draft.plannedReportDate ?? null,
    priorEngagement: draft.priorEngagement === '' ? null : draft.priorEngagement,
    role: draft.role,
    firm: firmOf(draft),
    paper: draft.paper,
    reasons: Object.entries(draft.reasons).map(([gate, reason]) => ({ gate, reason })),
  };
}

/** Only the dates that the type has: those typed for the other type are left behind. */
function datesInput(draft: EngagementDraft) {
  const none = { asOfDate: null, periodStart: null, periodEnd: null };
  if (!hasPeriod(draft)) return { ...none, type: 'I' as const, asOfDate: draft.asOfDate ?? null };
  const { periodStart = null, periodEnd = null } = draft;
  return { ...none, type: 'II' as const, periodStart, periodEnd };
}

/** The firm's facts as this computer keeps them for the next engagement. */
export function firmOf(draft: EngagementDraft): Input<'firm.save'> {
  return {
    name: draft.firmName,
    city: draft.firmCity,
    state: draft.firmState,
    licenceNumber: draft.licenceNumber,
    retentionYears: Number(draft.retentionYears),
    qualityReviewRequired: draft.qualityReviewRequired,
  };
}

/** The name offered for the file: `northwind-2026.tickmark`. */
export function suggestedFileName(draft: EngagementDraft): string {
  const name = (draft.clientShortName === '' ? draft.clientLegalName : draft.clientShortName)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const year = (draft.periodEnd ?? draft.asOfDate ?? '').slice(0, 4);
  const kind = draft.report === 'readiness' ? ['readiness'] : [];
  return `${[name === '' ? 'engagement' : name, year, ...kind].filter((part) => part !== '').join('-')}.tickmark`;
}
