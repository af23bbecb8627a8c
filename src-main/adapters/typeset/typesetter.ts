/** The typesetting port: checks the texts, hands the report to a process of its own, and reads the answer. */
import { dateInFull } from '../../../shared/domain/report/report-words.ts';
import type { ReportModel } from '../../../shared/domain/report/report-model.ts';
import { parsePlainDate } from '../../../shared/lib/plain-date.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { CertificateSheet } from '../../../shared/domain/sampling/certificate-sheet.ts';
import type {
  Paper,
  ReportEdition,
  TypesetFailure,
  TypesetPort,
  TypesetReport,
} from '../../services/ports/typeset.ts';
import { glyphCheckFor } from './font-coverage.ts';
import type { GlyphCheck } from './font-coverage.ts';
import { placedTexts } from './model-texts.ts';
import type { TypesetReply, TypesetRequest } from './typeset-request.ts';

/** The entry of the process, by its place below src-main, without extension. */
export const TYPESET_ENTRY = 'adapters/typeset/typeset-process';

/** What the typesetter needs of a process; a ChildProcess forked with `serialization: 'advanced'` has it. */
export interface TypesetProcess {
  send(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit' | 'error', listener: () => void): unknown;
  kill(signal: 'SIGKILL'): unknown;
}

/** Starts a process by its entry, with the heap limited as named. How, depends on the shell it runs in. */
export type StartTypesetProcess = (
  entry: typeof TYPESET_ENTRY,
  limits: { readonly memoryMegabytes: number },
) => TypesetProcess;

/** Where the program's own resources lie. */
export interface TypesetResources {
  readonly templatesFolder: string;
  readonly fontsFolder: string;
}

/** The heap of the process; the typesetter's own memory lies outside it. */
const MEMORY_MEGABYTES = 1024;

/** Joins the typesetter from the shell's way to start a process and the program's resources. */
export function createTypesetter(
  startProcess: StartTypesetProcess,
  resources: TypesetResources,
): TypesetPort {
  let check: GlyphCheck | null = null;
  const checkGlyphs: GlyphCheck = (text) => (check ??= glyphCheckFor(resources.fontsFolder))(text);
  return {
    checkGlyphs,
    render: (model, edition, signal) => {
      const unprintable = missingGlyphs({ ...model, mode: edition.mode }, checkGlyphs);
      if (unprintable.length > 0) return Promise.resolve(err({ code: 'missing-glyph', texts: unprintable }));
      return inOwnProcess(startProcess, requestFor(model, edition, resources), signal);
    },
    renderCertificate: (sheet, paper, signal) => {
      const unprintable = missingGlyphs(sheet, checkGlyphs);
      if (unprintable.length > 0) return Promise.resolve(err({ code: 'missing-glyph', texts: unprintable }));
      return inOwnProcess(startProcess, certificateRequest(sheet, paper, resources), signal);
    },
  };
}

function missingGlyphs(
  printed: object,
  check: GlyphCheck,
): (TypesetFailure & { readonly code: 'missing-glyph' })['texts'] {
  return placedTexts(printed).flatMap(({ where, text }) => {
    const characters = check(text).join('');
    return characters === '' ? [] : [{ where, text, characters }];
  });
}

function requestFor(model: ReportModel, edition: ReportEdition, resources: TypesetResources): TypesetRequest {
  const { logo } = model.cover.firm;
  const logoName = logo === null ? null : `logo.${logo.format}`;
  const attached = edition.attachments.map((attachment, index) => ({
    path: attachment.name,
    source: `attachment-${String(index)}`,
    mediaType: attachment.mediaType,
    description: attachment.description,
  }));
  return {
    ...resources,
    main: 'report.typ',
    paper: edition.paper,
    documentSeconds: secondsOf(model.reportDate ?? model.spanEnd),
    files: [
      { name: 'data.json', bytes: jsonBytes(withoutLogo(model)) },
      {
        name: 'edition.json',
        bytes: jsonBytes({ mode: printedMode(model, edition), logo: logoName, attachments: attached }),
      },
      ...(logo === null || logoName === null
        ? []
        : [{ name: logoName, bytes: Buffer.from(logo.base64, 'base64') }]),
      ...edition.attachments.map(({ bytes }, index) => ({ name: `attachment-${String(index)}`, bytes })),
    ],
  };
}

/** The document bears the day of the draw, so that it is the same whenever it is made. */
function certificateRequest(
  sheet: CertificateSheet,
  paper: Paper,
  resources: TypesetResources,
): TypesetRequest {
  const day = sheet.drawnAt?.slice(0, 10) ?? '1980-01-01';
  const files = [{ name: 'data.json', bytes: jsonBytes(sheet) }];
  return { ...resources, main: 'certificate.typ', paper, documentSeconds: secondsOf(day), files };
}

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

/** The logo travels as a file of its own. */
const withoutLogo = (model: ReportModel): ReportModel => ({
  ...model,
  cover: { ...model.cover, firm: { ...model.cover.firm, logo: null } },
});

/** A document needs a whole date without a clock: midnight UTC of the report date, or of the last day of an open one. */
const secondsOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

/** The words of a recipient's copy, beside the mode itself. */
function printedMode(model: ReportModel, edition: ReportEdition): object {
  const { mode } = edition;
  if (mode.kind !== 'recipient') return mode;
  const { name, copyNumber, providedOn } = mode.recipient;
  const parsed = parsePlainDate(providedOn);
  const date = parsed.ok ? dateInFull(parsed.value, model.region) : providedOn;
  return {
    ...mode,
    recipient: {
      name,
      copyNumber,
      mark: `Copy ${copyNumber}, provided ${date}`,
      line: `Copy ${copyNumber}, provided to ${name} on ${date}. Not to be passed on.`,
    },
  };
}

/** One process per report: the typesetter's memory grows with every report it makes. Never rejects. */
function inOwnProcess(
  startProcess: StartTypesetProcess,
  request: TypesetRequest,
  signal: AbortSignal | undefined,
): Promise<Result<TypesetReport, TypesetFailure>> {
  return new Promise((resolve) => {
    let child: TypesetProcess | undefined;
    const settle = (result: Result<TypesetReport, TypesetFailure>): void => {
      signal?.removeEventListener('abort', cancel);
      child?.kill('SIGKILL');
      resolve(result);
    };
    const cancel = (): void => settle(err({ code: 'cancelled' }));
    const fail = (detail: string): void => settle(err({ code: 'process-failed', detail }));
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel);
    try {
      child = startProcess(TYPESET_ENTRY, { memoryMegabytes: MEMORY_MEGABYTES });
      // The process runs our own typeset-process.ts, which answers with nothing else.
      child.on('message', (message) => settle(resultOf(message as TypesetReply)));
      child.on('exit', () => fail('the typesetting process ended without an answer'));
      child.on('error', () => fail('the typesetting process could not be started'));
      child.send(request);
    } catch {
      fail('the typesetting process could not be started');
    }
  });
}

function resultOf(reply: TypesetReply): Result<TypesetReport, TypesetFailure> {
  return reply.ok
    ? ok({ pdf: new Uint8Array(reply.pdf), pages: reply.pages })
    : err({ code: 'not-conforming', standard: reply.standard, messages: reply.messages });
}
