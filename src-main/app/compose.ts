import { contract } from '../../shared/contract/index.ts';
import type { PlainDate } from '../../shared/lib/plain-date.ts';
import { createChosenFiles } from '../adapters/evidence-files/chosen-files.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { noOutsideCopies } from '../adapters/evidence-files/outside-copies.ts';
import { createNodeHash } from '../adapters/hash/node-hash.ts';
import { startNodeHash } from '../adapters/hash/running-hash.ts';
import { randomIds } from '../adapters/ids.ts';
import { recordIncident } from '../adapters/incident-log.ts';
import { nodeKeys } from '../adapters/keys/node-keys.ts';
import { createDraftFiles } from '../adapters/profile/draft-files.ts';
import { createFirmLibrary } from '../adapters/profile/firm-library-file.ts';
import { createProfileStore } from '../adapters/profile/profile-store.ts';
import { createReferenceData } from '../adapters/reference-data/reference-files.ts';
import { createEngagementFiles } from '../adapters/sqlite/engagement-files.ts';
import { failureOf } from '../adapters/sqlite/failures.ts';
import { readMigrations } from '../adapters/sqlite/migrate.ts';
import { exceljsWorkbook } from '../adapters/spreadsheet-export/exceljs-workbook.ts';
import { createTabularReader } from '../adapters/tabular/tabular-reader.ts';
import { createZoneOffset } from '../../shared/lib/intl-zone-offset.ts';
import type { ChildProcesses } from './child-processes.ts';
import { concludingServices } from './concluding-services.ts';
import { createRouter, type AnyHandler, type Router } from '../rpc/router.ts';
import { createAccessReviewService } from '../services/access-review-service.ts';
import { createControlImportService } from '../services/control-import-service.ts';
import { createControlService } from '../services/control-service.ts';
import { createDraftService } from '../services/draft-service.ts';
import { createEngagementService } from '../services/engagement-service.ts';
import { createEvidenceService } from '../services/evidence-service.ts';
import { createFilesService } from '../services/files-service.ts';
import { createGuidanceService } from '../services/guidance-service.ts';
import { createHomeService } from '../services/home-service.ts';
import { createJournalService } from '../services/journal-service.ts';
import { rowsDigest } from '../services/list-state.ts';
import type { CheckedBlock } from '../services/ports/engagement-store.ts';
import { createLibraryService, type LibraryServicePorts } from '../services/library-service.ts';
import type { Libraries } from '../services/offered-library.ts';
import { createPersonService, type PassphraseSource } from '../services/person-service.ts';
import { createPlanningService } from '../services/planning-service.ts';
import { createPopulationFindingsService } from '../services/population-findings-service.ts';
import { createPopulationService } from '../services/population-service.ts';
import { createSamplingService } from '../services/sampling-service.ts';
import { createTestingService } from '../services/testing-service.ts';
import type { FileChoicePort, PathTokens } from '../services/ports/file-choice.ts';
import type { OutsideCopiesPort } from '../services/ports/outside-copies.ts';
import type { PlacesPort } from '../services/ports/places.ts';
import type { ProfilePort } from '../services/ports/profile.ts';
import { createSession, type Session } from '../services/session.ts';

/** What differs between the window and the command line. */
export interface Host {
  /** Folder of the profile. */
  readonly home: string;
  /** Folder of the program: resources and migrations lie in it. */
  readonly root: URL;
  readonly places: PlacesPort;
  readonly processes: ChildProcesses;
  readonly choice: FileChoicePort;
  readonly tokens: PathTokens;
  /** Null where nothing is opened outside. */
  readonly outside: OutsideCopiesPort | null;
  readonly passphraseOf: PassphraseSource;
  readonly onTouched: (features: readonly string[]) => void;
}

/** The program, put together: the only place that builds objects. */
export interface Program {
  /** The day in a time zone: that of the engagement that is made or worked on. */
  readonly today: (zone: string) => PlainDate;
  readonly router: Router;
  readonly session: Session;
  readonly files: ReturnType<typeof createEngagementFiles>;
  readonly profile: ReturnType<typeof createProfileStore>;
}

/** Builds the program for a host. */
export function compose(host: Host): Program {
  const profile = createProfileStore(host.home, nodeKeys);
  const session = createSession({ clock: systemClock, ids: randomIds, hash: createNodeHash() });
  const migrations = readMigrations(new URL('src-main/adapters/sqlite/migrations/', host.root));
  const files = createEngagementFiles(() => profile.deviceId(), {
    ...{
      verifySignature,
      migrations,
      rowsDigest: (blocks: Iterable<CheckedBlock>) => rowsDigest(blocks, startNodeHash),
    },
    seenHead: (engagementId) => profile.seenHead(engagementId),
    knownKey: (personId) => profile.persons().find(({ id }) => id === personId)?.publicKey ?? null,
  });
  const reference = createReferenceData(new URL('resources/reference/', host.root));
  const library = createFirmLibrary(host.home);
  const handlers = {
    ...createFilesService(host.choice, host.tokens),
    ...createPersonService(profile, session, host.passphraseOf),
    ...createEngagementService({
      session,
      files,
      profile,
      places: host.places,
      reference,
      clock: systemClock,
      ids: randomIds,
      hash: createNodeHash(),
    }),
    ...createHomeService({ session, hash: createNodeHash() }),
    ...createGuidanceService(profile, session),
    ...createDraftService({ session, drafts: createDraftFiles(host.home), clock: systemClock }),
    ...createJournalService(session),
    ...createPlanningService(session, profile),
    ...createControlService(session, { reference, library }),
    ...libraryService(host, { session, profile, reference, library }),
    ...fieldworkServices(host, session, profile, { reference, library }),
    ...concludingServices(host, session, profile),
  };
  const byName = handlers as Readonly<Record<string, AnyHandler>>; // each service's type proves its handlers against the contract
  const router = createRouter(contract, byName, {
    isEngagementOpen: () => session.isOpen(),
    failureOf,
    recordIncident: (procedure, error) => recordIncident(host.home, procedure, error),
    onTouched: host.onTouched,
  });
  return { router, session, files, profile, today: (zone) => systemClock.today(zone) };
}

/** The firm's own control library. */
function libraryService(
  host: Host,
  ports: Pick<LibraryServicePorts, 'session' | 'profile' | 'reference' | 'library'>,
) {
  return createLibraryService({
    ...ports,
    ...{ clock: systemClock, ids: randomIds, hash: createNodeHash(), workbook: exceljsWorkbook },
    files: createChosenFiles(host.tokens),
    tabular: createTabularReader({ startProcess: host.processes.reader }),
  });
}

/** Evidence, populations, samples and operating tests. */
function fieldworkServices(host: Host, session: Session, profile: ProfilePort, libraries: Libraries) {
  const chosen = createChosenFiles(host.tokens);
  const hash = createNodeHash();
  const startHash = startNodeHash;
  const tabular = createTabularReader({ startProcess: host.processes.reader });
  const lists = { session, files: chosen, tabular, startHash, offsetOf: createZoneOffset() };
  return {
    ...createEvidenceService({ session, files: chosen, outside: host.outside ?? noOutsideCopies }),
    ...createPopulationService(lists),
    ...createPopulationFindingsService(lists),
    ...createSamplingService({ session, ids: randomIds, hash, startHash }),
    ...createTestingService(session, libraries),
    ...createControlImportService({ session, files: chosen, tabular }),
    ...createAccessReviewService({
      ...{ session, profile, files: chosen, tabular, startHash, ids: randomIds, hash, clock: systemClock },
      ...{ workbook: exceljsWorkbook, offsetOf: createZoneOffset() },
    }),
  };
}

function verifySignature(publicKey: string, signed: string, signature: string): boolean {
  return nodeKeys.verifySignature(publicKey, Buffer.from(signed, 'utf8'), signature);
}
