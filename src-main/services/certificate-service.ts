import type { certificateContract } from '../../shared/contract/certificate.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import { certificateSheet } from '../../shared/domain/sampling/certificate-sheet.ts';
import {
  drawCertificate,
  drawsOf,
  type DrawCertificate,
} from '../../shared/domain/sampling/draw-certificate.ts';
import { itemsOf } from '../../shared/domain/sampling/plan-state.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { fileRefusal } from './file-refusal.ts';
import type { Handlers } from './handlers.ts';
import type { FilesPort } from './ports/files.ts';
import type { HashPort } from './ports/hash.ts';
import type { TypesetPort } from './ports/typeset.ts';
import { refusalOfTypeset } from './report-building.ts';
import type { Session } from './session.ts';

/** What the service needs. */
export interface CertificateServicePorts {
  readonly session: Session;
  readonly hash: HashPort;
  readonly files: FilesPort;
  readonly typeset: TypesetPort;
}

type Contract = typeof certificateContract;

/** Certificates of draws. */
export function createCertificateService(ports: CertificateServicePorts): Handlers<Contract> {
  return {
    'certificate.list': () => ok(listOf(ports)),
    'certificate.export': async ({ planId, format, token }, call) => {
      const certificate = certificateOf(ports, planId);
      if (!certificate.ok) return certificate;
      const bytes =
        format === 'json'
          ? ok(new TextEncoder().encode(`${JSON.stringify(certificate.value, null, 1)}\n`))
          : await pageOf(ports, certificate.value, call.signal);
      return bytes.ok ? save(ports, token, bytes.value) : bytes;
    },
  };
}

function listOf(ports: CertificateServicePorts): OutputOf<Contract['certificate.list']> {
  const state = ports.session.state();
  return drawsOf(state).flatMap((plan) => {
    const certificate = certificateOf(ports, plan.id);
    if (!certificate.ok) return [];
    const { workpaper, control, draw, draws, stands, records } = certificate.value;
    const items = itemsOf(state, plan.id).length;
    const drawnAt = plan.drawnAt ?? '';
    return [{ planId: plan.id, workpaper, control, draw, draws, stands, items, records, drawnAt }];
  });
}

function certificateOf(
  { session, hash }: CertificateServicePorts,
  planId: string,
): Result<DrawCertificate, Refusal> {
  const state = session.state();
  const plan = find(state, 'samplePlan', planId);
  const population = find(state, 'population', plan?.populationId ?? null);
  if (plan === undefined || population === undefined) return err(notFound('samplePlan', planId));
  if (plan.drawnAt === null)
    return err(
      rule('wrong-state', 'Nothing was drawn under this plan.', 'Draw the sample first.', {
        status: plan.status,
      }),
    );
  return ok(drawCertificate(state, plan, population, (text) => hash.sha256Hex(text)));
}

async function pageOf(
  { session, typeset }: CertificateServicePorts,
  certificate: DrawCertificate,
  signal: AbortSignal,
): Promise<Result<Uint8Array, Refusal>> {
  const paper = all(session.state(), 'firm')[0]?.paper ?? 'letter';
  const rendered = await typeset.renderCertificate(certificateSheet(certificate), paper, signal);
  return rendered.ok ? ok(rendered.value.pdf) : err(refusalOfTypeset(rendered.error, 'The certificate'));
}

async function save(
  { files, hash }: CertificateServicePorts,
  token: string,
  bytes: Uint8Array,
): Promise<Result<OutputOf<Contract['certificate.export']>, Refusal>> {
  const target = files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  const sha256 = hash.sha256Hex(bytes);
  const written = await target.value.write([bytes], sha256);
  if (!written.ok) return err(fileRefusal(written.error));
  files.spend(token);
  return ok({ sha256, size: written.value.size });
}
