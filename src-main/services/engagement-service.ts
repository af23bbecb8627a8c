import type { engagementContract, EngagementView } from '../../shared/contract/engagement.ts';
import type { InputOf } from '../../shared/contract/procedure.ts';
import { coverageFindings, type CoverageDates } from '../../shared/domain/engagement/coverage-dates.ts';
import { createEngagement, type NewEngagement } from '../../shared/domain/engagement/create-engagement.ts';
import { recentStanding } from '../../shared/domain/engagement/recent-standing.ts';
import { engagementOf, highestRole, initialsOf } from '../../shared/domain/engagement/team.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { entityNames, type FieldsOf } from '../../shared/domain/journal/entities.ts';
import { emptyState, find, type EngagementState } from '../../shared/domain/journal/state.ts';
import {
  earliestTypeIIEnd,
  formatDate,
  formatPeriod,
  parsePlainDate,
  type PlainDate,
} from '../../shared/lib/plain-date.ts';
import { writtenGuidance } from '../../shared/domain/sampling/engagement-guidance.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { ClockPort } from './ports/clock.ts';
import { StoreError, type EngagementFiles, type EngagementStore } from './ports/engagement-store.ts';
import type { HashPort } from './ports/hash.ts';
import type { IdsPort } from './ports/ids.ts';
import type { PlacesPort } from './ports/places.ts';
import type { ProfilePerson, ProfilePort, SeenHead } from './ports/profile.ts';
import type { ReferenceDataPort } from './ports/reference-data.ts';
import type { Session } from './session.ts';

/** What the engagement service works with. */
export interface EngagementServicePorts {
  readonly session: Session;
  readonly files: EngagementFiles;
  readonly profile: ProfilePort;
  readonly places: PlacesPort;
  readonly reference: ReferenceDataPort;
  readonly clock: ClockPort;
  readonly ids: IdsPort;
  readonly hash: HashPort;
}

type CreateInput = InputOf<(typeof engagementContract)['engagement.create']>;

/** The criteria set that engagements are examined against, and the editions of the standards that are printed. */
const criteriaSet = 'tsc-2017';
const standardsProfile = [
  'AT-C section 105',
  'AT-C section 205',
  'TSP section 100, 2017 Trust Services Criteria (with revised points of focus, 2022)',
  'DC section 200, 2018 description criteria (with revised implementation guidance, 2022)',
];

/** Makes, opens, shows and verifies engagements. */
export function createEngagementService(ports: EngagementServicePorts): Handlers<typeof engagementContract> {
  const { session, files, profile, places } = ports;
  const adopt = (store: EngagementStore): void => {
    session.replace(store);
    remember(ports);
  };
  return {
    'engagement.checkDates': (input) => {
      const dates = coverageOf(input);
      const earliest = dates.periodStart === null ? null : earliestTypeIIEnd(dates.periodStart);
      return ok({ findings: coverageFindings(dates).map(shown), earliestEnd: earliest });
    },
    'engagement.create': (input) => create(ports, input, adopt),
    'engagement.open': async ({ place, passphrase }) => {
      const path = recentPath(profile, place) ?? places.pathOf(place);
      if (path === null) return err(unknownPlace());
      if (session.isOpen() && session.store().path === path) session.replace(null);
      const opened = await files.open(path, passphrase);
      if (!opened.ok) throw new StoreError(opened.error);
      places.served(place);
      adopt(opened.value);
      return ok({ engagementId: opened.value.engagementId });
    },
    'engagement.close': () => {
      remember(ports);
      session.replace(null);
      return ok(null);
    },
    'engagement.get': () => ok(viewOf(ports)),
    'recent.list': () =>
      ok(
        profile.recents().map((recent, index) => ({
          ...recent,
          place: `${recentPrefix}${String(index)}:${recent.engagementId}`,
          isPresent: places.isPresent(recent.path),
        })),
      ),
    'recent.forget': ({ path }) => {
      profile.forget(path);
      return ok(null);
    },
  };
}

const recentPrefix = 'recent:';

/** The path of a recent engagement that the page named by its place in the list; the id guards against a list that moved. */
function recentPath(profile: ProfilePort, place: string): string | null {
  if (!place.startsWith(recentPrefix)) return null;
  const [index = '', engagementId] = place.slice(recentPrefix.length).split(':');
  const recent = profile.recents()[Number(index)];
  return recent?.engagementId === engagementId ? (recent?.path ?? null) : null;
}

async function create(
  ports: EngagementServicePorts,
  input: CreateInput,
  adopt: (store: EngagementStore) => void,
): Promise<Result<{ engagementId: string }, Refusal>> {
  const { session, profile } = ports;
  const context = session.contextOn(emptyState(), input.reasons);
  if (!context.ok) return context;
  const actor = session.actor();
  const creator = profile.persons().find((person) => person.id === actor?.personId);
  if (actor === null || creator === undefined)
    return err(rule('no-person', 'Nobody is signed in.', 'Create a person, or unlock your signing key.'));
  const path = ports.places.pathOf(input.place);
  if (path === null) return err(unknownPlace());
  const decision = createEngagement(context.value, startOf(ports, input, creator));
  if (!decision.ok) return decision;
  const { engagementId } = decision.value.result;
  const { ops } = decision.value;
  const made = await ports.files.create(path, input.passphrase, engagementId, (store) => {
    store.append(actor, 'engagement.create', ops, context.value.at);
  });
  if (!made.ok) throw new StoreError(made.error);
  ports.places.served(input.place);
  adopt(made.value);
  return ok({ engagementId });
}

function startOf(ports: EngagementServicePorts, input: CreateInput, creator: ProfilePerson): NewEngagement {
  return {
    firm: {
      ...input.firm,
      ...({ sectionOrder: 'auditorFirst', paper: input.paper } as const),
      guidance: writtenGuidance(ports.profile.guidance()),
      guidanceReason: null,
    },
    client: {
      legalName: input.clientLegalName,
      shortName: input.clientShortName === '' ? input.clientLegalName : input.clientShortName,
      address: input.clientAddress,
      industry: input.clientIndustry,
    },
    engagement: {
      ...coverageOf(input),
      kind: input.kind,
      reportKind: 'soc2',
      timeZone: input.timeZone,
      systemName: input.systemName,
      standardsProfile,
      criteriaSet,
      riskOfOverreliance: 1000,
      plannedReportDate: dateOf(input.plannedReportDate),
      priorEngagement: input.priorEngagement,
    },
    creator: { id: creator.id, person: personFields(creator) },
    creatorRole: input.role,
    criteria: ports.reference.criteria(criteriaSet),
  };
}

/** A person of the profile as the engagement records them. */
export function personFields(person: ProfilePerson): FieldsOf<'person'> {
  const { name, initials, email, credential, isCpa, publicKey } = person;
  return { name, initials, email, credential, isCpa, publicKey };
}

function coverageOf(input: {
  readonly type: 'I' | 'II';
  readonly asOfDate: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly categories: readonly string[];
}): CoverageDates {
  const { type, categories } = input;
  return {
    type,
    categories,
    asOfDate: dateOf(input.asOfDate),
    periodStart: dateOf(input.periodStart),
    periodEnd: dateOf(input.periodEnd),
  };
}

/** A date that the contract has validated. */
function dateOf(text: string | null): PlainDate | null {
  const parsed = text === null ? null : parsePlainDate(text);
  return parsed?.ok === true ? parsed.value : null;
}

function shown(refusal: Refusal) {
  const { code, kind, message, next, target } = refusal;
  return { code, kind, message, next, target };
}

function viewOf(ports: EngagementServicePorts): EngagementView {
  const { session } = ports;
  const state = session.state();
  const engagement = engagementOf(state);
  if (engagement === undefined) throw new Error('the file holds no engagement');
  const client = find(state, 'client', engagement.clientId);
  const [last] = session.store().journal(null, 1);
  const { kind, type, asOfDate, periodStart, periodEnd, timeZone, status, statusReason } = engagement;
  return {
    engagementId: engagement.id,
    revision: engagement.revision,
    path: session.store().path,
    clientName: client?.legalName ?? '',
    clientShortName: client?.shortName ?? '',
    systemName: engagement.systemName,
    categories: [...engagement.categories],
    plannedReportDate: engagement.plannedReportDate,
    ...{ kind, type, asOfDate, periodStart, periodEnd, timeZone, status, statusReason },
    firmName: find(state, 'firm', engagement.firmId)?.name ?? '',
    actor: actorView(session, state),
    counts: Object.fromEntries(entityNames.map((entity) => [entity, state.rows[entity].size])),
    journal: { entries: state.entries, head: state.head, lastAt: last?.at ?? null },
  };
}

function actorView(session: Session, state: EngagementState) {
  const actor = session.actor();
  if (actor === null) return null;
  const { personId } = actor;
  return { personId, initials: initialsOf(state, personId), role: highestRole(state, personId) };
}

/** Notes on this computer that the engagement was worked on, and how far its journal reached. */
function remember(ports: EngagementServicePorts): void {
  const { session, profile } = ports;
  const view = viewOf(ports);
  noteHead(ports, view.journal);
  profile.remember({
    path: session.store().path,
    engagementId: view.engagementId,
    clientName: view.clientName,
    type: view.type,
    dates: datesInWords(view),
    status: view.status,
    kind: view.kind,
    ...standingOf(ports),
    openedAt: ports.clock.now(),
    openedBy: view.actor?.initials ?? '',
  });
}

function standingOf({ session, hash }: EngagementServicePorts) {
  return recentStanding(session.state(), {
    personId: session.actor()?.personId ?? null,
    today: session.today(),
    sha256: (text) => hash.sha256Hex(text),
  });
}

/**
 * Notes how far the journal reached, unless the file lacks the head that was seen before: then it was rolled back, and
 * forgetting that would hide it.
 */
function noteHead({ session, profile }: EngagementServicePorts, journal: SeenHead): void {
  const store = session.store();
  const seen = profile.seenHead(store.engagementId);
  if (seen !== null && !store.hasEntry(seen.head)) return;
  profile.saveSeenHead(store.engagementId, { entries: journal.entries, head: journal.head });
}

function datesInWords(view: EngagementView): string {
  const asOf = dateOf(view.asOfDate);
  const [start, end] = [dateOf(view.periodStart), dateOf(view.periodEnd)];
  if (asOf !== null) return `as of ${formatDate(asOf)}`;
  return start === null || end === null ? '' : formatPeriod({ start, end });
}

const unknownPlace = (): Refusal =>
  rule('not-found', 'The place of the file is not known any more.', 'Choose the file again.');
