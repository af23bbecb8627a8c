/** The gates L1 to L14 as the screen shows them: each met, blocking, later, or not applicable. */
import { formatDate, type PlainDate } from '../../lib/plain-date.ts';
import { gateCatalogue, type GateCode } from '../gates/gate-catalogue.ts';
import type { Refusal, TargetRef } from '../gates/refusal.ts';
import type { EngagementState } from '../journal/state.ts';
import {
  inclusiveOrganizations,
  readinessByGate,
  reportDateOf,
  type ReadinessInput,
} from './gates-readiness.ts';
import { qualityReview, signersInWords } from './gates-signing.ts';
import { currentReport } from './issue-report.ts';

/** One line of the list. */
export interface GateLine {
  readonly code: GateCode;
  readonly title: string;
  readonly state: 'met' | 'blocks' | 'later' | 'notApplicable';
  readonly message: string;
  readonly next: string;
  readonly target: TargetRef | null;
  /** How many findings stand behind it. */
  readonly count: number;
}

/** The list, computed from one state. */
export function reportGates(state: EngagementState, input: ReadinessInput): readonly GateLine[] {
  const found = readinessByGate(state, input);
  const date = reportDateOf(state);
  const codes = Object.keys(found) as (keyof typeof found)[]; // the keys of the record itself
  const lines = codes.map((code) =>
    code === 'L11' && inclusiveOrganizations(state).length === 0
      ? line('L11', 'notApplicable', 'No subservice organization is included.')
      : readinessLine(code, found[code], isLater(code, date, input.today)),
  );
  return [...lines, signingLine(state, input), issueLine(state), editLine(state)];
}

/** Whether a gate can only be met once the report date has come. */
const isLater = (code: string, date: PlainDate | null, today: PlainDate): boolean =>
  (code === 'L6' || code === 'L7') && date !== null && date > today;

function readinessLine(code: GateCode, findings: readonly Refusal[], later: boolean): GateLine {
  const [first] = findings;
  if (first === undefined) return line(code, 'met', gateCatalogue[code].title);
  const more = findings.length > 1 && code !== 'L1' ? ` (${String(findings.length)} findings)` : '';
  const message =
    code === 'L1' ? findings.map((finding) => finding.message).join(' ') : `${first.message}${more}`;
  return {
    ...line(code, later ? 'later' : 'blocks', message),
    next: first.next,
    target: first.target,
    count: findings.length,
  };
}

function line(code: GateCode, state: GateLine['state'], message: string): GateLine {
  return { code, title: gateCatalogue[code].title, state, message, next: '', target: null, count: 0 };
}

const isOut = (status: string | undefined): boolean =>
  status === 'issued' || status === 'superseded' || status === 'withdrawn';

function signingLine(state: EngagementState, { sha256 }: ReadinessInput): GateLine {
  const status = currentReport(state)?.status;
  if (status === 'signed' || isOut(status)) return line('L12', 'met', 'The engagement partner signed.');
  const review = qualityReview(state, sha256);
  const who = signersInWords(state) || 'the engagement partner';
  return line('L12', 'later', `Only ${who}, engagement partner, signs. Quality review is ${review}.`);
}

function issueLine(state: EngagementState): GateLine {
  const isIssued = isOut(currentReport(state)?.status);
  return line('L13', isIssued ? 'met' : 'later', 'The issued file equals the signed file.');
}

function editLine(state: EngagementState): GateLine {
  const report = currentReport(state);
  const released = report?.releaseDate ?? null;
  if (!isOut(report?.status) || released === null)
    return line('L14', 'later', 'No edits after the issue, only a superseding version.');
  return line('L14', 'met', `Issued ${formatDate(released)}: a correction is a superseding version.`);
}
