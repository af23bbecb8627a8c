import type { PaletteCommand } from '../../ui/palette/rank-commands.ts';
import { isSigned, isStepBlocked } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';

interface CommandParts extends ReportParts {
  readonly isPreviewOpen: boolean;
  readonly onPreview: () => void;
}

/** Every button of the page as a command of the palette. */
export function reportCommands(parts: CommandParts): readonly PaletteCommand[] {
  const { report, version, steps, exporting } = parts;
  const { next } = steps;
  const action = (label: string, run: () => void): PaletteCommand => ({
    ...{ id: `report-${label}`, kind: 'action' as const, label, run },
  });
  const blocking = report.gates.find((gate) => gate.state === 'blocks');
  const isBlocked = isStepBlocked(parts) && blocking !== undefined;
  const save = (what: 'signed' | 'draft', label: string): readonly PaletteCommand[] =>
    version === undefined
      ? []
      : [
          action(label, () => {
            exporting.saveReport(what, version);
          }),
        ];
  return [
    action(parts.isPreviewOpen ? 'Close preview' : 'Open preview', parts.onPreview),
    ...(next === undefined
      ? []
      : [{ ...action(next.label, next.press), ...(isBlocked ? { gateCode: blocking.code } : {}) }]),
    ...save('draft', 'Export draft PDF'),
    ...(isSigned(version) ? save('signed', 'Export signed PDF') : []),
    action('Export workbook', () => {
      exporting.saveWorkbook(version);
    }),
    action('Export re-performance kit', () => {
      exporting.saveKit(version);
    }),
    ...afterIssue(parts, action),
  ];
}

function afterIssue(
  { version, steps }: ReportParts,
  action: (label: string, run: () => void) => PaletteCommand,
): readonly PaletteCommand[] {
  if (version?.status !== 'issued') return [];
  return [
    action('Withdraw report', () => {
      steps.ask('withdraw');
    }),
    action('Start superseding version', () => {
      steps.ask('supersede');
    }),
  ];
}
