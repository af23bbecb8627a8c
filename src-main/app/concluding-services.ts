import { fileURLToPath } from 'node:url';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { createChosenFiles } from '../adapters/evidence-files/chosen-files.ts';
import { createNodeHash } from '../adapters/hash/node-hash.ts';
import { startNodeHash } from '../adapters/hash/running-hash.ts';
import { bip39Words } from '../adapters/journal-words/bip39-words.ts';
import { createPadesSigning } from '../adapters/signing/pades-signing.ts';
import { createReperformanceFiles } from '../adapters/reperformance/reperformance-files.ts';
import { exceljsWorkbook } from '../adapters/spreadsheet-export/exceljs-workbook.ts';
import { readReportWording } from '../adapters/typeset/read-wording.ts';
import { createTypesetter } from '../adapters/typeset/typesetter.ts';
import { zipArchive } from '../adapters/zip/zip-archive.ts';
import { createConfirmActor } from '../services/confirm-actor.ts';
import { createCertificateService } from '../services/certificate-service.ts';
import { createCriteriaService } from '../services/criteria-service.ts';
import { createFileAssemblyService } from '../services/file-assembly-service.ts';
import { createKitService } from '../services/kit-service.ts';
import { createLetterService } from '../services/letter-service.ts';
import type { PassphraseSource } from '../services/person-service.ts';
import type { ProfilePort } from '../services/ports/profile.ts';
import { createReportService } from '../services/report-service.ts';
import { createReviewService } from '../services/review-service.ts';
import type { Session } from '../services/session.ts';
import type { PathTokens } from '../services/ports/file-choice.ts';
import type { ChildProcesses } from './child-processes.ts';

/** Review, conclusions, letters, report and file: the services that conclude an engagement. */
export function concludingServices(
  host: {
    readonly root: URL;
    readonly processes: ChildProcesses;
    readonly tokens: PathTokens;
    readonly passphraseOf: PassphraseSource;
  },
  session: Session,
  profile: ProfilePort,
) {
  const hash = createNodeHash();
  const files = createChosenFiles(host.tokens);
  const confirmActor = createConfirmActor(session, profile, host.passphraseOf);
  const shared = { session, hash };
  const resource = (path: string): URL => new URL(`resources/${path}`, host.root);
  const typeset = createTypesetter(host.processes.typesetter, {
    templatesFolder: fileURLToPath(resource('report/typst')),
    fontsFolder: fileURLToPath(resource('fonts')),
  });
  return {
    ...createReviewService(shared),
    ...createCriteriaService(session, hash),
    ...createLetterService(session, files),
    ...createFileAssemblyService({ ...shared, confirmActor }),
    ...createCertificateService({ session, hash, files, typeset }),
    ...createKitService({
      ...{ session, files, startHash: startNodeHash, archive: zipArchive },
      reperformance: createReperformanceFiles(resource('reperformance/')),
    }),
    ...createReportService({
      ...{ ...shared, clock: systemClock, confirmActor, profile, files, typeset },
      ...{ words: bip39Words, workbook: exceljsWorkbook },
      signing: createPadesSigning(host.processes.verifier),
      wording: readReportWording(resource('report/wording.en.json')),
    }),
  };
}
