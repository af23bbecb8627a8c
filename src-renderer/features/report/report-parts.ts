import type { Output } from '../../app/client.ts';
import type { Version } from './messages.ts';
import type { ReportExport } from './use-report-export.ts';
import type { ReportSteps } from './use-report-steps.ts';

/** What the parts of the page share: the report, the version worked on, its moves and its copies. */
export interface ReportParts {
  readonly report: Output<'report.get'>;
  readonly version: Version | undefined;
  readonly steps: ReportSteps;
  readonly exporting: ReportExport;
}

/** Whether the bytes of a version are fixed by a signature. */
export function isSigned(version: Version | undefined): version is Version {
  return version !== undefined && version.pdfSha256 !== null;
}

/** Whether a gate of L1 to L11 stands in the way of the next step. */
export function isStepBlocked({ report, steps }: ReportParts): boolean {
  return steps.next?.needsGates === true && report.gates.some((gate) => gate.state === 'blocks');
}
