/** The gates L1 to L11: what stands between a report and its signature. */
import { formatDate, formatPeriod, type PlainDate } from '../../lib/plain-date.ts';
import { openCriteria } from '../criteria/conclusion.ts';
import { engagementOf } from '../engagement/team.ts';
import { gate, type Refusal, type TargetRef } from '../gates/refusal.ts';
import type { EntityName, Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import type { Sha256 } from '../review/content-hash.ts';
import { openNotes } from '../review/review-note.ts';
import { standsAt, standingOf } from '../review/sign-off-standing.ts';
import { unclosedDeviations } from '../testing/deviation-closing.ts';
import { unansweredSections, sectionOf } from './description-sections.ts';
import { gateL10 } from './gates-figures.ts';
import { currentReport } from './issue-report.ts';
import { letterOf } from './letter-filing.ts';
import { gateL8, opinionOf } from './opinion-decision.ts';
import { inquiredUpTo, lastDayOf } from './subsequent-events.ts';
import type { ReportFacts } from './report-facts.ts';

/** What the gates look at beside the state. */
export interface ReadinessInput {
  readonly today: PlainDate;
  readonly sha256: Sha256;
  /** The report as built from the same state; `null` where it cannot be built. */
  readonly facts: ReportFacts | null;
}

/** Codes of the gates before a report is ready to sign. */
export type ReadinessCode = 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6' | 'L7' | 'L8' | 'L9' | 'L10' | 'L11';

/** What stands in the way, gate by gate; an empty list means that the gate holds. */
export function readinessByGate(
  state: EngagementState,
  input: ReadinessInput,
): Readonly<Record<ReadinessCode, readonly Refusal[]>> {
  return {
    L1: gateL1(state, input.sha256),
    L2: gateL2(state),
    L3: gateL3(state),
    L4: gateL4(state),
    L5: gateL5(state),
    L6: gateL6(state),
    L7: gateL7(state, input),
    L8: gateOfOpinion(state),
    L9: gateL9(state),
    L10: input.facts === null ? [unbuilt()] : gateL10(state, input.facts),
    L11: gateL11(state),
  };
}

/** All that stands in the way, in the order of the gates. */
export const readinessFindings = (state: EngagementState, input: ReadinessInput): readonly Refusal[] =>
  Object.values(readinessByGate(state, input)).flat();

const to = (entity: EntityName, row: { readonly id: string } | undefined): TargetRef | null =>
  row === undefined ? null : { entity, id: row.id };

const reworded = (refusal: Refusal, message: string): Refusal => ({ ...refusal, message });

/** L1: every workpaper is approved by the manager, and every criterion is concluded. */
export function gateL1(state: EngagementState, sha256: Sha256): readonly Refusal[] {
  const papers = paperToApprove(state).filter((paper) => !standsAt(state, paper.id, 'manager', sha256));
  const criteria = openCriteria(state, sha256);
  const controls = rewordedControls(state);
  return [
    ...(papers.length === 0 ? [] : [gate('L1', { n: papers.length }, to('workpaper', papers[0]))]),
    ...(criteria.length === 0 ? [] : [criteriaFinding(criteria)]),
    ...(controls.length === 0 ? [] : [rewordedFinding(controls)]),
  ];
}

/**
 * The papers that are to be approved. Those of a retired control, and those on operation in a Type I engagement (its type
 * was changed), count only where somebody worked on them.
 */
function paperToApprove(state: EngagementState): readonly Row<'workpaper'>[] {
  const isTypeI = engagementOf(state)?.type === 'I';
  const retired = new Set(where(state, 'control', 'status', 'retired').map((control) => control.id));
  return all(state, 'workpaper').filter((paper) => {
    const isMoot =
      (paper.controlId !== null && retired.has(paper.controlId)) || (isTypeI && paper.kind === 'operating');
    return !(paper.status === 'notStarted' && isMoot);
  });
}

/** Controls whose text was changed after they were agreed and tested: the report would leave them out with their results. */
const rewordedControls = (state: EngagementState): readonly Row<'control'>[] =>
  where(state, 'control', 'status', 'draft').filter((control) =>
    where(state, 'test', 'controlId', control.id).some((test) => test.status !== 'notStarted'),
  );

function rewordedFinding(controls: readonly Row<'control'>[]): Refusal {
  const codes = controls.map((control) => control.code);
  const words = codes.length === 1 ? 'was reworded and is' : 'were reworded and are';
  const finding = gate('L1', { n: codes.length, controls: codes }, to('control', controls[0]));
  return {
    ...reworded(finding, `${firstOf(codes)} ${words} not agreed again.`),
    next: 'Agree the present text, and have its workpapers signed again.',
  };
}

/** Codes that a message names before it only counts. */
const mostNamed = 5;

function firstOf(codes: readonly string[]): string {
  const more = codes.length - mostNamed;
  const named = codes.slice(0, mostNamed).join(', ');
  return more > 0 ? `${named} and ${String(more)} more` : named;
}

function criteriaFinding(criteria: readonly Row<'criterion'>[]): Refusal {
  const n = criteria.length;
  const codes = criteria.map((criterion) => criterion.code);
  const finding = gate('L1', { n, criteria: codes }, to('criterion', criteria[0]));
  const words = n === 1 ? 'criterion is' : 'criteria are';
  return reworded(finding, `${String(n)} ${words} not concluded: ${firstOf(codes)}.`);
}

/** L2: no review note is open or only answered. */
export function gateL2(state: EngagementState): readonly Refusal[] {
  const notes = openNotes(state);
  return notes.length === 0 ? [] : [gate('L2', { n: notes.length }, to('reviewNote', notes[0]))];
}

/** L3: every deviation is closed. */
export function gateL3(state: EngagementState): readonly Refusal[] {
  const open = unclosedDeviations(state);
  const codes = open.map((deviation) => deviation.code);
  return open.length === 0 ? [] : [gate('L3', { n: open.length, codes }, to('deviation', open[0]))];
}

/** L4: management's assertion is on file and fits: dates, system, categories, and its exceptions where the opinion is modified. */
function gateL4(state: EngagementState): readonly Refusal[] {
  const engagement = engagementOf(state);
  const letter = letterOf(state, 'assertion');
  if (engagement === undefined) return [];
  const dates = datesOf(engagement);
  const covers = letter === undefined ? 'nothing' : letterDates(letter);
  const finding = gate('L4', { covers, dates }, to('letter', letter));
  if (letter === undefined || covers !== dates) return [finding];
  if (letter.systemName.trim() !== engagement.systemName.trim())
    return [
      reworded(
        finding,
        `The management assertion names the system ${letter.systemName}, not ${engagement.systemName}.`,
      ),
    ];
  if ([...letter.categories].sort().join() !== [...engagement.categories].sort().join())
    return [
      reworded(
        finding,
        `The management assertion covers ${letter.categories.join(', ')}, not ${engagement.categories.join(', ')}.`,
      ),
    ];
  const isModified = isModifiedOpinion(state);
  return isModified && letter.exceptions.trim() === ''
    ? [reworded(finding, 'The opinion is modified, but the management assertion states no exception.')]
    : [];
}

function isModifiedOpinion(state: EngagementState): boolean {
  const opinion = opinionOf(state);
  if (opinion === undefined) return false;
  return [opinion.description, opinion.design, opinion.operation ?? 'unmodified'].some(
    (part) => part !== 'unmodified',
  );
}

const datesOf = (engagement: Row<'engagement'>): string =>
  inWords(engagement.asOfDate, engagement.periodStart, engagement.periodEnd);
const letterDates = (letter: Row<'letter'>): string =>
  inWords(letter.asOfDate, letter.coversFrom, letter.coversTo);

function inWords(asOf: PlainDate | null, start: PlainDate | null, end: PlainDate | null): string {
  if (asOf !== null) return formatDate(asOf);
  return start === null || end === null ? 'no dates' : formatPeriod({ start, end });
}

/** The date of the report: as set, else as planned. */
export const reportDateOf = (state: EngagementState): PlainDate | null =>
  currentReport(state)?.reportDate ?? engagementOf(state)?.plannedReportDate ?? null;

/** L5: the representation letter bears the date of the report. */
function gateL5(state: EngagementState): readonly Refusal[] {
  const letter = letterOf(state, 'representation');
  const date = reportDateOf(state);
  if (letter !== undefined && date !== null && letter.date === date) return [];
  const b = date === null ? 'not dated yet' : formatDate(date);
  const finding = gate(
    'L5',
    { a: letter === undefined ? '' : formatDate(letter.date), b },
    to('letter', letter),
  );
  return [letter === undefined ? reworded(finding, 'The representation letter is not on file.') : finding];
}

/** L6: the inquiry about subsequent events reaches the report date. */
function gateL6(state: EngagementState): readonly Refusal[] {
  const date = reportDateOf(state);
  const upTo = inquiredUpTo(state);
  if (date !== null && upTo !== null && upTo >= date) return [];
  return [gate('L6', { date: date === null ? 'the report date' : formatDate(date) })];
}

/** L7: the report is dated on or after the last approval and the end, and not in the future. */
function gateL7(state: EngagementState, { today, sha256 }: ReadinessInput): readonly Refusal[] {
  const date = currentReport(state)?.reportDate ?? null;
  const earliest = finishedOn(state, sha256);
  const target = to('report', currentReport(state));
  const finding = gate('L7', { date: earliest === null ? '' : formatDate(earliest) }, target);
  if (date === null) return [reworded(finding, 'The report has no date.')];
  if (date > today) return [reworded(finding, `The report date, ${formatDate(date)}, lies in the future.`)];
  return earliest !== null && date < earliest ? [finding] : [];
}

/** The day on which the work was finished: the latest valid sign-off of a manager or partner, or the end. */
function finishedOn(state: EngagementState, sha256: Sha256): PlainDate | null {
  const signed = all(state, 'workpaper').flatMap((paper) =>
    standingOf(state, paper.id, sha256).flatMap(({ level, signOff, state: standing }) =>
      (level === 'manager' || level === 'partner') && standing === 'valid' && signOff !== null
        ? [signOff.signedOn]
        : [],
    ),
  );
  const end = lastDayOf(state);
  return [...signed, ...(end === null ? [] : [end])].reduce<PlainDate | null>(
    (latest, date) => (latest === null || date > latest ? date : latest),
    null,
  );
}

/** L8: the opinion is decided and agrees with what is on record. */
function gateOfOpinion(state: EngagementState): readonly Refusal[] {
  const opinion = opinionOf(state);
  if (opinion === undefined) return [reworded(gate('L8', { criterion: '' }), 'The opinion is not decided.')];
  return gateL8(state, opinion).map((finding) => ({
    ...finding,
    target: finding.target ?? to('opinion', opinion),
  }));
}

/** L9: the description answers each of its criteria. */
function gateL9(state: EngagementState): readonly Refusal[] {
  return unansweredSections(state).map((dc) =>
    gate('L9', { dc }, to('descriptionSection', sectionOf(state, dc))),
  );
}

/** The organizations whose controls are examined in this report. */
export const inclusiveOrganizations = (state: EngagementState): readonly Row<'subserviceOrganization'>[] =>
  all(state, 'subserviceOrganization').filter((org) => !org.withdrawn && org.method === 'inclusive');

/** L10 cannot be asked of a report that cannot be built. */
const unbuilt = (): Refusal =>
  reworded(gate('L10', {}), 'The report cannot be built, so its figures are not compared.');

/** L11: each included organization has given its assertion and its representations. */
function gateL11(state: EngagementState): readonly Refusal[] {
  return inclusiveOrganizations(state).flatMap((org) => {
    const finding = gate('L11', { org: org.name }, to('subserviceOrganization', org));
    if (letterOf(state, 'subserviceAssertion', org.id) === undefined) return [finding];
    return letterOf(state, 'subserviceRepresentation', org.id) === undefined
      ? [reworded(finding, `${org.name} has not given its representation letter.`)]
      : [];
  });
}
