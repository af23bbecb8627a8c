/** Reads the wording of the report from the program's resources, or a firm's own in its place. */
import { readFileSync } from 'node:fs';
import type { ReportWording } from '../../../shared/domain/report/report-wording.ts';

/** The wording as shipped. `composeReport` refuses a text that is missing or asks for an unknown slot. */
export function readReportWording(file: URL): ReportWording {
  // The file ships with the program; its keys are checked when a report is composed.
  return JSON.parse(readFileSync(file, 'utf8')) as ReportWording;
}

/** The shipped wording with the blocks and phrases that a firm replaced. */
export function withFirmWording(
  shipped: ReportWording,
  own: Partial<Pick<ReportWording, 'blocks' | 'phrases'>>,
): ReportWording {
  return {
    ...shipped,
    blocks: { ...shipped.blocks, ...own.blocks },
    phrases: { ...shipped.phrases, ...own.phrases },
  };
}
