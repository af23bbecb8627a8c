import type { InputOf } from '../../shared/contract/procedure.ts';
import { mostBytesShown, type evidenceContract } from '../../shared/contract/evidence.ts';
import {
  attachEvidence,
  attachFindings,
  describeEvidence,
  type EvidenceDescription,
  type StoredFile,
} from '../../shared/domain/evidence/evidence-file.ts';
import { linkEvidence, withdrawLink } from '../../shared/domain/evidence/evidence-link.ts';
import { createRequest, editRequest, moveRequest } from '../../shared/domain/evidence/evidence-request.ts';
import { gate, rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { outsideName } from '../../shared/domain/evidence/opened-outside.ts';
import { weigh } from '../../shared/domain/journal/decision.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { evidenceViewOf, filesFor, requestViewOf } from './evidence-views.ts';
import { fileRefusal, refusalOfStream, StoppedError } from './file-refusal.ts';
import type { CallContext, Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import type { FilesPort, SourceFile } from './ports/files.ts';
import type { OutsideCopiesPort } from './ports/outside-copies.ts';
import type { Session } from './session.ts';

type Evidence = Handlers<typeof evidenceContract>;
type Part<Prefix extends string> = Pick<Evidence, Extract<keyof Evidence, `${Prefix}.${string}`>>;

/** What the service needs. */
export interface EvidenceServicePorts {
  readonly session: Session;
  readonly files: FilesPort;
  readonly outside: OutsideCopiesPort;
}

/** Evidence files, their links, and requests to the client. */
export function createEvidenceService(ports: EvidenceServicePorts): Evidence {
  return { ...fileHandlers(ports), ...requestHandlers(ports) };
}

function fileHandlers(ports: EvidenceServicePorts): Part<'evidence'> {
  const { session } = ports;
  return {
    'evidence.attach': (input, call) => attach(ports, input, call),
    'evidence.describe': ({ evidenceId, revision, reasons, ...description }) =>
      session.commit('evidence.describe', reasons, (context) =>
        describeEvidence(context, { evidenceId, revision, description: descriptionOf(description) }),
      ),
    'evidence.link': ({ reasons, ...input }) =>
      session.commit('evidence.link', reasons, (context) => linkEvidence(context, input)),
    'evidence.unlink': ({ reasons, ...input }) =>
      session.commit('evidence.unlink', reasons, (context) => withdrawLink(context, input)),
    'evidence.list': ({ offset, limit, ...question }) => {
      const state = session.state();
      const found = filesFor(state, question);
      const page = found.slice(offset, offset + limit);
      return ok({ total: found.length, files: page.map((file) => evidenceViewOf(state, file)) });
    },
    'evidence.open': ({ evidenceId }) => {
      const file = find(session.state(), 'evidenceFile', evidenceId);
      if (file === undefined) return err(notFound('evidenceFile', evidenceId));
      const { originalName: name, mime, size } = file;
      if (size > mostBytesShown) return ok({ name, mime, size, bytes: null });
      const bytes = session.store().evidence.get(file.sha256);
      return bytes === null ? err(altered(file)) : ok({ name, mime, size, bytes });
    },
    'evidence.export': ({ evidenceId, token }) => exportFile(ports, evidenceId, token),
    'evidence.openOutside': ({ evidenceId }) => openOutside(ports, evidenceId),
  };
}

function requestHandlers({ session }: EvidenceServicePorts): Part<'request'> {
  return {
    'request.create': (input) =>
      session.commit('request.create', [], (context) => createRequest(context, requestOf(input))),
    'request.edit': ({ requestId, revision, ...text }) =>
      session.commit('request.edit', [], (context) =>
        editRequest(context, { requestId, revision, ...requestOf(text) }),
      ),
    'request.move': (input) => session.commit('request.move', [], (context) => moveRequest(context, input)),
    'request.list': () => {
      const state = session.state();
      const today = session.today();
      return ok(all(state, 'evidenceRequest').map((request) => requestViewOf(state, request, today)));
    },
  };
}

type AttachRequest = InputOf<(typeof evidenceContract)['evidence.attach']>;

/** Asks the rules first, stores the bytes, and records them; what a refusal or a cancel leaves is swept at the next open. */
async function attach(
  ports: EvidenceServicePorts,
  { tokens, target, reasons, ...rest }: AttachRequest,
  call: CallContext,
): Promise<Result<{ readonly evidenceIds: readonly string[] }, Refusal>> {
  const { session } = ports;
  const description = descriptionOf(rest);
  const context = session.contextOn(session.state(), reasons);
  if (!context.ok) return context;
  const allowed = weigh(context.value, attachFindings(context.value, { target, description }));
  if (!allowed.ok) return allowed;
  const sources: SourceFile[] = [];
  for (const token of tokens) {
    const opened = await ports.files.open(token);
    if (!opened.ok) return err(fileRefusal(opened.error));
    sources.push(opened.value);
  }
  const stored = await storeAll(session, sources, call);
  if (!stored.ok) return stored;
  const done = session.commit('evidence.attach', reasons, (decision) =>
    attachEvidence(decision, { target, description, files: stored.value }),
  );
  if (done.ok) for (const token of tokens) ports.files.spend(token);
  return done;
}

async function storeAll(
  session: Session,
  sources: readonly SourceFile[],
  call: CallContext,
): Promise<Result<readonly StoredFile[], Refusal>> {
  const total = sources.reduce((sum, source) => sum + source.size, 0);
  const stored: StoredFile[] = [];
  let before = 0;
  for (const source of sources) {
    try {
      const chunks = watched(source.chunks(), call, { before, total });
      const { sha256, size } = await session.store().evidence.put(chunks);
      stored.push({ sha256, size, originalName: source.name });
    } catch (error) {
      return err(refusalOfStream(error));
    }
    before += source.size;
  }
  return ok(stored);
}

/** Passes bytes on, tells how far they are, and stops where the person cancels. */
export async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  call: CallContext,
  { before, total }: { readonly before: number; readonly total: number },
): AsyncGenerator<Uint8Array> {
  let done = before;
  for await (const chunk of chunks) {
    if (call.signal.aborted) throw new StoppedError('cancelled');
    yield chunk;
    done += chunk.length;
    call.onProgress({ done, total, unit: 'bytes' });
  }
}

async function exportFile(
  { session, files }: EvidenceServicePorts,
  evidenceId: string,
  token: string,
): Promise<Result<{ size: number }, Refusal>> {
  const file = find(session.state(), 'evidenceFile', evidenceId);
  if (file === undefined) return err(notFound('evidenceFile', evidenceId));
  const { evidence } = session.store();
  if (evidence.check(file.sha256) !== 'matches') return err(altered(file));
  const target = files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  const written = await target.value.write(evidence.chunks(file.sha256), file.sha256);
  if (!written.ok) return err(written.error.code === 'altered' ? altered(file) : fileRefusal(written.error));
  files.spend(token);
  return ok({ size: written.value.size });
}

/** A copy is checked before it is written, and once more on the way; only files of known kinds are opened. */
async function openOutside(
  { session, outside }: EvidenceServicePorts,
  evidenceId: string,
): Promise<Result<{ size: number }, Refusal>> {
  const file = find(session.state(), 'evidenceFile', evidenceId);
  if (file === undefined) return err(notFound('evidenceFile', evidenceId));
  const name = outsideName(file.originalName);
  if (name === null)
    return err(
      rule(
        'only-saved',
        `${file.originalName} is of a kind that Tickmark does not open: it could run as a program.`,
        'Save a copy and look at it where nothing can be harmed.',
      ),
    );
  const { evidence } = session.store();
  if (evidence.check(file.sha256) !== 'matches') return err(altered(file));
  const opened = await outside.open(name, evidence.chunks(file.sha256), file.sha256);
  if (opened.ok) return ok({ size: opened.value.size });
  return err(opened.error.code === 'altered' ? altered(file) : fileRefusal(opened.error));
}

/** Gate F5. */
function altered(file: Row<'evidenceFile'>): Refusal {
  return gate(
    'F5',
    { name: file.originalName, sha256: file.sha256 },
    { entity: 'evidenceFile', id: file.id },
  );
}

interface DescriptionInput {
  readonly receivedOn: string;
  readonly sourcePerson: string;
  readonly sourceSystem: string;
  readonly asOf: string | null;
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
  readonly redacted: boolean;
  readonly requestId: string | null;
}

function descriptionOf(input: DescriptionInput): EvidenceDescription {
  return {
    ...input,
    receivedOn: plainDateOf(input.receivedOn),
    asOf: dateOrNull(input.asOf),
    coversFrom: dateOrNull(input.coversFrom),
    coversTo: dateOrNull(input.coversTo),
  };
}

type RequestInput = InputOf<(typeof evidenceContract)['request.create']>;

function requestOf(input: RequestInput) {
  return {
    ...input,
    dueDate: dateOrNull(input.dueDate),
    coversFrom: dateOrNull(input.coversFrom),
    coversTo: dateOrNull(input.coversTo),
  };
}

const dateOrNull = (text: string | null) => (text === null ? null : plainDateOf(text));
