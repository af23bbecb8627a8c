/** Typesets specimen reports with the real typesetter in a forked process. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { ReportFacts } from '../../shared/domain/report/report-facts.ts';
import { composeReport } from '../../shared/domain/report/report-compose.ts';
import { reportFigures } from '../../shared/domain/report/report-figures.ts';
import type { ReportModel } from '../../shared/domain/report/report-model.ts';
import { toCanonicalJson } from '../../shared/lib/canonical-json.ts';
import { readReportWording } from '../../src-main/adapters/typeset/read-wording.ts';
import { createTypesetter } from '../../src-main/adapters/typeset/typesetter.ts';
import type { StartTypesetProcess } from '../../src-main/adapters/typeset/typesetter.ts';
import type { ReportMode, TypesetReport } from '../../src-main/services/ports/typeset.ts';

const root = new URL('../../', import.meta.url);

/** The shipped wording. */
export const specimenWording = readReportWording(new URL('resources/report/wording.en.json', root));

/** Forks the process from its source. */
const startTypesetProcess: StartTypesetProcess = (entry, { memoryMegabytes }) =>
  fork(fileURLToPath(new URL(`src-main/${entry}.ts`, root)), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${String(memoryMegabytes)}`],
  });

/** The typesetter over the program's own templates and fonts. */
export const specimenTypesetter = createTypesetter(startTypesetProcess, {
  templatesFolder: fileURLToPath(new URL('resources/report/typst', root)),
  fontsFolder: fileURLToPath(new URL('resources/fonts', root)),
});

/** The model of the facts; a refusal is a fault of the test. */
export function specimenModel(facts: ReportFacts): ReportModel {
  const composed = composeReport(facts, specimenWording);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return composed.value;
}

/** SHA-256 of the canonical model. */
export function recordNumberOf(model: ReportModel): string {
  const canonical = toCanonicalJson(model);
  if (!canonical.ok) throw new Error(JSON.stringify(canonical.error));
  return createHash('sha256').update(canonical.value).digest('hex');
}

/** How a specimen is rendered. */
export interface SpecimenEdition {
  readonly paper?: 'letter' | 'a4';
  readonly kind?: ReportMode['kind'];
}

/** Renders the facts with their figures attached; a failure is a fault of the test. */
export async function renderSpecimen(
  facts: ReportFacts,
  { paper = 'letter', kind = 'final' }: SpecimenEdition = {},
): Promise<TypesetReport & { readonly model: ReportModel; readonly recordNumber: string }> {
  const model = specimenModel(facts);
  const recordNumber = recordNumberOf(model);
  const figures = reportFigures(facts, kind === 'draft' ? null : recordNumber);
  const rendered = await specimenTypesetter.render(model, {
    paper,
    mode: modeOf(kind, recordNumber),
    attachments: [
      {
        name: 'report-figures.json',
        mediaType: 'application/json',
        description: 'Figures of this report',
        bytes: Buffer.from(JSON.stringify(figures), 'utf8'),
      },
    ],
  });
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return { ...rendered.value, model, recordNumber };
}

function modeOf(kind: ReportMode['kind'], recordNumber: string): ReportMode {
  if (kind === 'draft') return { kind };
  if (kind === 'final') return { kind, recordNumber };
  return {
    kind,
    recordNumber,
    recipient: { name: 'Meridian Payments Ltd.', copyNumber: '014', providedOn: '2026-11-17' },
  };
}
