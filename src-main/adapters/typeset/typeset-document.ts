/** From templates and data to the bytes of a document, within the typesetting process. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeError, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { claimAccessibility } from './claim-accessibility.ts';
import type { TypesetReply, TypesetRequest } from './typeset-request.ts';

/** The standard of the file that is kept. */
const KEPT_STANDARD = 'a-3a';
/** The standard that the same document must also meet. */
const GATE_STANDARD = 'ua-1';

/** Typesets one report. Any warning is a refusal: an unknown font or a missing glyph is one. */
export function typesetDocument(request: TypesetRequest): TypesetReply {
  const compiler = NodeCompiler.create({
    workspace: request.templatesFolder,
    fontArgs: [{ fontBlobs: fontsIn(request.fontsFolder) }],
  });
  for (const { name, bytes } of filesOf(request)) {
    compiler.mapShadow(join(request.templatesFolder, name), Buffer.from(bytes));
  }
  const compiled = compiler.compile({
    mainFilePath: join(request.templatesFolder, request.main),
    inputs: { paper: request.paper },
  });
  const messages = [
    ...diagnostics(compiler, compiled.takeError()),
    ...diagnostics(compiler, compiled.takeWarnings()),
  ];
  const document = compiled.result;
  if (document === null || messages.length > 0) return { ok: false, standard: 'compile', messages };
  return exportDocument(compiler, document, request.documentSeconds);
}

function exportDocument(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  documentSeconds: number,
): TypesetReply {
  const gate = exportAs(compiler, document, GATE_STANDARD, documentSeconds);
  if (!gate.ok) return gate;
  const kept = exportAs(compiler, document, KEPT_STANDARD, documentSeconds);
  if (!kept.ok) return kept;
  return { ok: true, pdf: claimAccessibility(kept.pdf), pages: document.numOfPages };
}

function exportAs(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  pdfStandard: string,
  creationTimestamp: number,
): { readonly ok: true; readonly pdf: Buffer } | (TypesetReply & { readonly ok: false }) {
  try {
    return { ok: true, pdf: compiler.pdf(document, { pdfStandard, creationTimestamp }) };
  } catch (error) {
    return { ok: false, standard: pdfStandard, messages: exportMessages(error) };
  }
}

/** The typesetter puts the diagnostics of an export as text into the `code` of the error it throws. */
function exportMessages(error: unknown): readonly string[] {
  const text = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  return found.length > 0 ? [...new Set(found)] : [text.slice(0, 500)];
}

function diagnostics(compiler: NodeCompiler, error: NodeError | null): readonly string[] {
  if (error === null) return [];
  // The package types diagnostics as any; each has a message, and a path where one is known.
  const all = compiler.fetchDiagnostics(error) as readonly {
    readonly message: string;
    readonly path?: string;
  }[];
  return all.map(({ message, path }) => (path === undefined ? message : `${path}: ${message}`));
}

function fontsIn(folder: string): Buffer[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/** Templates are read here, not by the typesetter, so that they may lie inside the program's archive. */
function filesOf(request: TypesetRequest): TypesetRequest['files'] {
  const templates = readdirSync(request.templatesFolder)
    .filter((name) => name.endsWith('.typ'))
    .map((name) => ({ name, bytes: readFileSync(join(request.templatesFolder, name)) }));
  return [...templates, ...request.files];
}
