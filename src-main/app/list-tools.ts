import { createNodeHash } from '../adapters/hash/node-hash.ts';
import { nodeKeys } from '../adapters/keys/node-keys.ts';
import { createProfileStore } from '../adapters/profile/profile-store.ts';
import { createPadesSigning } from '../adapters/signing/pades-signing.ts';
import { verifyReportFile } from '../adapters/signing/verify-report-file.ts';
import { createTabularReader } from '../adapters/tabular/tabular-reader.ts';
import { createZoneOffset } from '../../shared/lib/intl-zone-offset.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import type { ReportVerification } from '../services/ports/signing.ts';
import type { TabularReader } from '../services/ports/tabular.ts';
import type { ChildProcesses } from './child-processes.ts';

/** Tools that need no engagement: reading lists, drawing from them, checking reports. */
export interface ListTools {
  readonly tabular: TabularReader;
  /** SHA-256 in hexadecimal, as a draw needs it. */
  readonly sha256Hex: (text: string) => string;
  /** How far the clock of a time zone is from UTC. */
  readonly offsetOf: ZoneOffset;
  /** Checks a report by the seven steps; rejects only where the file cannot be opened. */
  readonly verifyReport: (path: string) => Promise<ReportVerification>;
}

/** Builds the tools; a report's firm is known where its certificate stands in the profile. */
export function createListTools(processes: ChildProcesses, home: string): ListTools {
  const signing = createPadesSigning(processes.verifier);
  return {
    tabular: createTabularReader({ startProcess: processes.reader }),
    sha256Hex: createNodeHash().sha256Hex,
    offsetOf: createZoneOffset(),
    verifyReport: (path) => {
      const knownFirmFingerprints = createProfileStore(home, nodeKeys).knownFirmFingerprints();
      return verifyReportFile(path, (bytes) => signing.verifyReport(bytes, { knownFirmFingerprints }));
    },
  };
}
